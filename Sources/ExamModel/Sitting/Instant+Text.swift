extension Instant {
  /// Reads `2020-07-23 08:00` and `2020-07-23 08:00:00` (a `T` may stand for the blank), in Asia/Shanghai unless
  /// `Z` or an offset such as `+08:00` follows. Anything else, and any day or time there is not, is nil.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let date = CalendarDate(year: year, month: month, day: day),
      bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      let minutes = Self.clock(bytes[11..<16], hours: 0...23)
    else { return nil }

    var rest = bytes[16...]
    var seconds = 0
    if rest.first == UInt8(ascii: ":") {
      guard let number = Self.number(rest.dropFirst().prefix(2)), number < 60, rest.count >= 3 else {
        return nil
      }
      seconds = number
      rest = rest.dropFirst(3)
    }
    guard let offset = Self.offset(rest) else { return nil }
    self.init(secondsSince1970: date.dayNumber * 86_400 + minutes * 60 + seconds - offset)
  }

  /// `2020-07-23 08:00:00` in Asia/Shanghai, as lists show it.
  public var text: String { Self.text(of: self, offset: Self.shanghaiOffset, separator: " ") }

  /// `2020-07-23 08:00` in Asia/Shanghai, as people write it; the seconds follow only where there are any.
  public var shortText: String { secondsSince1970 % 60 == 0 ? String(text.dropLast(3)) : text }

  /// `2020-07-23T08:00:00+08:00`.
  public var iso: String { Self.text(of: self, offset: Self.shanghaiOffset, separator: "T") + "+08:00" }

  /// `2020-07-23T00:00:00Z`.
  public var isoUTC: String { Self.text(of: self, offset: 0, separator: "T") + "Z" }

  /// `202007230800` in Asia/Shanghai, as the names of packages carry it.
  public var minuteStamp: String { text.prefix(16).filter { $0.isASCII && $0.isNumber } }

  private static func text(of instant: Instant, offset: Int, separator: String) -> String {
    let second = instant.second(offset: offset)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return instant.day(offset: offset).iso + separator + clock.joined(separator: ":")
  }

  /// The value of digits; nil where there are none or anything else is among them.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// The minutes since midnight of `HH:MM`.
  private static func clock(_ bytes: ArraySlice<UInt8>, hours: ClosedRange<Int>) -> Int? {
    guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
      let hour = number(bytes.prefix(2)), hours.contains(hour),
      let minute = number(bytes.suffix(2)), minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The seconds east of UTC that the end of a text says; Asia/Shanghai where it says nothing.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return shanghaiOffset }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let minutes = clock(bytes.dropFirst(), hours: 0...14)
    else { return nil }
    return (sign == UInt8(ascii: "+") ? 60 : -60) * minutes
  }
}

extension Instant: CustomStringConvertible {
  /// `2020-07-23 08:00:00` in Asia/Shanghai.
  public var description: String { text }
}
