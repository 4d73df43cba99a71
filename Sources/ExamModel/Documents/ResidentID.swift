/// 居民身份证号码 — the 18-character citizen number of GB 11643: region 6, birth date 8, sequence 3 (odd for men, even
/// for women), check character 1 (IDN-01). A byte loop without allocation, for millions of rows.
public enum ResidentID {
  /// Checks a number and reads birth date and sex from it. `x` is read as `X`.
  ///
  /// A wrong length or a wrong character is the only fault told, because nothing can be read then. An unknown region is
  /// to be shown as a warning, all others as errors.
  public static func read(_ bytes: Span<UInt8>, regions: RegionCodes, today: CalendarDate) -> DocumentReading
  {
    var reading = EighteenDigits.read(bytes, today: today)
    guard reading.faults.isDisjoint(with: [.length, .characters]) else { return reading }
    if !regions.contains(EighteenDigits.number(bytes, 0..<6)) { reading.faults.insert(.region) }
    return reading
  }

  /// Checks a number; see `read(_: Span<UInt8>, regions:today:)`.
  public static func read(_ number: String, regions: RegionCodes, today: CalendarDate) -> DocumentReading {
    read(number.utf8.span, regions: regions, today: today)
  }

  /// The 18-character form of a 15-digit number, which lacks the century (always 19) and the check character; nil for
  /// anything but 15 digits with a real date.
  public static func completed(fifteenDigits number: String) -> String? {
    let digits = Array(number.utf8)
    guard digits.count == 15 else { return nil }
    let body = digits[..<6] + Array("19".utf8) + digits[6...]
    guard let complete = CheckCharacter.completed(String(decoding: body, as: UTF8.self)) else { return nil }
    let bytes = complete.utf8.span
    return EighteenDigits.birthDate(bytes) == nil ? nil : complete
  }
}

/// 18 位号码 — what all 18-character numbers have in common: digits, birth date, sex and check character.
enum EighteenDigits {
  static func read(_ bytes: Span<UInt8>, today: CalendarDate) -> DocumentReading {
    guard bytes.count == 18 else { return DocumentReading(faults: .length) }
    guard let check = CheckCharacter.character(for: bytes) else {
      return DocumentReading(faults: .characters)
    }
    let last = bytes[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : bytes[17]
    guard last == UInt8(ascii: "X") || last &- UInt8(ascii: "0") <= 9 else {
      return DocumentReading(faults: .characters)
    }
    var reading = DocumentReading(sex: bytes[16] & 1 == 1 ? .male : .female)
    if let date = birthDate(bytes) {
      reading.birthDate = date
      if date > today { reading.faults.insert(.future) }
    } else {
      reading.faults.insert(.date)
    }
    if last != check { reading.faults.insert(.check) }
    return reading
  }

  /// The date at places 7–14 of a number whose first 17 characters are digits.
  static func birthDate(_ bytes: Span<UInt8>) -> CalendarDate? {
    CalendarDate(year: number(bytes, 6..<10), month: number(bytes, 10..<12), day: number(bytes, 12..<14))
  }

  /// The value of a range of digits.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var value = 0
    for place in range { value = value * 10 + Int(bytes[place] &- UInt8(ascii: "0")) }
    return value
  }
}
