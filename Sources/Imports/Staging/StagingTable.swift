internal import Storage
internal import Tabular

/// 暂存表 — the rows of one file, decoded, in a temporary table: judged there as a set, then merged or dropped.
///
/// Besides the kind's own columns a row has `about` (the stored record it belongs to: a registration, an entry),
/// `target` (the stored record it would replace), `differs` (whether it would change it), `skips` (whether the options
/// say to pass it over) and `outcome` (what becomes of it).
///
/// Where rows are wide, what is written of each costs most if it must be written into them. Their kind keeps the values
/// apart in `stage_value`, and its `match` makes narrow rows of `stage_row` beside them (`ImportKind.stagedKeys`).
struct StagingTable {
  static let name = "stage_row"
  static let values = "stage_value"

  static func create(_ kind: any ImportKind, _ session: any Session) throws {
    let values = kind.stagedFields.map { "\($0.column) TEXT" }
    let fate = [
      "about BIGINT", "target BIGINT", "differs BIGINT NOT NULL DEFAULT 0", "skips BIGINT NOT NULL DEFAULT 0",
      "outcome TEXT DEFAULT 'created'",
    ]
    if let keys = kind.stagedKeys {
      try create(Self.values, values, session)
      try create(name, keys.map { "\($0.name) \($0.type)" } + fate, session)
    } else {
      try create(name, values + fate, session)
    }
    if let details = kind.details {
      let columns = details.columns.map { ", \($0.name) \($0.type)" }.joined()
      try session.execute("DROP TABLE IF EXISTS \(details.table)")
      try session.execute("CREATE TEMP TABLE \(details.table) (row_number BIGINT NOT NULL\(columns))")
    }
    try StagedFindings.create(session)
  }

  private static func create(_ table: String, _ columns: [String], _ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS \(table)")
    try session.execute(
      "CREATE TEMP TABLE \(table) (row_number INTEGER PRIMARY KEY, \(columns.joined(separator: ", ")))")
  }

  /// Where the values of a kind's rows lie.
  private static func values(of kind: any ImportKind) -> String { kind.stagedKeys == nil ? name : values }

  /// Puts decoded rows, their details and their findings into the tables.
  static func load(
    _ rows: [DecodedRow], of kind: any ImportKind, binding: FieldBinding, _ session: any Session
  ) throws {
    let fields = kind.stagedFields
    let indices = fields.map { binding.index(of: $0.field) }
    let loader = try session.loader(values(of: kind), columns: ["row_number"] + fields.map(\.column))
    for row in rows {
      try loader.add(.integer(row.number))
      for index in indices { try loader.add(row[index]) }
      try loader.endRow()
    }
    try loader.finish()
    if let details = kind.details {
      let loader = try session.loader(details.table, columns: ["row_number"] + details.columns.map(\.name))
      for row in rows {
        for detail in details.rows(row) {
          try loader.add(.integer(row.number))
          for value in detail { try loader.add(value) }
          try loader.endRow()
        }
      }
      try loader.finish()
    }
    try StagedFindings.add(rows.flatMap(\.findings), session)
  }

  /// Says for each row what becomes of it, now that everything about it is known: it is created unless something is
  /// against it. A row of which that is said already is not written again; those that change records get an index, for
  /// all that is asked of them from here on, and mostly there are none.
  static func setOutcomes(_ session: any Session) throws {
    let isWrong = """
      row_number IN (SELECT row_number FROM \(StagedFindings.table)
        WHERE severity = 'error' AND row_number IS NOT NULL)
      """
    let outcome = """
      CASE WHEN \(isWrong) THEN 'failed'
        WHEN skips = 1 THEN 'skipped'
        WHEN target IS NULL THEN 'created'
        WHEN differs = 1 THEN 'updated'
        ELSE 'unchanged' END
      """
    try session.execute("UPDATE \(name) SET outcome = \(outcome) WHERE outcome <> \(outcome)")
    try session.execute("CREATE INDEX stage_updated ON \(name) (row_number) WHERE outcome = 'updated'")
  }

  /// The numbers of the rows that are refused, in order.
  static func failedRows(_ session: any Session) throws -> [Int] {
    try session.all("SELECT row_number FROM \(name) WHERE outcome = 'failed' ORDER BY row_number") {
      $0.integer(0)
    }
  }

  static func counts(_ session: any Session) throws -> RowCounts {
    // Counted as they come, without sorting them.
    let columns = RowCounts.outcomes.map { "COALESCE(sum(CASE WHEN outcome = '\($0)' THEN 1 ELSE 0 END), 0)" }
    var counts = RowCounts()
    try session.forEach("SELECT \(columns.joined(separator: ", ")) FROM \(name)", []) { row in
      for (column, outcome) in RowCounts.outcomes.enumerated() {
        counts.add(row.integer(column), outcome: outcome)
      }
    }
    return counts
  }
}
