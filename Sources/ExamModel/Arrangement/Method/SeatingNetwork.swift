/// 编排网络 — the flow network of a division: source → positions → blocks → cells → sink.
///
/// A share of n members sends up to n units through each position, lets up to n pass each block, and so many end
/// in a cell as it has free seats. A unit costs 1 where it goes to a day that was not asked for. Single subjects
/// go straight to their cells.
struct SeatingNetwork {
  let site: ArrangementSite
  let groups: [CandidateGroup]
  /// The shares and their blocks, side by side. The blocks of a group with one position are not looked at.
  let shares: [Share]
  let blocks: [[Block]]

  private var network = FlowNetwork()
  private let source: Int
  private let sink: Int
  private let firstCell: Int
  /// The first arc of each share; the others follow in the order in which `add` makes them.
  private var firstArcs: [Int] = []
  private var positionNodes: [Int] = []

  init(
    _ site: ArrangementSite, _ groups: [CandidateGroup], _ shares: [Share], _ blocks: [[Block]], free: [Int]
  ) {
    self.site = site
    self.groups = groups
    self.shares = shares
    self.blocks = blocks
    source = network.addNode()
    sink = network.addNode()
    firstCell = network.addNodes(site.cells.count)
    for cell in site.cells.indices {
      network.addArc(from: firstCell + cell, to: sink, capacity: free[cell])
    }
    for (share, blocks) in zip(shares, blocks) { add(share, blocks) }
  }

  private mutating func add(_ share: Share, _ blocks: [Block]) {
    let group = groups[share.group]
    firstArcs.append(network.arcCount)
    let positions = network.addNodes(group.positions.count)
    positionNodes.append(positions)
    for position in group.positions.indices {
      network.addArc(from: source, to: positions + position, capacity: share.count)
    }
    guard group.positions.count > 1 else {
      for cell in group.cells {
        network.addArc(
          from: positions, to: firstCell + cell, capacity: share.count,
          cost: group.cost(of: 0, on: site.cells[cell].time.day))
      }
      return
    }
    for block in blocks {
      let node = network.addNode()
      let day = site.cells[block.cells[0]].time.day
      for position in group.positions.indices where block.positions.contains(position) {
        network.addArc(
          from: positions + position, to: node, capacity: share.count,
          cost: group.cost(of: position, on: day))
      }
      // All cells of a block together take each member once: a second node, behind an arc that says so.
      var exit = node
      if block.cells.count > 1 {
        exit = network.addNode()
        network.addArc(from: node, to: exit, capacity: share.count)
      }
      for cell in block.cells {
        network.addArc(from: exit, to: firstCell + cell, capacity: share.count)
      }
    }
  }

  var arcCount: Int { network.arcCount }

  /// Seats as many entries as can be, with as few lost wishes as can be, and answers both numbers.
  mutating func solve() -> (seated: Int, lost: Int) {
    let solved = network.solve(from: source, to: sink)
    return (solved.flow, solved.cost)
  }

  /// How the members of a share sit after `solve`.
  func patterns(of index: Int) -> [Share] {
    let share = shares[index]
    let group = groups[share.group]
    var arc = firstArcs[index] + group.positions.count
    guard group.positions.count > 1 else { return singles(of: share, firstArc: arc) }
    var traffic: [BlockTraffic] = []
    for block in blocks[index] {
      var passing = BlockTraffic(byPosition: Array(repeating: 0, count: group.positions.count), byCell: [])
      for position in group.positions.indices where block.positions.contains(position) {
        passing.byPosition[position] = network.flow(on: arc)
        arc += 1
      }
      if block.cells.count > 1 { arc += 1 }
      for cell in block.cells {
        let flow = network.flow(on: arc)
        if flow > 0 { passing.byCell.append((cell, flow)) }
        arc += 1
      }
      if !passing.byCell.isEmpty { traffic.append(passing) }
    }
    var split = PatternSplit(share: share, traffic: traffic, site: site)
    return split.run()
  }

  private func singles(of share: Share, firstArc: Int) -> [Share] {
    var parts: [Share] = []
    var left = share.count
    for (offset, cell) in groups[share.group].cells.enumerated() {
      let flow = network.flow(on: firstArc + offset)
      guard flow > 0 else { continue }
      parts.append(Share(group: share.group, count: flow, pattern: Pattern(cells: [cell])))
      left -= flow
    }
    if left > 0 { parts.append(Share(group: share.group, count: left, pattern: Pattern(cells: [nil]))) }
    return parts
  }

  /// The positions that are not fully seated after `solve`.
  func shortPositions() -> [SharePosition] {
    allPositions { share, position, _ in
      network.flow(on: firstArcs[share] + position) < shares[share].count
    }
  }

  /// The positions and cells to which `short` could still shift entries: the tight side of a minimum cut. Its cells
  /// are full, and full of entries of its positions.
  func tightSide(of short: [SharePosition]) -> (positions: [SharePosition], cells: [Int]) {
    let reached = network.reachable(from: short.map { positionNodes[$0.share] + $0.position })
    return (
      allPositions { _, _, node in reached[node] }, site.cells.indices.filter { reached[firstCell + $0] }
    )
  }

  private func allPositions(where holds: (_ share: Int, _ position: Int, _ node: Int) -> Bool)
    -> [SharePosition]
  {
    shares.indices.flatMap { share in
      groups[shares[share].group].positions.indices
        .filter { holds(share, $0, positionNodes[share] + $0) }
        .map { SharePosition(share: share, position: $0) }
    }
  }
}

/// One position of one share of a network.
struct SharePosition: Hashable {
  let share: Int
  let position: Int
}
