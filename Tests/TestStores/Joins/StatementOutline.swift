/// 语句梗概 — the tables of a statement, query by query, and what its conditions hold equal; no more of SQL is understood than
/// that takes.
struct StatementOutline {
  /// A table that a query reads or writes, or a query that it reads like one.
  struct Reference {
    var name: String
    var alias: String
    var query: Int
    var isBig: Bool
    var isDerived = false
  }

  /// `one = other` in a query, each a word of the statement.
  private struct Equality {
    var query: Int
    var one: String
    var other: String
  }

  private(set) var references: [Reference] = []
  /// For each query the one around it.
  private var parents: [Int?] = [nil]
  private var equalities: [Equality] = []
  /// Columns that are held against a list: `a.sitting IN …`.
  private var listed: [(query: Int, word: String)] = []
  private var classes = UnionFind()

  init(_ sql: String) {
    read(StatementWords.all(of: sql))
    for equality in equalities {
      classes.unite(node(equality.one, equality.query), node(equality.other, equality.query))
    }
  }

  // MARK: Questions

  /// Whether a table's sitting is held equal to something, or against a list.
  func namesSitting(_ reference: Int) -> Bool {
    let sitting = "\(reference).sitting"
    return classes.isShared(sitting) || listed.contains { node($0.word, $0.query) == sitting }
  }

  /// Whether two tables stand in one query, or a query inside the other's goes by a column of it.
  func areJoined(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (references[one].query, references[other].query)
    if first == second { return true }
    let (outer, inner) = isInside(first, second) ? (other, one) : (one, other)
    guard isInside(references[inner].query, references[outer].query) else { return false }
    return equalities.contains { equality in
      let sides = [equality.one, equality.other].map { column($0, equality.query) }
      return sides.contains { $0?.reference == inner } && sides.contains { $0?.reference == outer }
    }
  }

  /// Whether a column has the same value in two tables, as the conditions say.
  func haveInCommon(_ column: String, _ one: Int, _ other: Int) -> Bool {
    classes.areOne("\(one).\(column)", "\(other).\(column)")
  }

  private func isInside(_ query: Int, _ other: Int) -> Bool {
    var place = parents[query]
    while let current = place {
      if current == other { return true }
      place = parents[current]
    }
    return false
  }

  // MARK: Names

  /// The table and column that a word means; nil for a value, or a table that is not there.
  private func column(_ word: String, _ query: Int) -> (reference: Int, name: String)? {
    let parts = word.split(separator: ".").map(String.init)
    guard let last = parts.last, last.first?.isLetter == true else { return nil }
    var place: Int? = query
    while let current = place {
      let tables = references.indices.filter { references[$0].query == current }
      if parts.count == 2, let found = tables.first(where: { references[$0].alias == parts[0] }) {
        return (found, last)
      }
      if parts.count == 1, !tables.isEmpty { return tables.count == 1 ? (tables[0], last) : nil }
      place = parents[current]
    }
    return nil
  }

  private func node(_ word: String, _ query: Int) -> String {
    column(word, query).map { "\($0.reference).\($0.name)" } ?? "value \(word)"
  }

  // MARK: Reading

  private static let beforeTable: Set<String> = ["from", "join", "update"]
  private static let notAlias: Set<String> = [
    "on", "where", "join", "left", "set", "group", "order", "limit", "union", "from", "values", "select",
    "returning",
  ]

  private mutating func read(_ words: [String]) {
    // The queries that are open, and whether each is read like a table.
    var open: [(query: Int, isTable: Bool)] = [(0, false)]
    var place = 0
    func word(_ offset: Int) -> String {
      words.indices.contains(place + offset) ? words[place + offset] : ""
    }
    while place < words.count {
      let query = open[open.count - 1].query
      switch word(0) {
      case "(":
        parents.append(query)
        open.append((parents.count - 1, Self.beforeTable.contains(word(-1)) && word(-2) != "distinct"))
      case ")" where open.count > 1:
        let closed = open.removeLast()
        if closed.isTable {
          let isBig = references.contains { $0.query == closed.query && $0.isBig }
          let alias = word(1) == "as" ? word(2) : word(1)
          references.append(
            Reference(
              name: alias, alias: alias, query: open[open.count - 1].query, isBig: isBig, isDerived: true))
        }
      case "union":
        parents.append(parents[query])
        open[open.count - 1].query = parents.count - 1
      case "from" where word(-1) == "distinct": break
      case "update" where word(1) == "set": break
      case let verb where Self.beforeTable.contains(verb) && word(1).first?.isLetter == true:
        var alias = word(2) == "as" ? word(3) : word(2)
        if alias.first?.isLetter != true || Self.notAlias.contains(alias) { alias = word(1) }
        references.append(
          Reference(
            name: word(1), alias: alias, query: query, isBig: JoinCheck.tables.contains(word(1))))
      case "=":
        let other = word(1) == "(" ? StatementWords.inParentheses(words, from: place + 1) : word(1)
        equalities.append(Equality(query: query, one: word(-1), other: other))
      case "in": listed.append((query, word(-1)))
      default: break
      }
      place += 1
    }
  }
}

/// What is held equal to what.
private struct UnionFind {
  private var parents: [String: String] = [:]

  private func root(_ node: String) -> String {
    var node = node
    while let parent = parents[node], parent != node { node = parent }
    return node
  }

  mutating func unite(_ one: String, _ other: String) {
    for node in [one, other] where parents[node] == nil { parents[node] = node }
    parents[root(one)] = root(other)
  }

  func areOne(_ one: String, _ other: String) -> Bool { root(one) == root(other) }

  /// Whether anything else is held equal to it.
  func isShared(_ node: String) -> Bool { parents[node] != nil }
}
