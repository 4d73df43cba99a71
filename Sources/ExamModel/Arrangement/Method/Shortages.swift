/// Finds the numbers that show why a problem has no arrangement (ARR-06). Every reason given here is a proof.
struct Shortages {
  let problem: ArrangementProblem
  let site: ArrangementSite

  /// Subjects with entries that no batch fits, or whose batches are full of standing seats.
  func subjectsWithoutBatch() -> [ArrangementFailure.Reason] {
    let entries = entriesOfSubject(problem.entries.indices)
    return entries.keys.sorted().compactMap { index in
      guard site.cellsOfClass[site.classOfSubject[index]].isEmpty else { return nil }
      return reason(for: index, entries: entries[index, default: 0])
    }
  }

  private func reason(for index: Int, entries: Int) -> ArrangementFailure.Reason {
    let subject = problem.subjects[index]
    let open = problem.batches.filter { $0.isOpen && $0.seats > 0 }
    let onDays = open.filter { batch in subject.days.contains { $0.contains(batch.day) } }
    guard !onDays.isEmpty else { return .noBatch(subject: index, entries: entries, lacking: .days) }
    let ofKind = onDays.filter { subject.kind == nil || subject.kind == $0.kind }
    guard let longest = ofKind.map({ $0.end - $0.start }).max() else {
      return .noBatch(subject: index, entries: entries, lacking: .kind)
    }
    let fitting = ofKind.filter { subject.accepts($0) }
    guard !fitting.isEmpty else {
      return .noBatch(subject: index, entries: entries, lacking: .minutes(longest: longest))
    }
    return .seats(
      subjects: [index], entries: entries, seats: 0, days: Set(fitting.map(\.day)).sorted())
  }

  /// Candidates whose subjects could not all be sat even if they were alone at the site.
  func candidatesWithoutTime(_ groups: [CandidateGroup]) -> [ArrangementFailure.Reason] {
    groups.flatMap { group -> [ArrangementFailure.Reason] in
      let fitting = Pattern.best(group, on: site).seated
      guard fitting < group.positions.count else { return [] }
      return group.members.map { entries in
        .candidate(
          problem.entries[entries[0]].candidate,
          subjects: entries.map { problem.entries[$0].subject }.sorted(),
          fitting: fitting)
      }
    }
  }

  /// Sets of subjects with more entries than all batches that fit any of them have seats (a violated condition of
  /// Hall): the subjects of a class that is short by itself, else those that share its batches.
  func missingSeats(_ relaxation: Relaxation) -> [ArrangementFailure.Reason] {
    var explained: Set<Int> = []
    return relaxation.network.shortPositions().compactMap { short in
      let subjectClass = classOf(short, in: relaxation)
      guard !explained.contains(subjectClass) else { return nil }
      let own = entries { $0 == subjectClass }
      let cells = site.cellsOfClass[subjectClass]
      guard own.count <= seats(in: cells) else {
        explained.insert(subjectClass)
        return shortage(of: own, in: cells)
      }
      // Everything that can only sit in the cells of the tight side competes for them.
      let tight = relaxation.network.tightSide(of: [short]).cells
      let competing = Set(
        site.cellsOfClass.indices.filter { Set(tight).isSuperset(of: site.cellsOfClass[$0]) })
      explained.formUnion(competing)
      return shortage(of: entries { competing.contains($0) }, in: tight)
    }
  }

  private func shortage(of entries: [Int], in cells: [Int]) -> ArrangementFailure.Reason {
    .seats(
      subjects: entriesOfSubject(entries).keys.sorted(), entries: entries.count, seats: seats(in: cells),
      days: Set(cells.map { site.cells[$0].time.day }).sorted())
  }

  private func seats(in cells: [Int]) -> Int {
    cells.reduce(0) { $0 + site.cells[$1].free }
  }

  private func entries(ofClass isWanted: (Int) -> Bool) -> [Int] {
    problem.entries.indices.filter { isWanted(site.classOfSubject[problem.entries[$0].subject]) }
  }

  private func classOf(_ place: SharePosition, in relaxation: Relaxation) -> Int {
    relaxation.groups[relaxation.network.shares[place.share].group].positions[place.position].subjectClass
  }

  /// What the minimum cut says where there are seats enough but candidates cannot sit two subjects at a time.
  func overlaps(_ relaxation: Relaxation) -> [ArrangementFailure.Reason] {
    let short = relaxation.network.shortPositions()
    guard !short.isEmpty else { return [] }
    let entries = self.entries(of: relaxation.network.tightSide(of: short).positions, in: relaxation)
    let missing = problem.entries.count - relaxation.seated
    return [
      .overlapping(
        subjects: entriesOfSubject(entries).keys.sorted(), entries: entries.count,
        placeable: entries.count - missing)
    ]
  }

  private func entries(of positions: [SharePosition], in relaxation: Relaxation) -> [Int] {
    positions.flatMap { place in
      relaxation.groups[relaxation.network.shares[place.share].group].members.map { $0[place.position] }
    }
  }

  private func entriesOfSubject(_ entries: some Sequence<Int>) -> [Int: Int] {
    entries.reduce(into: [:]) { counts, entry in counts[problem.entries[entry].subject, default: 0] += 1 }
  }
}
