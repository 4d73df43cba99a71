/// DBF 日期 — the day of the last change in a DBF header. It is given, never taken from the clock, so that the
/// same data makes the same bytes.
public struct DBFDate: Sendable, Equatable {
  /// The year, 1900–2155.
  public let year: Int
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// A date; nil where a header cannot hold it.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2155).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}
