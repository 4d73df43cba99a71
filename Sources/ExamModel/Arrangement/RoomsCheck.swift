/// 考场批次核对 — judges the rooms and batches of a site (ARR-01, NCRE ch. 30).
public struct RoomsCheck: Sendable {
  /// 批次错误 — one broken rule. Batches are indices into the list that is judged.
  public enum Fault: Sendable, Hashable {
    /// The day is not an exam day of the sitting.
    case notAnExamDay(batch: Int)
    /// The batch does not end after it starts.
    case endsBeforeStart(batch: Int)
    /// The batch starts before 08:00 or ends after 20:00.
    case outsideHours(batch: Int)
    /// The batch has no seat.
    case noSeats(batch: Int)
    /// The room has two batches with this number; `batch` is the later one in the list.
    case doubledNumber(batch: Int, first: Int)
    /// The batch begins before an earlier one of its room is over.
    case overlap(batch: Int, earlier: Int)
  }

  /// 08:00, the first minute of the day at which a batch may start.
  public static let opens = 8 * 60
  /// 20:00, the minute at which the last batch must be over.
  public static let closes = 20 * 60

  /// The exam days of the sitting.
  public let examDays: Set<Int>

  /// A check for a sitting with these days.
  public init(examDays: Set<Int>) {
    self.examDays = examDays
  }

  /// Everything wrong with `batches`, in the order of the list; overlaps come last.
  public func faults(in batches: [ArrangementProblem.Batch]) -> [Fault] {
    var faults: [Fault] = []
    var firsts: [[Int]: Int] = [:]
    for (index, batch) in batches.enumerated() {
      if !examDays.contains(batch.day) { faults.append(.notAnExamDay(batch: index)) }
      if batch.end <= batch.start { faults.append(.endsBeforeStart(batch: index)) }
      if batch.start < Self.opens || batch.end > Self.closes { faults.append(.outsideHours(batch: index)) }
      if batch.seats < 1 { faults.append(.noSeats(batch: index)) }
      if let first = firsts[[batch.room, batch.number]] {
        faults.append(.doubledNumber(batch: index, first: first))
      } else {
        firsts[[batch.room, batch.number]] = index
      }
    }
    return faults + overlaps(batches)
  }

  /// Room numbers that stand more than once in a list of rooms, each once, in order.
  public static func doubledRooms(_ numbers: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return Set(numbers.filter { !seen.insert($0).inserted }).sorted()
  }

  /// Which of `batches` (indices) cannot be deleted, because somebody is arranged in them.
  public static func undeletable(batches: Set<Int>, used: Set<Int>) -> [Int] {
    batches.intersection(used).sorted()
  }

  /// Which of `rooms` (numbers) cannot be deleted, because somebody is arranged in one of their batches.
  public static func undeletable(
    rooms: Set<Int>, batches: [ArrangementProblem.Batch], used: Set<Int>
  ) -> [Int] {
    rooms.intersection(used.map { batches[$0].room }).sorted()
  }

  /// A batch may begin in the minute in which the one before it ends.
  private func overlaps(_ batches: [ArrangementProblem.Batch]) -> [Fault] {
    let ordered = batches.indices.filter { batches[$0].start < batches[$0].end }.sorted { one, other in
      (batches[one].room, batches[one].day, batches[one].start, one)
        < (batches[other].room, batches[other].day, batches[other].start, other)
    }
    var faults: [Fault] = []
    var last: Int?
    for index in ordered {
      if let earlier = last, batches[earlier].room == batches[index].room,
        batches[earlier].day == batches[index].day
      {
        if batches[index].start < batches[earlier].end {
          faults.append(.overlap(batch: index, earlier: earlier))
        }
        if batches[index].end <= batches[earlier].end { continue }
      }
      last = index
    }
    return faults
  }
}
