/// 场次时间 — a day with a start and an end; batches of many rooms share one.
struct SittingTime: Hashable, Comparable {
  let day: Int
  let start: Int
  let end: Int

  /// What must lie between two subjects of a candidate is more than this.
  static let gap = 15

  init(_ batch: ArrangementProblem.Batch) {
    day = batch.day
    start = batch.start
    end = batch.end
  }

  /// Whether one candidate can sit both.
  func leavesTime(for other: SittingTime) -> Bool {
    day != other.day || other.start - end > Self.gap || start - other.end > Self.gap
  }

  static func < (one: SittingTime, other: SittingTime) -> Bool {
    (one.day, one.start, one.end) < (other.day, other.start, other.end)
  }
}
