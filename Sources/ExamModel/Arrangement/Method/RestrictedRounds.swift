/// 分轮求解 — solves a site in rounds of exact flows, where times of batches overlap without coinciding.
///
/// Every share chooses, by chance, a restricted division around the cells where it sits now, and the flow is solved
/// over these. The present seating is one of the solutions of each round, so no round makes it worse; each opens
/// other ways out. Groups whose relaxed division is exact always take part with all their cells.
struct RestrictedRounds {
  let site: ArrangementSite
  let groups: [CandidateGroup]
  let divisions: [Relaxation.Division]
  let free: [Int]
  let limits: Arranger.Limits

  /// How the members sit now, how many entries are seated and how many wishes are lost.
  private(set) var shares: [Share] = []
  private(set) var seated = 0
  private(set) var lost = 0

  /// Starts from `shares`; subjects that overlap in them give up their cells.
  init(
    _ site: ArrangementSite, _ groups: [CandidateGroup], _ divisions: [Relaxation.Division],
    from shares: [Share], limits: Arranger.Limits
  ) {
    self.site = site
    self.groups = groups
    self.divisions = divisions
    self.limits = limits
    free = site.cells.map(\.free)
    keep(shares)
  }

  /// Runs rounds until `mostSeated` are seated with `leastLost` wishes lost, or nothing better comes.
  mutating func run(mostSeated: Int, leastLost: Int) {
    var chance = SeededGenerator(seed: 1)
    var work = 0
    var idle = (work: 0, rounds: 0)
    while seated < mostSeated || lost > leastLost, work < limits.work {
      let patience = seated < mostSeated ? limits.idleWorkForSeats : limits.idleWorkForWishes
      guard idle.work < patience, idle.rounds < limits.idleRounds else { break }
      let parts = chance.shuffled(partsOfRound())
      let blocks = parts.map { part in
        divisions[part.group].isExact
          ? divisions[part.group].blocks
          : division(of: part, isStuck: idle.rounds > 0, &chance).shuffled(&chance)
      }
      let before = (seated, -lost)
      let arcs = solve(parts, blocks)
      work += arcs
      idle = (seated, -lost) > before ? (0, 0) : (idle.work + arcs, idle.rounds + 1)
    }
    guard work > 0 else { return }
    // The chance of the rounds scatters what could sit together: a last round goes in the order of times.
    let parts = partsOfRound()
    _ = solve(
      parts,
      parts.map { part in
        divisions[part.group].isExact
          ? divisions[part.group].blocks : division(of: part, isStuck: false, &chance).inOrder()
      })
  }

  /// Solves a round and takes it over unless it is worse than what is; answers the number of arcs.
  private mutating func solve(_ parts: [Share], _ blocks: [[Block]]) -> Int {
    var network = SeatingNetwork(site, groups, parts, blocks, free: free)
    let solved = network.solve()
    if (solved.seated, -solved.lost) >= (seated, -lost) {
      keep(parts.indices.flatMap { network.patterns(of: $0) }.sorted { $0.group < $1.group })
    }
    return network.arcCount
  }

  /// A division of a part. Where rounds bring no more, members without a seat for every subject may also give up the
  /// seats they have: these may be what stands in their way.
  private func division(of part: Share, isStuck: Bool, _ chance: inout SeededGenerator) -> [Block] {
    let group = groups[part.group]
    let givesUp = isStuck && !part.pattern.isFull && chance.next(below: 2) == 0
    return Block.restricted(
      group, around: givesUp ? .empty(group) : part.pattern, on: site, most: limits.cellsOfRestriction,
      &chance)
  }

  /// Groups whose division is exact as a whole; the shares of the others in pieces that choose for themselves, more
  /// where there are few shares.
  private func partsOfRound() -> [Share] {
    let pieces = max(1, min(8, limits.partsOfRound / max(shares.count, 1)))
    var parts: [Share] = []
    for share in shares {
      if !divisions[share.group].isExact {
        for piece in 0..<pieces {
          let count = share.count * (piece + 1) / pieces - share.count * piece / pieces
          if count > 0 { parts.append(Share(group: share.group, count: count, pattern: share.pattern)) }
        }
      } else if parts.last?.group == share.group {
        parts[parts.count - 1].count += share.count
      } else {
        parts.append(share)
      }
    }
    return parts
  }

  /// Takes over new shares, equal ones put together.
  private mutating func keep(_ parts: [Share]) {
    seated = 0
    lost = 0
    var merged: [Share] = []
    var known: [Pattern: Int] = [:]
    for part in parts {
      let pattern = part.pattern.withoutOverlaps(on: site)
      seated += part.count * pattern.seated
      lost += part.count * pattern.lost(groups[part.group], on: site)
      if part.group != merged.last?.group { known = [:] }
      if let index = known[pattern] {
        merged[index].count += part.count
      } else {
        known[pattern] = merged.count
        merged.append(Share(group: part.group, count: part.count, pattern: pattern))
      }
    }
    shares = merged
  }
}
