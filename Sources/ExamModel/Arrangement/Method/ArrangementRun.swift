/// One run of the arranger: the steps from the problem to the seats, in the order in which they are taken.
struct ArrangementRun {
  let problem: ArrangementProblem
  let site: ArrangementSite
  let groups: [CandidateGroup]
  let limits: Arranger.Limits
  private let shortages: Shortages

  /// Where the rounds begin, and the fewest wishes that any arrangement can lose.
  struct Start {
    var shares: [Share]
    var divisions: [Relaxation.Division]
    var leastLost: Int
  }

  /// How the members sit, how many entries that seats, how many wishes it loses and at least must lose.
  struct Outcome {
    var shares: [Share]
    var seated: Int
    var lost: Int
    var leastLost: Int
  }

  init(_ problem: ArrangementProblem, limits: Arranger.Limits) {
    self.problem = problem
    self.limits = limits
    site = ArrangementSite(problem)
    groups = CandidateGroup.groups(of: problem, on: site)
    shortages = Shortages(problem: problem, site: site)
  }

  /// Step 1: every subject has a batch, and every candidate alone could sit all its subjects.
  func checkSubjectsAndCandidates() throws(ArrangementFailure) {
    try stop(shortages.subjectsWithoutBatch())
    try stop(shortages.candidatesWithoutTime(groups))
  }

  /// Step 2: the flows that forgive overlaps. What they cannot seat nobody can.
  func relaxed() throws(ArrangementFailure) -> Start {
    let uncoupled = Relaxation(uncoupling: problem, on: site)
    try stop(shortages.missingSeats(uncoupled))
    guard Relaxation.size(coupling: groups) <= limits.coupledArcs else {
      return Start(
        shares: groups.indices.map { group in
          Share(group: group, count: groups[group].members.count, pattern: .empty(groups[group]))
        },
        divisions: groups.map { Relaxation.Division(blocks: [], isExact: $0.positions.count == 1) },
        leastLost: uncoupled.lost)
    }
    let free = site.cells.map(\.free)
    let coupled = Relaxation(coupling: groups, on: site, free: free)
    try stop(shortages.overlaps(coupled))
    var start = Start(shares: coupled.shares, divisions: coupled.divisions, leastLost: coupled.lost)
    guard !coupled.isExact else { return start }
    // Other ways to forgive are other bounds; the sharpest holds.
    let backwards = Relaxation(coupling: groups, on: site, free: free, backwards: true)
    try stop(shortages.overlaps(backwards))
    start.leastLost = max(coupled.lost, backwards.lost, WishBound.losses(groups, on: site))
    return start
  }

  /// Step 3: rounds of restricted flows, where overlaps are left.
  func improved(from start: Start) -> Outcome {
    var rounds = RestrictedRounds(site, groups, start.divisions, from: start.shares, limits: limits)
    rounds.run(mostSeated: problem.entries.count, leastLost: start.leastLost)
    return Outcome(
      shares: rounds.shares, seated: rounds.seated, lost: rounds.lost, leastLost: start.leastLost)
  }

  /// Step 4: on small sites, everything that the rounds left open is gone through.
  func searched(from outcome: Outcome, _ start: Start) throws(ArrangementFailure) -> Outcome {
    let isComplete = outcome.seated == problem.entries.count
    let isBest = isComplete && outcome.lost == outcome.leastLost
    guard !isBest, Relaxation.size(coupling: groups) * 500 <= limits.searchWork else { return outcome }
    var search = ExhaustiveSearch(
      site, groups, losingFewerThan: isComplete ? outcome.lost : .max, work: limits.searchWork)
    search.run()
    var outcome = outcome
    if let best = search.best {
      outcome.shares = best
      outcome.seated = problem.entries.count
      outcome.lost = search.bestLost
    } else if search.isComplete, !isComplete {
      throw ArrangementFailure(reasons: [.searched(entries: problem.entries.count)])
    }
    if search.isComplete { outcome.leastLost = outcome.lost }
    return outcome
  }

  /// Step 5: seats in rooms, and the wishes counted.
  func result(of outcome: Outcome) throws(ArrangementFailure) -> ArrangementResult {
    let filling = RoomFilling(problem: problem, site: site, groups: groups)
    guard outcome.seated == problem.entries.count else {
      throw ArrangementFailure(reasons: [
        .notFound(
          entries: problem.entries.count, seated: outcome.seated,
          subjects: filling.subjectsLeftOver(outcome.shares))
      ])
    }
    let seats = filling.seats(outcome.shares)
    let wishes = ArrangementCheck(problem).wishes(in: seats)
    // Wishes for days on which the subject is not sat at all are asked, but no group has them.
    let possible = groups.reduce(0) { sum, group in
      sum + group.members.count * group.positions.count { $0.preferredDay != nil }
    }
    return ArrangementResult(
      seats: seats, asked: wishes.asked, kept: wishes.kept, keptAtMost: possible - outcome.leastLost)
  }

  private func stop(_ reasons: [ArrangementFailure.Reason]) throws(ArrangementFailure) {
    if !reasons.isEmpty { throw ArrangementFailure(reasons: reasons) }
  }
}
