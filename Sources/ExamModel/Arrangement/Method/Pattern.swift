/// Where a candidate of a group sits: a cell for each position, or nil where it has none yet.
struct Pattern: Hashable {
  var cells: [Int?]

  static func empty(_ group: CandidateGroup) -> Pattern {
    Pattern(cells: Array(repeating: nil, count: group.positions.count))
  }

  var seated: Int { cells.reduce(0) { $1 == nil ? $0 : $0 + 1 } }
  var isFull: Bool { cells.allSatisfy { $0 != nil } }

  /// How many of the positions that are seated sit on another day than they asked for.
  func lost(_ group: CandidateGroup, on site: ArrangementSite) -> Int {
    cells.indices.reduce(0) { sum, position in
      guard let cell = cells[position] else { return sum }
      return sum + group.cost(of: position, on: site.cells[cell].time.day)
    }
  }

  /// Whether time lies between all its cells.
  func leavesTime(on site: ArrangementSite) -> Bool {
    withoutOverlaps(on: site) == self
  }

  /// Positions that leave no time after earlier ones give up their cells.
  func withoutOverlaps(on site: ArrangementSite) -> Pattern {
    var kept = self
    for position in kept.cells.indices {
      guard let cell = kept.cells[position] else { continue }
      let overlaps = kept.cells[..<position].contains { $0.map { !site.leavesTime($0, cell) } ?? false }
      if overlaps { kept.cells[position] = nil }
    }
    return kept
  }
}

/// Some members of a group that sit alike.
struct Share {
  var group: Int
  var count: Int
  var pattern: Pattern
}

extension Pattern {
  /// The full patterns of a group, at most `most` of them. Of positions that are alike the later sits later.
  static func all(of group: CandidateGroup, on site: ArrangementSite, most: Int) -> [Pattern] {
    var found: [Pattern] = []
    var chosen: [Int] = []
    func choose() {
      let position = chosen.count
      guard position < group.positions.count else {
        found.append(Pattern(cells: chosen))
        return
      }
      let isAlike = position > 0 && group.positions[position] == group.positions[position - 1]
      for (cell, accepted) in zip(group.cells, group.accepted) where accepted.contains(position) {
        guard found.count < most else { return }
        if isAlike, cell < chosen[position - 1] { continue }
        guard chosen.allSatisfy({ site.leavesTime($0, cell) }) else { continue }
        chosen.append(cell)
        choose()
        chosen.removeLast()
      }
    }
    choose()
    return found
  }

  /// What a member could have at best, were all free seats its own: the most subjects, with the fewest wishes lost.
  static func best(_ group: CandidateGroup, on site: ArrangementSite) -> (seated: Int, lost: Int) {
    // Cells of the days asked for first: most members find everything there at once.
    let choices = group.positions.indices.map { position in
      zip(group.cells, group.accepted).filter { $0.1.contains(position) }
        .map { (cell: $0.0, cost: group.cost(of: position, on: site.cells[$0.0].time.day)) }
        .sorted { ($0.cost, $0.cell) < ($1.cost, $1.cell) }
    }
    var best = (seated: -1, lost: 0)
    var chosen: [Int] = []
    func choose(_ position: Int, lost: Int) {
      guard position < choices.count else {
        if (chosen.count, -lost) > (best.seated, -best.lost) { best = (chosen.count, lost) }
        return
      }
      let reachable = chosen.count + choices.count - position
      guard (reachable, -lost) > (best.seated, -best.lost) else { return }
      for (cell, cost) in choices[position] {
        guard (reachable, -lost - cost) > (best.seated, -best.lost) else { break }
        guard chosen.allSatisfy({ site.leavesTime($0, cell) }) else { continue }
        chosen.append(cell)
        choose(position + 1, lost: lost + cost)
        chosen.removeLast()
      }
      choose(position + 1, lost: lost)
    }
    choose(0, lost: 0)
    return best
  }
}
