/// 意向考试日期 — how many individual candidates may choose a day of the exam at a site (SET-04).
public struct PreferredDay: Sendable, Equatable, Codable {
  /// An exam day.
  public var date: CalendarDate
  /// The most candidates who may choose it, at least 1.
  public var places: Int

  /// A day and its places.
  public init(date: CalendarDate, places: Int) {
    self.date = date
    self.places = places
  }
}
