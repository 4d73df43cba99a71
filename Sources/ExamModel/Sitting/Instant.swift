/// 时刻 — a point in time as whole seconds since 1 January 1970 00:00 UTC. People read and write it as the clock on
/// the wall shows it in Asia/Shanghai, eight hours ahead of UTC all year round (summer time ended in 1991).
///
/// It lies between the years 1 and 9999; whatever lies outside is moved to the nearest end.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1 January 1970 00:00 UTC.
  public let secondsSince1970: Int

  /// The time zone of wall clocks, in seconds east of UTC.
  static let shanghaiOffset = 8 * 3_600
  /// 0001-01-01T00:00:00Z … 9999-12-31T23:59:59+08:00, so that both zones show a year from 1 to 9999.
  private static let range = -62_135_596_800...253_402_271_999

  /// The point in time a number of seconds after 1 January 1970 00:00 UTC.
  public init(secondsSince1970: Int) {
    self.secondsSince1970 = min(max(secondsSince1970, Self.range.lowerBound), Self.range.upperBound)
  }

  /// The beginning of a day in Asia/Shanghai.
  public init(startOf date: CalendarDate) {
    self.init(secondsSince1970: date.dayNumber * 86_400 - Self.shanghaiOffset)
  }

  /// The point in time a number of seconds later; earlier where negative.
  public func adding(seconds: Int) -> Instant {
    let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
    return Instant(secondsSince1970: overflow ? (seconds < 0 ? Int.min : Int.max) : sum)
  }

  /// The day that a calendar in Asia/Shanghai shows.
  public var date: CalendarDate { day(offset: Self.shanghaiOffset) }

  /// The seconds since midnight that a clock in Asia/Shanghai shows, 0 ..< 86 400.
  public var secondOfDay: Int { second(offset: Self.shanghaiOffset) }

  func day(offset: Int) -> CalendarDate {
    let local = secondsSince1970 + offset
    let dayNumber = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let date = CalendarDate(dayNumber: dayNumber) else {
      preconditionFailure("an instant lies between the years 1 and 9999")
    }
    return date
  }

  func second(offset: Int) -> Int {
    let rest = (secondsSince1970 + offset) % 86_400
    return rest < 0 ? rest + 86_400 : rest
  }
}

extension Instant: Comparable {
  public static func < (first: Self, second: Self) -> Bool {
    first.secondsSince1970 < second.secondsSince1970
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a time: YYYY-MM-DDTHH:MM:SS+08:00 is")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
