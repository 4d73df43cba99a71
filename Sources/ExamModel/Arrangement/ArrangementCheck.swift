/// 编排核对 — judges seats against the rules without knowing how they were found (ARR-03).
///
/// It serves arrangements made elsewhere (ARR-07) as well as our own.
public struct ArrangementCheck: Sendable {
  /// 编排错误 — one broken rule. Entries are indices into the problem's entries, batches into its batches.
  public enum Fault: Sendable, Hashable {
    /// There is not exactly one seat for each entry.
    case seatCount(expected: Int, found: Int)
    /// The batch does not exist or takes no new entries.
    case unknownBatch(entry: Int)
    /// The place is not one of the batch's seats.
    case beyondSeats(entry: Int, place: Int, seats: Int)
    /// The place is another's: of an entry, or (nil) of somebody seated earlier.
    case takenSeat(entry: Int, by: Int?)
    /// The batch lies outside the subject's dates.
    case wrongDay(entry: Int)
    /// The room is not of the subject's kind.
    case wrongKind(entry: Int)
    /// The batch is shorter than the subject.
    case tooShort(entry: Int, minutes: Int)
    /// Less than 16 minutes lie between two subjects of a candidate: two entries, or (nil) a seat given earlier.
    case tooClose(entry: Int, other: Int?)
    /// A place below a taken one is empty.
    case gap(batch: Int, place: Int)
  }

  /// The problem that the seats are to solve.
  public let problem: ArrangementProblem

  /// A check of seats for `problem`.
  public init(_ problem: ArrangementProblem) {
    self.problem = problem
  }

  /// Everything wrong with `seats`, one seat for each entry in the entries' order; empty where they are right.
  /// Gaps within a batch are faults only where `gaps` asks for them: standing seats may leave some.
  public func faults(in seats: [ArrangementResult.Seat], gaps: Bool = true) -> [Fault] {
    guard seats.count == problem.entries.count else {
      return [.seatCount(expected: problem.entries.count, found: seats.count)]
    }
    var faults: [Fault] = []
    var known: [Int] = []
    for (entry, seat) in seats.enumerated() {
      guard problem.batches.indices.contains(seat.batch), problem.batches[seat.batch].isOpen else {
        faults.append(.unknownBatch(entry: entry))
        continue
      }
      known.append(entry)
      faults += placement(of: entry, in: seat)
    }
    return faults + doubles(seats, of: known) + distances(seats, of: known)
      + (gaps ? self.gaps(seats, of: known) : [])
  }

  /// How many entries asked for a day, and how many of them sit on it (ARR-04).
  public func wishes(in seats: [ArrangementResult.Seat]) -> (asked: Int, kept: Int) {
    var asked = 0
    var kept = 0
    for (entry, seat) in zip(problem.entries, seats) {
      guard let day = entry.preferredDay else { continue }
      asked += 1
      if problem.batches.indices.contains(seat.batch), problem.batches[seat.batch].day == day { kept += 1 }
    }
    return (asked, kept)
  }

  private func placement(of entry: Int, in seat: ArrangementResult.Seat) -> [Fault] {
    let batch = problem.batches[seat.batch]
    let subject = problem.subjects[problem.entries[entry].subject]
    var faults: [Fault] = []
    if seat.place < 1 || seat.place > batch.seats {
      faults.append(.beyondSeats(entry: entry, place: seat.place, seats: batch.seats))
    }
    if !subject.days.contains(where: { $0.contains(batch.day) }) { faults.append(.wrongDay(entry: entry)) }
    if let kind = subject.kind, kind != batch.kind { faults.append(.wrongKind(entry: entry)) }
    let minutes = batch.end - batch.start
    if minutes < subject.minutes ?? 0 { faults.append(.tooShort(entry: entry, minutes: minutes)) }
    return faults
  }

  private func doubles(_ seats: [ArrangementResult.Seat], of entries: [Int]) -> [Fault] {
    var holders: [ArrangementResult.Seat: Int?] = [:]
    for standing in problem.standing {
      holders[ArrangementResult.Seat(batch: standing.batch, place: standing.place)] = .some(nil)
    }
    return entries.compactMap { entry in
      if let holder = holders[seats[entry]] { return .takenSeat(entry: entry, by: holder) }
      holders[seats[entry]] = .some(entry)
      return nil
    }
  }

  private func distances(_ seats: [ArrangementResult.Seat], of entries: [Int]) -> [Fault] {
    var sat: [Int64: [(entry: Int?, batch: Int)]] = [:]
    for standing in problem.standing {
      sat[standing.candidate, default: []].append((nil, standing.batch))
    }
    var faults: [Fault] = []
    for entry in entries {
      let batch = seats[entry].batch
      let candidate = problem.entries[entry].candidate
      for other in sat[candidate, default: []]
      where !problem.batches[batch].leavesTime(for: problem.batches[other.batch]) {
        faults.append(.tooClose(entry: entry, other: other.entry))
      }
      sat[candidate, default: []].append((entry, batch))
    }
    return faults
  }

  private func gaps(_ seats: [ArrangementResult.Seat], of entries: [Int]) -> [Fault] {
    var places: [Int: Set<Int>] = [:]
    for standing in problem.standing { places[standing.batch, default: []].insert(standing.place) }
    for entry in entries { places[seats[entry].batch, default: []].insert(seats[entry].place) }
    return places.sorted { $0.key < $1.key }.compactMap { batch, places in
      let first = (1...(places.count + 1)).first { !places.contains($0) } ?? 1
      return first <= places.count ? .gap(batch: batch, place: first) : nil
    }
  }
}
