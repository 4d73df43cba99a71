internal import Tabular

extension CodeLookup {
  /// The item that was probably meant by a folded text: the same but for punctuation, else the only one whose name begins
  /// with the text or the text with it, else the only one a few typing errors away.
  func near(_ text: String) -> CodeTable.Item? {
    let wanted = TextFolding.bare(text)
    guard !wanted.isEmpty, wanted.unicodeScalars.count <= 64 else { return nil }
    let named = table.items.flatMap { item in
      ([item.name] + item.aliases).map { (item: item, name: TextFolding.bare(TextFolding.folded($0))) }
    }
    if let same = named.first(where: { $0.name == wanted }) { return same.item }
    if wanted.unicodeScalars.count >= 2 {
      let begun = named.filter { pair in
        pair.name.hasPrefix(wanted) || (pair.name.unicodeScalars.count >= 2 && wanted.hasPrefix(pair.name))
      }
      if let only = Self.only(begun.map(\.item)) { return only }
    }
    let scalars = Array(wanted.unicodeScalars)
    let most = max(1, scalars.count / 3)
    let distances = named.map {
      (item: $0.item, distance: EditDistance.between(scalars, Array($0.name.unicodeScalars)))
    }
    // A text of one character is one typing error away from every other such text.
    guard let least = distances.map(\.distance).min(), least <= most, least < scalars.count else {
      return nil
    }
    return Self.only(distances.filter { $0.distance == least }.map(\.item))
  }

  private static func only(_ items: [CodeTable.Item]) -> CodeTable.Item? {
    guard let first = items.first, items.allSatisfy({ $0.code == first.code }) else { return nil }
    return first
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
