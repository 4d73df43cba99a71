/// 编排结果 — a seat for every entry of the problem (ARR-03), and how the wishes for dates fared (ARR-04).
public struct ArrangementResult: Sendable, Equatable {
  /// The seats, one for each entry, in the order of the problem's entries.
  public var seats: [Seat]
  /// 总意向 — how many entries asked for a day.
  public var asked: Int
  /// 已编排符合意向 — how many of them got it.
  public var kept: Int
  /// A bound that no arrangement of this site can exceed; where it equals `kept`, no arrangement keeps more.
  public var keptAtMost: Int

  /// 已编排不符合意向 — how many asked for a day and got another.
  public var notKept: Int { asked - kept }

  /// A result.
  public init(seats: [Seat], asked: Int, kept: Int, keptAtMost: Int) {
    self.seats = seats
    self.asked = asked
    self.kept = kept
    self.keptAtMost = keptAtMost
  }

  /// 座位 — one place in one batch.
  public struct Seat: Sendable, Hashable {
    /// An index into the problem's batches.
    public var batch: Int
    /// The place in the batch, from 1.
    public var place: Int

    /// A seat.
    public init(batch: Int, place: Int) {
      self.batch = batch
      self.place = place
    }
  }
}
