public import Tabular

extension CodeLookup {
  /// The item that was probably meant by a text that is not known: that of a code with letters for digits, or with a name
  /// that it almost has; the same name but for punctuation; else the only one whose name holds the text or is held by
  /// it; else the only one a few typing errors away.
  public func near(_ text: String) -> CodeTable.Item? {
    let key = TextFolding.folded(text)
    if let (code, name) = Self.codeAndName(key), let item = item(ofFolded: code) {
      // A code with another code's name says two things, and there is no telling which was meant.
      let named = nearName(Array(TextFolding.bare(name).unicodeScalars))
      return named == nil || named == item ? item : nil
    }
    let scalars = Array(TextFolding.bare(key).unicodeScalars)
    guard (1...64).contains(scalars.count) else { return nil }
    return nearCode(scalars) ?? nearName(scalars)
  }

  /// A code with letters that look like digits (`l4`), with marks around it, or before a part of its name.
  private func nearCode(_ scalars: [Unicode.Scalar]) -> CodeTable.Item? {
    let code = scalars.map(Self.digit).prefix { ("0"..."9").contains($0) }
    guard scalars.prefix(code.count).contains(where: { ("0"..."9").contains($0) }),
      let item = item(ofFolded: Self.text(code))
    else { return nil }
    let rest = Array(scalars[code.count...])
    let own = names.filter { table.items[$0.index].code == item.code }
    let isOwn = rest.isEmpty || own.contains { Self.holds($0.scalars, rest) } || nearName(rest) == item
    return isOwn ? item : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "o": "0"
    case "l", "i": "1"
    default: scalar
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func nearName(_ scalars: [Unicode.Scalar]) -> CodeTable.Item? {
    if let same = names.first(where: { $0.scalars == scalars }) { return table.items[same.index] }
    if scalars.count >= 2 {
      let holding = names.filter { name in
        name.scalars.count >= 2 && (Self.holds(name.scalars, scalars) || Self.holds(scalars, name.scalars))
      }
      if !holding.isEmpty { return only(holding) }
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

  /// Whether the second text stands somewhere in the first.
  private static func holds(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { place in
      whole[place] == first && whole[place...].starts(with: part)
    }
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
