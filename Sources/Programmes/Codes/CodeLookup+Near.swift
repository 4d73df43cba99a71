internal import Tabular

extension CodeLookup {
  /// The item that was probably meant by a folded text: the same but for punctuation, else the only one whose name begins
  /// with the text or the text with it, else the only one a few typing errors away.
  func near(_ text: String) -> CodeTable.Item? {
    let wanted = TextFolding.bare(text)
    let scalars = Array(wanted.unicodeScalars)
    guard (1...64).contains(scalars.count) else { return nil }
    if let same = names.first(where: { $0.scalars == scalars }) { return table.items[same.index] }
    if scalars.count >= 2 {
      let begun = names.filter { name in
        name.scalars.starts(with: scalars) || (name.scalars.count >= 2 && scalars.starts(with: name.scalars))
      }
      if let only = only(begun) { return only }
    }
    // A text of one character is one typing error away from every other such text.
    var least = min(max(1, scalars.count / 3), scalars.count - 1)
    var nearest: [Name] = []
    for name in names where abs(name.scalars.count - scalars.count) <= least {
      let distance = EditDistance.between(scalars, name.scalars)
      if distance < least { nearest = [] }
      if distance <= least {
        least = distance
        nearest.append(name)
      }
    }
    return only(nearest)
  }

  /// The item that all names belong to; nil where there are several, or none.
  private func only(_ names: [Name]) -> CodeTable.Item? {
    guard let first = names.first, names.allSatisfy({ $0.index == first.index }) else { return nil }
    return table.items[first.index]
  }
}

/// 编辑距离 — how many characters must be put in, left out, exchanged or swapped with their neighbour to make one text of
/// another.
enum EditDistance {
  static func between<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let change = first[row - 1] == second[column - 1] ? 0 : 1
        var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          best = min(best, beforePrevious[column - 2] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
