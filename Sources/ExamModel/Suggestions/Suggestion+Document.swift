extension Suggestion {
  /// What is known of the holder of a document from elsewhere: the row's own cells, and what a number may be.
  public struct Holder: Sendable {
    /// The birth date that the row gives; nil where it gives none.
    public var birthDate: CalendarDate?
    /// The sex that the row gives; nil where it gives none.
    public var sex: Sex?
    let regions: RegionCodes
    let today: CalendarDate

    /// A holder.
    public init(birthDate: CalendarDate?, sex: Sex?, regions: RegionCodes, today: CalendarDate) {
      self.birthDate = birthDate
      self.sex = sex
      self.regions = regions
      self.today = today
    }
  }

  /// The number that was meant by a faulty one of a kind of document (IDN-01, IDN-05), where one only fits.
  ///
  /// Of an 18-character number it is: the form without letters for digits; one character too many left out; a lost `X`
  /// put back; the 18 characters of a 15-digit number; where the number contradicts the row's birth date or sex, the one
  /// number a swap of neighbours or a single digit away that does not; else the check character that fits, unless a swap
  /// of neighbours explains the number as well.
  public static func document(_ number: String, type: DocumentType, holder: Holder) -> String? {
    guard let plain = TypingSlips.plain(number), plain.utf8.count <= 30 else { return nil }
    if !type.hasCheckCharacter || plain.utf8.count == 15 && type == .permanentResidenceCard {
      return otherDocument(plain, number, type, holder)
    }
    let digits = type.stored(TypingSlips.lettersAsDigits(plain))
    if digits != number, fits(digits, type, holder) { return digits }
    let bytes = Array(digits.utf8)
    switch bytes.count {
    case 15 where type == .residentCard: return ResidentID.completed(fifteenDigits: digits)
    case 17:
      let completed = CheckCharacter.completed(digits)
      return completed.flatMap { $0.hasSuffix("X") && fits($0, type, holder) ? $0 : nil }
    case 18: return digits == type.stored(number) ? eighteen(bytes, digits, type, holder) : nil
    case 19:
      return only(bytes.indices.map { bytes[..<$0] + bytes[($0 + 1)...] }, type, holder)
    default: return nil
    }
  }

  private static func eighteen(
    _ bytes: [UInt8], _ number: String, _ type: DocumentType, _ holder: Holder
  ) -> String? {
    guard bytes.dropLast().allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return nil }
    let reading = type.read(number, regions: holder.regions, today: holder.today)
    let swaps = (0..<17).filter { bytes[$0] != bytes[$0 + 1] }.map { place -> ArraySlice<UInt8> in
      var swapped = bytes
      swapped.swapAt(place, place + 1)
      return swapped[...]
    }
    if reading.birthDate == nil || !agrees(reading, holder) {
      // Nothing in the row tells which of many numbers it could be.
      guard holder.birthDate != nil else { return nil }
      return only(swaps + exchanges(bytes), type, holder)
    }
    guard reading.faults.subtracting(.region) == .check else { return nil }
    return swaps.contains { fits(String(decoding: $0, as: UTF8.self), type, holder) }
      ? nil : CheckCharacter.completed(number)
  }

  /// The numbers that differ in one of the first 17 digits, and whose check character fits.
  private static func exchanges(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var numbers: [ArraySlice<UInt8>] = []
    for place in 0..<17 {
      var exchanged = bytes
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != bytes[place] {
        exchanged[place] = digit
        if CheckCharacter.character(for: exchanged.span) == bytes[17] { numbers.append(exchanged[...]) }
      }
    }
    return numbers
  }

  private static func fits(_ number: String, _ type: DocumentType, _ holder: Holder) -> Bool {
    let reading = type.read(number, regions: holder.regions, today: holder.today)
    return reading.faults.isEmpty && agrees(reading, holder)
  }

  private static func agrees(_ reading: DocumentReading, _ holder: Holder) -> Bool {
    (holder.birthDate == nil || reading.birthDate == holder.birthDate)
      && (holder.sex == nil || reading.sex == holder.sex)
  }

  /// The one number among several that fits; nil where there are more, or none.
  private static func only(
    _ numbers: [ArraySlice<UInt8>], _ type: DocumentType, _ holder: Holder
  ) -> String? {
    let fitting = Set(numbers.map { String(decoding: $0, as: UTF8.self) }.filter { fits($0, type, holder) })
    return fitting.count == 1 ? fitting.first : nil
  }

  /// Capital letters, and digits behind the letters that such a number begins with.
  private static func otherDocument(
    _ plain: String, _ number: String, _ type: DocumentType, _ holder: Holder
  ) -> String? {
    guard !type.isFreeText else { return nil }
    let capital = plain.uppercased()
    let letters = type == .taiwanPermit ? 0 : type == .permanentResidenceCard ? 3 : 1
    let digits =
      String(capital.prefix(letters)) + TypingSlips.lettersAsDigits(String(plain.dropFirst(letters)))
    return [capital, digits].first { $0 != number && fits($0, type, holder) }
  }
}
