extension DocumentType {
  /// Checks the number of a document of this kind (IDN-01, IDN-05).
  public func read(_ number: String, regions: RegionCodes, today: CalendarDate) -> DocumentReading {
    read(number.utf8.span, regions: regions, today: today)
  }

  /// Checks the number of a document of this kind, UTF-8 bytes (IDN-01, IDN-05).
  public func read(_ bytes: Span<UInt8>, regions: RegionCodes, today: CalendarDate) -> DocumentReading {
    switch self {
    case .residentCard: ResidentID.read(bytes, regions: regions, today: today)
    case .hongKongMacaoPermit: DocumentReading(faults: Self.hongKongMacaoFaults(bytes))
    case .taiwanPermit: DocumentReading(faults: Self.taiwanFaults(bytes))
    case .residencePermit: Self.readResidencePermit(bytes, today: today)
    case .passport: DocumentReading(faults: Self.passportFaults(bytes))
    case .permanentResidenceCard: Self.readPermanentResidence(bytes, today: today)
    case .militaryCard, .other: DocumentReading(faults: Self.freeTextFaults(bytes))
    }
  }

  /// `H` (Hong Kong) or `M` (Macao), then 8 digits, or 10 with the times of renewal.
  private static func hongKongMacaoFaults(_ bytes: Span<UInt8>) -> DocumentFaults {
    guard bytes.count == 9 || bytes.count == 11 else { return .length }
    guard areDigits(bytes, 1..<bytes.count), isLetter(bytes[0]) else { return .characters }
    return bytes[0] == UInt8(ascii: "H") || bytes[0] == UInt8(ascii: "M") ? [] : .form
  }

  /// 8 digits, or 10 with the times of renewal.
  private static func taiwanFaults(_ bytes: Span<UInt8>) -> DocumentFaults {
    guard bytes.count == 8 || bytes.count == 10 else { return .length }
    return areDigits(bytes, 0..<bytes.count) ? [] : .characters
  }

  /// As a resident card's number, with the prefix 810000, 820000 or 830000.
  private static func readResidencePermit(_ bytes: Span<UInt8>, today: CalendarDate) -> DocumentReading {
    var reading = EighteenDigits.read(bytes, today: today)
    guard reading.faults.isDisjoint(with: [.length, .characters]) else { return reading }
    let prefix = EighteenDigits.number(bytes, 0..<6)
    if ![810_000, 820_000, 830_000].contains(prefix) { reading.faults.insert(.region) }
    return reading
  }

  /// 5–17 letters and digits. The Chinese forms (a letter and 8 digits, `E`, a letter and 7 digits) are among them.
  private static func passportFaults(_ bytes: Span<UInt8>) -> DocumentFaults {
    guard (5...17).contains(bytes.count) else { return .length }
    for place in 0..<bytes.count where !isDigit(bytes[place]) && !isLetter(bytes[place]) {
      return .characters
    }
    return []
  }

  /// The form of 2017: three capital letters and 12 digits. The form of 2023: 18 characters beginning with 9, built as a
  /// resident card's number.
  private static func readPermanentResidence(_ bytes: Span<UInt8>, today: CalendarDate) -> DocumentReading {
    if bytes.count == 15 {
      let hasLetters = isLetter(bytes[0]) && isLetter(bytes[1]) && isLetter(bytes[2])
      guard hasLetters, areDigits(bytes, 3..<15) else { return DocumentReading(faults: .characters) }
      let areCapitals = bytes[0] < 0x5B && bytes[1] < 0x5B && bytes[2] < 0x5B
      return DocumentReading(faults: areCapitals ? [] : .form)
    }
    var reading = EighteenDigits.read(bytes, today: today)
    guard reading.faults.isDisjoint(with: [.length, .characters]) else { return reading }
    if bytes[0] != UInt8(ascii: "9") { reading.faults.insert(.form) }
    return reading
  }

  /// 1–30 characters (the width of the machine-test field is 30 bytes), none of them a control character.
  private static func freeTextFaults(_ bytes: Span<UInt8>) -> DocumentFaults {
    var count = 0
    for place in 0..<bytes.count {
      if bytes[place] < 0x20 || bytes[place] == 0x7F { return .characters }
      if bytes[place] & 0xC0 != 0x80 { count += 1 }
    }
    return (1...30).contains(count) ? [] : .length
  }

  private static func areDigits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where !isDigit(bytes[place]) { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
