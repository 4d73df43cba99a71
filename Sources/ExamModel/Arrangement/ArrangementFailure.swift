/// 无法编排 — why no arrangement is given, in numbers (ARR-06). Nothing is kept.
public struct ArrangementFailure: Error, Sendable, Equatable {
  /// The reasons, the plainest first; never empty.
  public var reasons: [Reason]

  /// A failure for these reasons.
  public init(reasons: [Reason]) {
    self.reasons = reasons
  }

  /// Whether it is proved that the site has no arrangement. Where false, the search ended without one.
  public var isProved: Bool {
    reasons.contains { reason in
      if case .notFound = reason { false } else { true }
    }
  }

  /// 原因 — one reason, with the numbers that show it. Subjects are indices into the problem's subjects.
  public enum Reason: Sendable, Equatable {
    /// 没有可用批次 — no batch at all fits the subject.
    case noBatch(subject: Int, entries: Int, lacking: Lacking)
    /// 考生场次不够 — the candidate's subjects cannot all be sat: at most `fitting` of them lie far enough apart.
    case candidate(Int64, subjects: [Int], fitting: Int)
    /// 座位不够 — these subjects have `entries` entries and all batches that fit any of them, on `days`, have
    /// only `seats` free seats.
    case seats(subjects: [Int], entries: Int, seats: Int, days: [Int])
    /// 多科目考生错不开 — seats there are, but candidates with several subjects cannot sit two at a time: of the
    /// `entries` entries of these subjects at most `placeable` can be seated.
    case overlapping(subjects: [Int], entries: Int, placeable: Int)
    /// 穷举无解 — every arrangement was gone through; none seats all `entries` entries.
    case searched(entries: Int)
    /// 未找到 — not proved: the search ended with `seated` of `entries` entries seated at once; the entries
    /// left over are of these subjects.
    case notFound(entries: Int, seated: Int, subjects: [Int])
  }

  /// 所缺 — what the batches of a site lack for a subject.
  public enum Lacking: Sendable, Equatable {
    /// No batch lies on the subject's days.
    case days
    /// Batches on its days, but none in a room of its kind.
    case kind
    /// Batches on its days in rooms of its kind, but none is long enough; the longest has so many minutes.
    case minutes(longest: Int)
  }
}
