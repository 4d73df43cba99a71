/// 落座 — turns shares of groups into seats of entries.
///
/// Within a cell entries are taken by subject and then in the order given, and the batches are filled one after the
/// other in the order of rooms, from the lowest free place: at most the last one opened stays partly empty.
struct RoomFilling {
  let problem: ArrangementProblem
  let site: ArrangementSite
  let groups: [CandidateGroup]

  /// The seat of each entry. Every share must be fully seated.
  func seats(_ shares: [Share]) -> [ArrangementResult.Seat] {
    var entriesOfCell: [[Int]] = Array(repeating: [], count: site.cells.count)
    forEachMember(of: shares) { entries, pattern in
      for (entry, cell) in zip(entries, pattern.cells) {
        if let cell { entriesOfCell[cell].append(entry) }
      }
    }
    let free = FreePlaces(problem)
    var seats = Array(repeating: ArrangementResult.Seat(batch: -1, place: 0), count: problem.entries.count)
    let ranks = subjectRanks()
    for (cell, entries) in zip(site.cells, entriesOfCell) {
      let ordered = entries.sorted { one, other in
        (ranks[problem.entries[one].subject], one) < (ranks[problem.entries[other].subject], other)
      }
      let places = cell.batches.lazy.flatMap { batch in
        free.places(in: batch).lazy.map { ArrangementResult.Seat(batch: batch, place: $0) }
      }
      for (entry, seat) in zip(ordered, places) { seats[entry] = seat }
    }
    return seats
  }

  /// The subjects of entries that the shares leave without a cell.
  func subjectsLeftOver(_ shares: [Share]) -> [Int] {
    var subjects: Set<Int> = []
    forEachMember(of: shares) { entries, pattern in
      for (entry, cell) in zip(entries, pattern.cells) where cell == nil {
        subjects.insert(problem.entries[entry].subject)
      }
    }
    return subjects.sorted()
  }

  /// The place of each subject in the order of codes.
  private func subjectRanks() -> [Int] {
    let ordered = problem.subjects.indices.sorted {
      (problem.subjects[$0].code, $0) < (problem.subjects[$1].code, $1)
    }
    var ranks = Array(repeating: 0, count: ordered.count)
    for (rank, subject) in ordered.enumerated() { ranks[subject] = rank }
    return ranks
  }

  /// Members take the patterns of their group in the order in which both are listed.
  private func forEachMember(of shares: [Share], _ body: (_ entries: [Int], _ pattern: Pattern) -> Void) {
    var taken = Array(repeating: 0, count: groups.count)
    for share in shares {
      for entries in groups[share.group].members[taken[share.group]..<(taken[share.group] + share.count)] {
        body(entries, share.pattern)
      }
      taken[share.group] += share.count
    }
  }
}
