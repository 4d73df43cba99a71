/// 数字格式 — what a cell's format makes of its number: a plain number, a date, or a time of day.
public enum NumberFormat: UInt8, Sendable {
  case number
  case date
  case time

  /// A format that every workbook has without saying so; the numbers 27–36 and 50–58 are those of Chinese editions.
  public init(builtin id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// A format by its code: `yyyy"年"m"月"d"日"` is a date, `[h]:mm` a time, `0.00"米"` a number. What stands in quotes,
  /// in brackets, or after `\`, `_` or `*` is no part of the question, apart from elapsed time (`[h]`, `[mm]`, `[s]`).
  public init(code: String) {
    var letters = LettersOfTime()
    var rest = code.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        rest = rest.dropFirst()
      case UInt8(ascii: "\""):
        rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "["):
        let inside = rest.prefix { $0 != UInt8(ascii: "]") }
        if !inside.isEmpty, inside.allSatisfy(LettersOfTime.isElapsed) { letters.hasTime = true }
        rest = rest.dropFirst(inside.count + 1)
      default:
        letters.see(byte)
      }
    }
    self = letters.format
  }
}

/// Which letters of dates and times a format code shows. An `m` is a month or a minute, as its company says.
private struct LettersOfTime {
  var hasDate = false
  var hasTime = false
  var hasMonthOrMinute = false

  mutating func see(_ byte: UInt8) {
    switch byte | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDate = true
    case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
    case UInt8(ascii: "m"): hasMonthOrMinute = true
    default: break
    }
  }

  static func isElapsed(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "h") || byte | 0x20 == UInt8(ascii: "m") || byte | 0x20 == UInt8(ascii: "s")
  }

  var format: NumberFormat {
    if hasDate { return .date }
    if hasTime { return .time }
    return hasMonthOrMinute ? .date : .number
  }
}
