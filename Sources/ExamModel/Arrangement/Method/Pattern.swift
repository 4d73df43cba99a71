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

  /// How many subjects of a member can be sat at most, were all free seats its own.
  static func mostSeated(_ group: CandidateGroup, on site: ArrangementSite) -> Int {
    var most = 0
    var chosen: [Int] = []
    func choose(_ position: Int) {
      most = max(most, chosen.count)
      guard chosen.count + group.positions.count - position > most else { return }
      for (cell, accepted) in zip(group.cells, group.accepted) where accepted.contains(position) {
        guard most < group.positions.count else { return }
        guard chosen.allSatisfy({ site.leavesTime($0, cell) }) else { continue }
        chosen.append(cell)
        choose(position + 1)
        chosen.removeLast()
      }
      choose(position + 1)
    }
    choose(0)
    return most
  }
}
