/// 条目时间 — the wall-clock time an entry carries: 1980 to 2107, in steps of two seconds, without a time zone.
public struct ZIPDate: Sendable, Equatable {
  /// The date in MS-DOS form: year since 1980 in 7 bits, month in 4, day in 5.
  let day: UInt16
  /// The time in MS-DOS form: hour in 5 bits, minute in 6, half seconds in 5.
  let time: UInt16

  /// A time; parts out of range are brought to the nearest that can be stored.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    func part(_ value: Int, _ range: ClosedRange<Int>, shift: Int) -> UInt16 {
      UInt16(min(max(value, range.lowerBound), range.upperBound)) << UInt16(shift)
    }
    self.day =
      part(year - 1980, 0...127, shift: 9) | part(month, 1...12, shift: 5) | part(day, 1...31, shift: 0)
    time =
      part(hour, 0...23, shift: 11) | part(minute, 0...59, shift: 5) | part(second / 2, 0...29, shift: 0)
  }

  /// The first time that can be stored, 1980-01-01 00:00:00, for output that does not depend on the clock.
  public static let earliest = ZIPDate(year: 1980, month: 1, day: 1)
}
