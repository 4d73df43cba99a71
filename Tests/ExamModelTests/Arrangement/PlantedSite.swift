import ExamModel

/// 样本考点 — a site made from a seed around an arrangement that is known, so that it has one: every entry is made by
/// seating a candidate in free seats, until the share of seats asked for is taken.
struct PlantedSite {
  /// How the times of a site's batches lie.
  enum Times: CaseIterable, Sendable {
    /// All rooms alike, half an hour between batches.
    case aligned
    /// All rooms alike, exactly 15 minutes between batches: neighbours exclude one another.
    case adjoining
    /// Half of the rooms begin an hour later: every batch overlaps two of the other rooms.
    case staggered
    /// Rooms of 90 and of 120 minutes.
    case mixed
  }

  let problem: ArrangementProblem

  /// A site with `rooms` rooms of about `seats` seats, of which `percent` of 100 are taken.
  init(
    seed: UInt64, rooms: Int, seats: Int, percent: Int, times: Times, kinds: Bool = false, days: Int = 3,
    perDay: Int = 4, single: Int = 50, subjects: Int = 12
  ) {
    var chance = TestChance(seed: seed)
    var batches: [ArrangementProblem.Batch] = []
    for room in 1...rooms {
      let kind = kinds ? ["machine", "practical", "written"][chance.next(3)] : nil
      let size = seats - chance.next(max(1, seats / 3))
      for number in 0..<(days * perDay) {
        let (start, end) = Self.span(times, room: room, number: number % perDay)
        batches.append(
          .init(
            room: room, number: number + 1, kind: kind, day: 100 + number / perDay, start: start, end: end,
            seats: size))
      }
    }
    let subjects = (0..<subjects).map { index in
      let first = index % 4 == 0 ? 1 : 0
      let last = index % 3 == 0 ? 1 : days - 1
      return ArrangementProblem.Subject(
        code: String(14 + index), days: [(100 + min(first, last))...(100 + last)],
        kind: kinds ? ["machine", "practical", "written", nil][index % 4] : nil,
        minutes: times == .mixed ? (index % 2 == 0 ? 90 : 120) : nil)
    }
    problem = Self.plant(
      batches, subjects, percent: percent, single: single, days: days, &chance)
  }

  private static func span(_ times: Times, room: Int, number: Int) -> (Int, Int) {
    switch times {
    case .aligned: (480 + number * 150, 600 + number * 150)
    case .adjoining: (480 + number * 135, 600 + number * 135)
    case .staggered: (480 + number * 150 + room % 2 * 60, 600 + number * 150 + room % 2 * 60)
    case .mixed:
      room % 2 == 0 ? (480 + number * 150, 600 + number * 150) : (480 + number * 120, 570 + number * 120)
    }
  }

  private static func plant(
    _ batches: [ArrangementProblem.Batch], _ subjects: [ArrangementProblem.Subject], percent: Int,
    single: Int,
    days: Int, _ chance: inout TestChance
  ) -> ArrangementProblem {
    var free = batches.map(\.seats)
    let wanted = free.reduce(0, +) * percent / 100
    let accepting = batches.map { batch in subjects.indices.filter { subjects[$0].accepts(batch) } }
    var open = batches.indices.filter { !accepting[$0].isEmpty }
    var entries: [ArrangementProblem.Entry] = []
    var candidate: Int64 = 0
    while entries.count < wanted, !open.isEmpty {
      candidate += 1
      let size = chance.next(100) < single ? 1 : 2 + chance.next(2)
      var sat: [(batch: Int, subject: Int)] = []
      for _ in 0..<(4 * size) where sat.count < size && entries.count < wanted && !open.isEmpty {
        let batch = open[chance.next(open.count)]
        let subject = accepting[batch][chance.next(accepting[batch].count)]
        let fits = sat.allSatisfy {
          $0.subject != subject && batches[$0.batch].leavesTime(for: batches[batch])
        }
        guard fits, free[batch] > 0 else { continue }
        sat.append((batch, subject))
        free[batch] -= 1
        let wish = chance.next(10) < 4 ? 100 + chance.next(days) : nil
        entries.append(
          .init(id: Int64(entries.count + 1), candidate: candidate, subject: subject, preferredDay: wish))
        if free[batch] == 0 { open.removeAll { $0 == batch } }
      }
    }
    return ArrangementProblem(entries: entries, subjects: subjects, batches: batches)
  }
}
