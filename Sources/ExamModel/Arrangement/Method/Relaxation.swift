/// 松弛解 — a flow that forgives something: a bound for every arrangement, and a place to start from.
struct Relaxation {
  let groups: [CandidateGroup]
  let divisions: [Division]
  let shares: [Share]
  /// The solved network, whose cut says why not more is seated.
  let network: SeatingNetwork
  /// No arrangement seats more entries.
  let seated: Int
  /// No arrangement that seats so many loses fewer wishes.
  let lost: Int

  /// Whether the shares are an arrangement and not only a bound.
  var isExact: Bool { divisions.allSatisfy(\.isExact) }

  /// The blocks of a group, and whether a flow over them is an arrangement and not only a bound.
  struct Division {
    let blocks: [Block]
    let isExact: Bool
  }

  /// Forgives overlaps between blocks of the relaxed divisions; exact where there are none.
  init(
    coupling groups: [CandidateGroup], on site: ArrangementSite, free: [Int], backwards: Bool = false
  ) {
    let divisions = groups.map { group in
      group.positions.count == 1
        ? Division(blocks: [], isExact: true) : Block.relaxed(group, on: site, backwards: backwards)
    }
    self.init(groups, divisions, site, free)
  }

  /// Forgives every overlap: each entry is taken for a candidate of its own. Much smaller, and what it cannot seat
  /// is short of plain seats.
  init(uncoupling problem: ArrangementProblem, on site: ArrangementSite) {
    var single = problem
    single.standing = []
    for index in single.entries.indices { single.entries[index].candidate = Int64(index) }
    let groups = CandidateGroup.groups(of: single, on: site)
    self.init(
      groups, groups.map { _ in Division(blocks: [], isExact: true) }, site, site.cells.map(\.free))
  }

  private init(
    _ groups: [CandidateGroup], _ divisions: [Division], _ site: ArrangementSite, _ free: [Int]
  ) {
    let whole = groups.indices.map { group in
      Share(group: group, count: groups[group].members.count, pattern: .empty(groups[group]))
    }
    var network = SeatingNetwork(site, groups, whole, divisions.map(\.blocks), free: free)
    (seated, lost) = network.solve()
    shares = whole.indices.flatMap { network.patterns(of: $0) }
    self.network = network
    self.groups = groups
    self.divisions = divisions
  }

  /// How many arcs a relaxation that couples `groups` has at most.
  static func size(coupling groups: [CandidateGroup]) -> Int {
    groups.reduce(0) { $0 + $1.cells.count * ($1.positions.count + 1) }
  }
}
