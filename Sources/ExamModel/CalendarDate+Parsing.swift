extension CalendarDate {
  /// Reads a date in any spelling that a sheet may hold: `19990102`, `1999-1-2`, `1999/1/2`, `1999.1.2`,
  /// `1999年1月2日`. The year has four digits. Anything before or after the date, blanks too, makes it nil.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  /// Reads a date from UTF-8 bytes; see `init(_: String)`.
  public init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 8, let year = Self.number(bytes, from: 0, digits: 4) else { return nil }
    if bytes.count == 8, let monthAndDay = Self.number(bytes, from: 4, digits: 4) {
      self.init(year: year, month: monthAndDay / 100, day: monthAndDay % 100)
      return
    }
    var place = 4
    let separator = bytes[4]
    let isChinese = separator == 0xE5
    switch separator {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), 0xE5: break
    default: return nil
    }
    if isChinese {
      guard Self.skip(0xE5, 0xB9, 0xB4, in: bytes, at: &place) else { return nil }  // 年
    } else {
      place += 1
    }
    guard let month = Self.shortNumber(bytes, at: &place) else { return nil }
    if isChinese {
      guard Self.skip(0xE6, 0x9C, 0x88, in: bytes, at: &place) else { return nil }  // 月
    } else {
      guard place < bytes.count, bytes[place] == separator else { return nil }
      place += 1
    }
    guard let day = Self.shortNumber(bytes, at: &place) else { return nil }
    if isChinese {
      guard Self.skip(0xE6, 0x97, 0xA5, in: bytes, at: &place) else { return nil }  // 日
    }
    guard place == bytes.count else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day of a spreadsheet's serial number, its time of day left out. In the 1900 system serial 60 is the
  /// 29 February 1900 that never was, so it is nil.
  public init?(serial: Int, countsFrom1904: Bool = false) {
    guard serial >= 0, serial < 3_000_000 else { return nil }
    if countsFrom1904 {
      self.init(dayNumber: serial - 24_107)
    } else {
      guard serial >= 1, serial != 60 else { return nil }
      self.init(dayNumber: serial - (serial < 60 ? 25_568 : 25_569))
    }
  }

  private static func number(_ bytes: Span<UInt8>, from start: Int, digits: Int) -> Int? {
    var value = 0
    for place in start..<start + digits {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// One or two digits.
  private static func shortNumber(_ bytes: Span<UInt8>, at place: inout Int) -> Int? {
    guard place < bytes.count, let first = number(bytes, from: place, digits: 1) else { return nil }
    place += 1
    guard place < bytes.count, let second = number(bytes, from: place, digits: 1) else { return first }
    place += 1
    return first * 10 + second
  }

  private static func skip(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, in bytes: Span<UInt8>, at place: inout Int
  ) -> Bool {
    guard place + 3 <= bytes.count, bytes[place] == first, bytes[place + 1] == second,
      bytes[place + 2] == third
    else { return false }
    place += 3
    return true
  }
}
