/// 编排问题 — everything that an arrangement of one site depends on, as plain values (ARR-03, ARR-05).
///
/// Days are day numbers (any fixed origin, the same everywhere), times are minutes of the day. The arrangement
/// of a selection of candidates into a selection of batches is a problem with just those entries and batches;
/// what is arranged already and stays is named in `standing`.
public struct ArrangementProblem: Sendable {
  /// 报考 — the entries that need a seat, in the order in which seats are given within a subject.
  public var entries: [Entry]
  /// 科目 — the subjects that entries point at by index.
  public var subjects: [Subject]
  /// 批次 — the batches that may be used, in any order.
  public var batches: [Batch]
  /// 已编排 — seats that are taken and stay taken.
  public var standing: [Standing]

  /// A problem; `standing` is empty for the arrangement of a whole site.
  public init(entries: [Entry], subjects: [Subject], batches: [Batch], standing: [Standing] = []) {
    self.entries = entries
    self.subjects = subjects
    self.batches = batches
    self.standing = standing
  }

  /// 报考 — one subject of one candidate.
  public struct Entry: Sendable, Hashable {
    /// The caller's own number for the entry.
    public var id: Int64
    /// Who sits it: entries with the same number belong to one candidate.
    public var candidate: Int64
    /// An index into `subjects`.
    public var subject: Int
    /// 意向日期 — the day that the candidate asked for, if any.
    public var preferredDay: Int?

    /// An entry.
    public init(id: Int64, candidate: Int64, subject: Int, preferredDay: Int? = nil) {
      self.id = id
      self.candidate = candidate
      self.subject = subject
      self.preferredDay = preferredDay
    }
  }

  /// 科目 — where and when a subject may be sat.
  public struct Subject: Sendable, Hashable {
    /// The subject's code; decides the order of seats within a batch.
    public var code: String
    /// The days on which it may be sat.
    public var days: [ClosedRange<Int>]
    /// 考场类型 — the kind of room that it needs; nil: any.
    public var kind: String?
    /// How long a batch must be at least; nil: any length will do.
    public var minutes: Int?

    /// A subject.
    public init(code: String, days: [ClosedRange<Int>], kind: String? = nil, minutes: Int? = nil) {
      self.code = code
      self.days = days
      self.kind = kind
      self.minutes = minutes
    }

    /// Whether `batch` lies inside the dates, is of the right kind and long enough.
    public func accepts(_ batch: Batch) -> Bool {
      days.contains { $0.contains(batch.day) } && (kind == nil || kind == batch.kind)
        && batch.end - batch.start >= minutes ?? 0
    }
  }

  /// 批次 — one sitting time of one room.
  public struct Batch: Sendable, Hashable {
    /// 考场号.
    public var room: Int
    /// 批次号, counted within the room.
    public var number: Int
    /// 考场类型 — the room's kind, where kinds are told apart.
    public var kind: String?
    /// The exam day's number.
    public var day: Int
    /// The first minute of the day.
    public var start: Int
    /// The minute of the day at which it is over.
    public var end: Int
    /// 座位数.
    public var seats: Int
    /// Whether new entries may be seated in it; a batch outside the selection only holds `standing` seats.
    public var isOpen: Bool

    /// A batch.
    public init(
      room: Int, number: Int, kind: String? = nil, day: Int, start: Int, end: Int, seats: Int,
      isOpen: Bool = true
    ) {
      self.room = room
      self.number = number
      self.kind = kind
      self.day = day
      self.start = start
      self.end = end
      self.seats = seats
      self.isOpen = isOpen
    }

    /// 间隔 — whether one candidate can sit both: more than 15 minutes lie between them (ARR-03).
    public func leavesTime(for other: Batch) -> Bool {
      SittingTime(self).leavesTime(for: SittingTime(other))
    }
  }

  /// 已编排 — a seat that was given earlier and stays.
  public struct Standing: Sendable, Hashable {
    /// Who sits there.
    public var candidate: Int64
    /// An index into `batches`.
    public var batch: Int
    /// The place in the batch, from 1.
    public var place: Int

    /// A seat that stays.
    public init(candidate: Int64, batch: Int, place: Int) {
      self.candidate = candidate
      self.batch = batch
      self.place = place
    }
  }
}
