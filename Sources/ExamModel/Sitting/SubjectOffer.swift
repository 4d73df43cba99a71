/// 开考科目 — that a subject is offered, and on which exam days (SET-02).
public struct SubjectOffer: Sendable, Equatable, Codable {
  /// The exam days on which it may be sat, in order, each once.
  public let dates: [CalendarDate]

  /// An offer on days in any order.
  public init(dates: some Sequence<CalendarDate>) {
    self.dates = Set(dates).sorted()
  }

  /// Whether every day of another offer is one of this offer's.
  public func contains(_ other: SubjectOffer) -> Bool {
    other.dates.allSatisfy(dates.contains)
  }
}
