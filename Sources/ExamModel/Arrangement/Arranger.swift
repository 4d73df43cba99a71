/// 考场编排 — gives every entry of a problem a seat, or says in numbers why there is no way to (ARR-03 … ARR-06).
///
/// The method is a minimum-cost flow over what is alike, explained in docs/ARRANGEMENT.md. The same problem gives
/// the same seats on every run and every machine: nothing depends on the clock or on the order of a hash table.
public struct Arranger: Sendable {
  /// How long to look where a flow alone does not settle a site.
  public var limits: Limits

  /// An arranger; the limits rarely need another value.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// 编排限额 — measured in work and rounds, never in seconds, so that they do not make results differ.
  public struct Limits: Sendable, Equatable {
    /// Arcs of all networks solved in the rounds.
    public var work = 60_000_000
    /// Arcs of networks solved without progress after which the rounds end, while entries are without a seat.
    public var idleWorkForSeats = 12_000_000
    /// The same, once everyone is seated and only wishes are lost.
    public var idleWorkForWishes = 1_000_000
    /// Parts into which the shares are split for a round, where there are fewer shares.
    public var partsOfRound = 4_000
    /// Cells that a share looks at in a round, besides its own.
    public var cellsOfRestriction = 64
    /// Arcs up to which candidates with several subjects are coupled in the first network.
    public var coupledArcs = 8_000_000
    /// Arcs of all networks solved in the exhaustive search.
    public var searchWork = 2_000_000

    /// The limits that serve sites of up to some 100 000 entries.
    public init() {}
  }

  /// Seats all entries of `problem`: as many wishes kept as possible, batches filled in the order of time and room.
  public func arrange(_ problem: ArrangementProblem) throws(ArrangementFailure) -> ArrangementResult {
    let site = ArrangementSite(problem)
    let groups = CandidateGroup.groups(of: problem, on: site)
    let shortages = Shortages(problem: problem, site: site)
    try stop(shortages.subjectsWithoutBatch() + shortages.candidatesWithoutTime(groups))

    let uncoupled = Relaxation(uncoupling: problem, on: site)
    try stop(shortages.missingSeats(uncoupled))

    var bound = (seated: problem.entries.count, lost: uncoupled.lost)
    var start = groups.indices.map { Share(group: $0, count: groups[$0].members.count, pattern: .empty(groups[$0])) }
    var divisions = groups.map {
      Relaxation.Division(blocks: [], isExact: $0.positions.count == 1)
    }
    if Relaxation.size(coupling: groups) <= limits.coupledArcs {
      let coupled = Relaxation(coupling: groups, on: site, free: site.cells.map(\.free))
      try stop(shortages.overlaps(coupled))
      bound.lost = max(bound.lost, coupled.lost, splitBound(groups, on: site))
      start = coupled.shares
      divisions = coupled.divisions
    }

    var rounds = RestrictedRounds(site, groups, divisions, from: start, limits: limits)
    rounds.run(mostSeated: bound.seated, leastLost: bound.lost)
    var outcome = (shares: rounds.shares, seated: rounds.seated, lost: rounds.lost)
    if outcome.seated < bound.seated || outcome.lost > bound.lost,
      Relaxation.size(coupling: groups) * 500 <= limits.searchWork
    {
      let known = outcome.seated == bound.seated ? outcome.lost : Int.max
      var search = ExhaustiveSearch(site, groups, losingFewerThan: known, work: limits.searchWork)
      search.run()
      if let best = search.best { outcome = (best, bound.seated, search.bestLost) }
      if search.isComplete {
        guard outcome.seated == bound.seated else {
          throw ArrangementFailure(reasons: [.searched(entries: problem.entries.count)])
        }
        bound.lost = outcome.lost
      }
    }
    let seating = RoomFilling(problem: problem, site: site, groups: groups)
    guard outcome.seated == bound.seated else {
      throw ArrangementFailure(reasons: [
        .notFound(
          entries: problem.entries.count, seated: outcome.seated,
          subjects: seating.subjectsLeftOver(outcome.shares))
      ])
    }
    // Wishes for days on which the subject cannot be sat at all were never part of the flow.
    let asked = problem.entries.count { $0.preferredDay != nil }
    let seats = seating.seats(outcome.shares)
    let kept = zip(problem.entries, seats).count { entry, seat in
      entry.preferredDay == problem.batches[seat.batch].day
    }
    let open = groups.reduce(0) { sum, group in
      sum + group.members.count * group.positions.count { $0.preferredDay != nil }
    }
    return ArrangementResult(seats: seats, asked: asked, kept: kept, keptAtMost: open - bound.lost)
  }

  private func splitBound(_ groups: [CandidateGroup], on site: ArrangementSite) -> Int {
    let boundless = site.cells.map { _ in Int(Int32.max) }
    var alone = 0
    let others = groups.map { group in
      let least = Pattern.best(group, on: site).lost
      guard least > 0 else { return group }
      let forgiven = Relaxation(coupling: [group.limited(to: 1)], on: site, free: boundless).lost
      guard least > forgiven else { return group }
      alone += least * group.members.count
      return group.withoutWishes()
    }
    guard alone > 0 else { return 0 }
    return alone + Relaxation(coupling: others, on: site, free: site.cells.map(\.free)).lost
  }

  private func stop(_ reasons: [ArrangementFailure.Reason]) throws(ArrangementFailure) {
    if !reasons.isEmpty { throw ArrangementFailure(reasons: reasons) }
  }
}
