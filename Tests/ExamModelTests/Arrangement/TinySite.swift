import ExamModel

/// A site so small that all its arrangements can be gone through, one batch for each entry at a time.
struct TinySite {
  let problem: ArrangementProblem

  init(problem: ArrangementProblem) {
    self.problem = problem
  }

  /// A site from a seed: up to eight entries of up to four candidates, three to five batches, some with kinds, with
  /// overlapping times and too few seats.
  init(seed: UInt64) {
    var chance = TestChance(seed: seed)
    let kinds = chance.next(3) == 0 ? ["machine", "written"] : []
    let batches = (0..<(3 + chance.next(3))).map { number in
      let start = 480 + 15 * chance.next(20)
      return ArrangementProblem.Batch(
        room: 1 + number % 2, number: number, kind: kinds.isEmpty ? nil : kinds[chance.next(2)],
        day: 1 + chance.next(2), start: start, end: start + 60 + 30 * chance.next(3),
        seats: 1 + chance.next(3))
    }
    let subjects = (0..<3).map { index in
      ArrangementProblem.Subject(
        code: "\(24 + index)", days: chance.next(3) == 0 ? [1...1] : [1...2],
        kind: kinds.isEmpty || chance.next(2) == 0 ? nil : kinds[chance.next(2)],
        minutes: chance.next(4) == 0 ? 90 : nil)
    }
    var entries: [ArrangementProblem.Entry] = []
    for candidate in 1...(2 + Int64(chance.next(3))) {
      for subject in 0..<(1 + chance.next(3)) where entries.count < 8 {
        entries.append(
          .init(
            id: Int64(entries.count), candidate: candidate, subject: subject,
            preferredDay: chance.next(2) == 0 ? 1 + chance.next(2) : nil))
      }
    }
    problem = ArrangementProblem(entries: entries, subjects: subjects, batches: batches)
  }

  /// The most wishes that any arrangement keeps, found by going through all; nil where there is none.
  func mostKept() -> Int? {
    var best: Int?
    forEachSeating(leavingOut: false) { chosen in
      let kept = zip(problem.entries, chosen).count { entry, batch in
        guard let wish = entry.preferredDay, let batch else { return false }
        return problem.batches[batch].day == wish
      }
      best = max(best ?? 0, kept)
    }
    return best
  }

  /// The most entries that can be seated at once, found by going through all choices.
  func mostSeated() -> Int {
    var best = 0
    forEachSeating(leavingOut: true) { chosen in best = max(best, chosen.count { $0 != nil }) }
    return best
  }

  private func forEachSeating(leavingOut: Bool, _ body: ([Int?]) -> Void) {
    var free = problem.batches.map(\.seats)
    var chosen: [Int?] = []
    func choose() {
      guard chosen.count < problem.entries.count else { return body(chosen) }
      let entry = problem.entries[chosen.count]
      for (index, batch) in problem.batches.enumerated()
      where free[index] > 0 && problem.subjects[entry.subject].accepts(batch) {
        let fits = chosen.enumerated().allSatisfy { other, taken in
          guard let taken, problem.entries[other].candidate == entry.candidate else { return true }
          return problem.batches[taken].leavesTime(for: batch)
        }
        guard fits else { continue }
        free[index] -= 1
        chosen.append(index)
        choose()
        chosen.removeLast()
        free[index] += 1
      }
      guard leavingOut else { return }
      chosen.append(nil)
      choose()
      chosen.removeLast()
    }
    choose()
  }
}
