/// 日期 — a day of the Gregorian calendar between the years 1 and 9999, without time and zone. It always is a real
/// day: 30 February cannot be made.
public struct CalendarDate: Hashable, Sendable {
  /// `yyyymmdd` as one number, which sorts like the dates.
  private let digits: Int32

  /// A day, or nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    digits = Int32(year * 10_000 + month * 100 + day)
  }

  /// The day a number of days after 1 January 1970 (before it, where negative), or nil outside the years 1–9999.
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    // Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The year, 1–9999.
  public var year: Int { Int(digits) / 10_000 }
  /// The month, 1–12.
  public var month: Int { Int(digits) / 100 % 100 }
  /// The day of the month, from 1.
  public var day: Int { Int(digits) % 100 }

  /// How many days a month has, 28–31. `month` is 1–12.
  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  public static func < (first: Self, second: Self) -> Bool { first.digits < second.digits }
}

extension CalendarDate: CustomStringConvertible {
  /// `1999-01-02`, the form in which dates are stored and shown.
  public var description: String { iso }

  /// `1999-01-02`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = digits
      for place in [9, 8, 6, 5, 3, 2, 1, 0] {
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// `19990102`, the form of machine-test data and identity numbers.
  public var compact: String {
    iso.filter { $0 != "-" }
  }
}

extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: YYYY-MM-DD is")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
