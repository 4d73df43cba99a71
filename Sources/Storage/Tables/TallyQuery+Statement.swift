extension TallyQuery {
  /// Runs the statement.
  public func result(_ session: any Session) throws -> TallyResult {
    var statement = Statement(self)
    let sql = statement.text()
    var result = TallyResult(tallies: tallies.count)
    let (firstPivot, firstTally) = (1 + rows.count, 1 + rows.count + pivots.count)
    try session.forEach(sql, statement.parameters) { row in
      let values = rows.indices.map { row.optionalText(1 + $0) }
      let columns = pivots.indices.map { row.optionalText(firstPivot + $0) }
      let figures = tallies.indices.map { row.integer(firstTally + $0) }
      switch Part(rawValue: row.integer(0)) {
      case .group: result.groups[TallyResult.Group(rows: values, pivots: columns)] = figures
      case .row: result.rowTotals[values] = figures
      case .pivot: result.pivotTotals[columns] = figures
      default: result.total = figures
      }
    }
    if pivots.isEmpty {
      for (group, figures) in result.groups { result.rowTotals[group.rows] = figures }
    }
    return result
  }

  /// 结果部分 — which groups a line of the statement's result belongs to.
  private enum Part: Int {
    case group
    case row
    case pivot
    case all
  }

  /// 统计语句 — the statement while it is put together: every entry once with its keys and what it counts for, then the
  /// groups and the totals of that.
  private struct Statement {
    private let query: TallyQuery
    private(set) var parameters: [SQLValue]
    private var joins: Set<TallyColumn.Join> = []

    init(_ query: TallyQuery) {
      self.query = query
      parameters = [.integer(query.sitting), .text(query.organisation)]
    }

    mutating func text() -> String {
      let keys = (query.rows + query.pivots).enumerated().map { "\(expression(of: $1)) AS k\($0)" }
      let marks = query.tallies.enumerated().map { "\(mark(of: $1)) AS t\($0)" }
      let conditions = query.conditions.map { " AND \(sql($0))" }.joined()
      let needed = TallyColumn.Join.allCases.filter(joins.contains).map(\.sql).joined(separator: " ")
      let columns = (keys + marks).joined(separator: ", ")
      let rows = query.rows.indices.map { "k\($0)" }
      let pivots = query.pivots.indices.map { "k\(query.rows.count + $0)" }
      var parts = rows.isEmpty ? [] : [part(.group, rows: rows, pivots: pivots)]
      if !pivots.isEmpty {
        parts.append(part(.row, rows: rows, pivots: []))
        parts.append(part(.pivot, rows: [], pivots: pivots))
      }
      parts.append(part(.all, rows: [], pivots: []))
      return """
        WITH counted AS (
          SELECT \(columns) FROM registration r LEFT JOIN entry e ON \(Joining.entry()) \(needed)
          WHERE r.sitting = $1 AND substr(r.site, 1, length($2)) = $2\(conditions)
        )
        \(parts.joined(separator: " UNION ALL "))
        """
    }

    private func part(_ part: Part, rows: [String], pivots: [String]) -> String {
      func named(_ names: [String], of keys: [Key], from first: Int) -> [String] {
        keys.indices.map { names.isEmpty ? "NULL AS k\(first + $0)" : names[$0] }
      }
      let keys =
        named(rows, of: query.rows, from: 0) + named(pivots, of: query.pivots, from: query.rows.count)
      let figures = query.tallies.enumerated().map { index, tally in
        switch tally {
        case .entries: "count(t\(index))"
        case .candidates: "count(DISTINCT t\(index))"
        case .sum: "CAST(COALESCE(sum(t\(index)), 0) AS BIGINT)"
        }
      }
      let columns = (["\(part.rawValue)"] + keys + figures).joined(separator: ", ")
      let groups = (rows + pivots).joined(separator: ", ")
      return "SELECT \(columns) FROM counted" + (groups.isEmpty ? "" : " GROUP BY \(groups)")
    }

    private mutating func expression(of key: Key) -> String {
      let column = use(key.column)
      guard let meanings = key.meanings else { return column }
      if meanings.isEmpty { return "CAST(NULL AS TEXT)" }
      let cases = meanings.sorted { $0.key < $1.key }.map { value, meaning in
        "WHEN \(place(.text(value))) THEN \(place(.text(meaning)))"
      }
      return "CASE \(column) \(cases.joined(separator: " ")) END"
    }

    /// What an entry counts for: itself, its candidate, a number, or nothing.
    private mutating func mark(of tally: Tally) -> String {
      switch tally {
      case .entries(let conditions):
        let all = (["e.id IS NOT NULL"] + conditions.map { sql($0) }).joined(separator: " AND ")
        return "CASE WHEN \(all) THEN 1 END"
      case .candidates(let conditions):
        if conditions.isEmpty { return "r.id" }
        return "CASE WHEN \(conditions.map { sql($0) }.joined(separator: " AND ")) THEN r.id END"
      case .sum(let number): return use(number)
      }
    }

    private mutating func sql(_ condition: Condition) -> String {
      switch condition {
      case .column(let column, let values, let hasPatterns):
        if values.isEmpty { return "1 = 0" }
        let expression = use(column)
        let choices = values.map { value in
          if column == .site, !value.contains("*") {
            let place = place(.text(value))
            return "substr(\(expression), 1, length(\(place))) = \(place)"
          }
          if hasPatterns, value.contains("*") {
            return
              "lower(\(expression)) LIKE lower(\(place(.text(CandidateChoice.pattern(value))))) ESCAPE '\\'"
          }
          return "\(expression) = \(place(.text(value)))"
        }
        return "(\(choices.joined(separator: " OR ")))"
      case .present(let column): return "\(use(column)) IS NOT NULL"
      case .number(let number, let from, let limit):
        let expression = use(number)
        let least = "\(expression) >= \(place(.integer(from)))"
        return limit.map { "(\(least) AND \(expression) < \(place(.integer($0))))" } ?? "(\(least))"
      case .known(let number): return "\(use(number)) IS NOT NULL"
      }
    }

    private mutating func use(_ column: TallyColumn) -> String {
      if let join = column.join { joins.insert(join) }
      return "(\(column.expression))"
    }

    private mutating func use(_ number: TallyNumber) -> String {
      joins.insert(number.join)
      return "(\(number.expression))"
    }

    private mutating func place(_ value: SQLValue) -> String {
      parameters.append(value)
      return "$\(parameters.count)"
    }
  }
}
