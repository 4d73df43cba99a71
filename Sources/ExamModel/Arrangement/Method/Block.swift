/// Cells of a group of which a candidate uses at most one, for one of the positions named.
///
/// Two properties make the network exact: every cell of a block accepts every position of the block, and cells of
/// different blocks leave time for one another. A *restricted* division has both; the *relaxed* one has every cell
/// and only the first, so its flow is a bound, and exact where the second happens to hold.
struct Block {
  var cells: [Int]
  var positions: PositionSet

  /// All cells of the group, cells that exclude one another together as far as they go in order of time, or
  /// backwards: of three in a row the first two exclude one another, and the last two.
  static func relaxed(
    _ group: CandidateGroup, on site: ArrangementSite, backwards: Bool = false
  ) -> Relaxation.Division {
    var blocks: [Block] = []
    var first = 0
    for index in backwards ? group.cells.indices.reversed() : Array(group.cells.indices) {
      let cell = group.cells[index]
      let accepted = group.accepted[index]
      // Blocks of days that are over can take no more cells.
      while first < blocks.count, site.cells[blocks[first].cells[0]].time.day != site.cells[cell].time.day {
        first += 1
      }
      let fitting = blocks[first...].firstIndex { block in
        block.positions == accepted && block.cells.allSatisfy { !site.leavesTime(cell, $0) }
      }
      if let fitting {
        blocks[fitting].cells.append(cell)
      } else {
        blocks.append(Block(cells: [cell], positions: accepted))
      }
    }
    let isExact = blocks.indices.allSatisfy { one in
      blocks[..<one].allSatisfy { other in
        blocks[one].cells.allSatisfy { cell in other.cells.allSatisfy { site.leavesTime(cell, $0) } }
      }
    }
    return Relaxation.Division(blocks: blocks, isExact: isExact)
  }

  /// A part of the group's cells that satisfies both properties and contains `pattern`, the cells where a candidate
  /// sits now. Which part is left to chance; at most `most` cells are looked at besides the pattern.
  static func restricted(
    _ group: CandidateGroup, around pattern: Pattern, on site: ArrangementSite, most: Int,
    _ chance: inout SeededGenerator
  ) -> [Block] {
    var blocks: [Block] = []
    for (position, cell) in pattern.cells.enumerated() {
      guard let cell, let index = group.cells.firstIndex(of: cell) else { continue }
      // Now and then a block is for its position alone: then it can have cells that only this position accepts.
      let alone = chance.next(below: 2) == 0
      blocks.append(
        Block(cells: [cell], positions: alone ? PositionSet(position) : group.accepted[index]))
    }
    for index in chance.shuffled(Array(group.cells.indices)).prefix(most) {
      let cell = group.cells[index]
      let near = blocks.indices.filter { block in
        blocks[block].cells.contains { !site.leavesTime(cell, $0) }
      }
      if near.isEmpty {
        let accepted = group.accepted[index]
        let alone = chance.next(below: 2) == 0
        blocks.append(
          Block(cells: [cell], positions: alone ? accepted.picked(&chance) : accepted))
      } else if near.count == 1, !blocks[near[0]].cells.contains(cell),
        blocks[near[0]].positions.isSubset(of: group.accepted[index])
      {
        blocks[near[0]].cells.append(cell)
      }
    }
    return blocks
  }
}

extension [Block] {
  /// In an order of chance: flows prefer the arcs that come first, and in this way others each time.
  func shuffled(_ chance: inout SeededGenerator) -> [Block] {
    chance.shuffled(map { Block(cells: chance.shuffled($0.cells), positions: $0.positions) })
  }

  /// In the order of times: flows fill the early batches first.
  func inOrder() -> [Block] {
    map { Block(cells: $0.cells.sorted(), positions: $0.positions) }.sorted { $0.cells[0] < $1.cells[0] }
  }
}
