/// What passes a block in a solved network: how much from each position, and how much to each cell.
struct BlockTraffic {
  var byPosition: [Int]
  var byCell: [(cell: Int, flow: Int)]
}

/// Splits the flow of a share of n members into the patterns of single members.
///
/// Positions and blocks form a bipartite multigraph in which no degree exceeds n, so (König) it falls apart into n
/// matchings: in each, a position meets at most one block and a block at most one position. They are taken off one
/// kind at a time: a matching that covers every position and block whose degree equals the number of members
/// left, as many times as its thinnest edge allows.
struct PatternSplit {
  let share: Share
  var traffic: [BlockTraffic]
  let site: ArrangementSite

  private var left: Int
  private var choice: [Int?]
  private var blockDegrees: [Int]
  private var isUsed: [Bool]

  init(share: Share, traffic: [BlockTraffic], site: ArrangementSite) {
    self.share = share
    self.traffic = traffic
    self.site = site
    left = share.count
    choice = Array(repeating: nil, count: share.pattern.cells.count)
    blockDegrees = traffic.map { $0.byPosition.reduce(0, +) }
    isUsed = Array(repeating: false, count: traffic.count)
  }

  mutating func run() -> [Share] {
    var parts: [Share] = []
    while left > 0 {
      let critical = blockDegrees.count { $0 == left }
      // Patterns that overlap can come out of a relaxed division; they are taken only where no other is left.
      if !match(0, critical, avoidingOverlaps: true) { _ = match(0, critical, avoidingOverlaps: false) }
      let cells = choice.map { block in block.map { traffic[$0].byCell[0].cell } }
      let times = thinnest()
      parts.append(Share(group: share.group, count: times, pattern: Pattern(cells: cells)))
      take(times)
    }
    return parts
  }

  /// Chooses blocks for `position` and those after it; `critical` blocks of full degree are still uncovered.
  private mutating func match(_ position: Int, _ critical: Int, avoidingOverlaps: Bool) -> Bool {
    guard position < choice.count else { return critical == 0 }
    guard critical <= choice.count - position else { return false }
    for block in traffic.indices where traffic[block].byPosition[position] > 0 && !isUsed[block] {
      if avoidingOverlaps && overlaps(block, before: position) { continue }
      choice[position] = block
      isUsed[block] = true
      let rest = critical - (blockDegrees[block] == left ? 1 : 0)
      let found = match(position + 1, rest, avoidingOverlaps: avoidingOverlaps)
      isUsed[block] = false
      if found { return true }
    }
    choice[position] = nil
    let degree = traffic.reduce(0) { $0 + $1.byPosition[position] }
    return degree < left && match(position + 1, critical, avoidingOverlaps: avoidingOverlaps)
  }

  private func overlaps(_ block: Int, before position: Int) -> Bool {
    let cell = traffic[block].byCell[0].cell
    return choice[..<position].contains { other in
      other.map { !site.leavesTime(traffic[$0].byCell[0].cell, cell) } ?? false
    }
  }

  /// How many times the matching can be taken off so that the rest still falls apart.
  private func thinnest() -> Int {
    var times = left
    var isMatched = Array(repeating: false, count: traffic.count)
    for (position, block) in choice.enumerated() {
      if let block {
        isMatched[block] = true
        times = min(times, traffic[block].byPosition[position], traffic[block].byCell[0].flow)
      } else {
        times = min(times, left - traffic.reduce(0) { $0 + $1.byPosition[position] })
      }
    }
    for block in traffic.indices where !isMatched[block] {
      times = min(times, left - blockDegrees[block])
    }
    return times
  }

  private mutating func take(_ times: Int) {
    left -= times
    for (position, block) in choice.enumerated() {
      guard let block else { continue }
      traffic[block].byPosition[position] -= times
      traffic[block].byCell[0].flow -= times
      if traffic[block].byCell[0].flow == 0 { traffic[block].byCell.removeFirst() }
      blockDegrees[block] -= times
    }
  }
}
