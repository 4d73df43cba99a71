/// 同类考生 — candidates who are alike: their subjects are of the same classes, they ask for the same days and
/// have the same seats already. Whatever one of them can be given, every other can.
struct CandidateGroup {
  /// One subject of each member.
  struct Position: Hashable, Comparable {
    let subjectClass: Int
    /// The day asked for, where the class can be sat on it at all.
    let preferredDay: Int?

    static func < (one: Position, other: Position) -> Bool {
      (one.subjectClass, one.preferredDay ?? .min) < (other.subjectClass, other.preferredDay ?? .min)
    }
  }

  private(set) var positions: [Position]
  /// The entries of each member, in the order of `positions`.
  private(set) var members: [[Int]]
  /// The cells in which a member can sit something, in order, and which positions they accept.
  let cells: [Int]
  let accepted: [PositionSet]

  /// What it costs to sit `position` on `day`: 1 where it is not the day asked for.
  func cost(of position: Int, on day: Int) -> Int {
    guard let preferred = positions[position].preferredDay else { return 0 }
    return preferred == day ? 0 : 1
  }

  /// The group with its first `count` members only.
  func limited(to count: Int) -> CandidateGroup {
    var group = self
    group.members.removeLast(members.count - count)
    return group
  }

  /// The group without its wishes.
  func withoutWishes() -> CandidateGroup {
    var group = self
    group.positions = positions.map { Position(subjectClass: $0.subjectClass, preferredDay: nil) }
    return group
  }

  /// All groups of the problem, in the order in which their first members appear.
  static func groups(of problem: ArrangementProblem, on site: ArrangementSite) -> [CandidateGroup] {
    var standing: [Int64: [SittingTime]] = [:]
    for seat in problem.standing {
      standing[seat.candidate, default: []].append(SittingTime(problem.batches[seat.batch]))
    }
    let daysOfClass = site.cellsOfClass.map { cells in Set(cells.map { site.cells[$0].time.day }) }
    let positionOfEntry = problem.entries.map { entry in
      let subjectClass = site.classOfSubject[entry.subject]
      let day = entry.preferredDay.flatMap { daysOfClass[subjectClass].contains($0) ? $0 : nil }
      return Position(subjectClass: subjectClass, preferredDay: day)
    }

    var candidates: [Int64: Int] = [:]
    var entriesOfCandidate: [[Int]] = []
    for (index, entry) in problem.entries.enumerated() {
      if let known = candidates[entry.candidate] {
        entriesOfCandidate[known].append(index)
      } else {
        candidates[entry.candidate] = entriesOfCandidate.count
        entriesOfCandidate.append([index])
      }
    }

    var known: [Key: Int] = [:]
    var keys: [Key] = []
    var members: [[[Int]]] = []
    for entries in entriesOfCandidate {
      let ordered = entries.sorted { (positionOfEntry[$0], $0) < (positionOfEntry[$1], $1) }
      let key = Key(
        positions: ordered.map { positionOfEntry[$0] },
        standing: standing[problem.entries[entries[0]].candidate, default: []].sorted())
      if let group = known[key] {
        members[group].append(ordered)
      } else {
        known[key] = keys.count
        keys.append(key)
        members.append([ordered])
      }
    }
    return zip(keys, members).map { key, members in
      CandidateGroup(positions: key.positions, members: members, standing: key.standing, on: site)
    }
  }

  private struct Key: Hashable {
    private(set) var positions: [Position]
    let standing: [SittingTime]
  }

  init(positions: [Position], members: [[Int]], standing: [SittingTime], on site: ArrangementSite) {
    var accepted: [Int: PositionSet] = [:]
    for (index, position) in positions.enumerated() {
      for cell in site.cellsOfClass[position.subjectClass]
      where standing.allSatisfy({ site.cells[cell].time.leavesTime(for: $0) }) {
        accepted[cell, default: PositionSet()].insert(index)
      }
    }
    let ordered = accepted.sorted { $0.key < $1.key }
    self.positions = positions
    self.members = members
    cells = ordered.map(\.key)
    self.accepted = ordered.map(\.value)
  }
}
