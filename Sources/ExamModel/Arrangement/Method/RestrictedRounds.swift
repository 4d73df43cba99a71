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
    var idle = 0
    var work = 0
    while seated < mostSeated || lost > leastLost, work < limits.work {
      let patience = seated < mostSeated ? limits.idleRoundsForSeats : limits.idleRoundsForWishes
      guard idle < patience else { return }
      let before = (seated, -lost)
      let parts = chance.shuffled(partsOfRound())
      let blocks = parts.map { part in
        divisions[part.group].isExact
          ? divisions[part.group].blocks
          : Block.restricted(
            groups[part.group], around: part.pattern, on: site, most: limits.cellsOfRestriction, &chance)
      }
      var network = SeatingNetwork(site, groups, parts, blocks, free: free)
      _ = network.solve()
      keep(parts.indices.flatMap { network.patterns(of: $0) }.sorted { $0.group < $1.group })
      work += network.arcCount
      idle = (seated, -lost) > before ? 0 : idle + 1
    }
  }

  /// Groups whose division is exact as a whole, the shares of the others as they sit.
  private func partsOfRound() -> [Share] {
    var parts: [Share] = []
    for share in shares {
      if divisions[share.group].isExact, parts.last?.group == share.group {
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
