internal import Storage

/// 导入计划 — what a dry run found would become of each row and what would change, kept so that it can be carried out
/// later exactly as it was shown (REG-18): a plan is bound to the data it was computed on.
struct ImportPlan {
  /// Stages what the rows change, one text a row.
  private static func stage(_ kind: any ImportKind, _ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS stage_change")
    try session.execute(
      "CREATE TEMP TABLE stage_change (row_number BIGINT PRIMARY KEY, changes TEXT NOT NULL)")
    let loader = try session.loader("stage_change", columns: ["row_number", "changes"])
    var row: Int?
    var text = ""
    func end() throws {
      guard let number = row else { return }
      try loader.add(.integer(number))
      try loader.add(text)
      try loader.endRow()
      text = ""
    }
    try kind.forEachChange(session) { change in
      if change.row != row { try end() }
      row = change.row
      text += Self.text(of: change)
    }
    try end()
    try loader.finish()
  }

  private static let moments: Set<String> = ["locked_at", "audited_at"]

  /// A change without the moment at which it is made, which is another each time: record, part, column, old and new value
  /// of each field.
  private static func text(of change: RecordChange) -> String {
    change.fields.filter { !moments.contains($0.column) }.map { field in
      [change.record.rawValue, change.part ?? "", field.column, field.old ?? "", field.new ?? ""]
        .joined(separator: "\u{1F}") + "\u{1E}"
    }.joined()
  }

  /// Keeps the plan of a dry run.
  static func keep(job: Int, _ kind: any ImportKind, _ session: any Session) throws {
    try stage(kind, session)
    try session.execute(
      """
      INSERT INTO plan_row (job, source_row, outcome, changes)
      SELECT $1, s.row_number, s.outcome, c.changes
      FROM stage_row s LEFT JOIN stage_change c ON c.row_number = s.row_number
      """, [.integer(job)])
  }

  /// Compares a plan with what would happen now.
  /// - Throws: `StalePlan` where a row would fare otherwise.
  static func check(plan: Int, _ kind: any ImportKind, _ session: any Session) throws {
    try stage(kind, session)
    let differing = """
      FROM stage_row s LEFT JOIN stage_change c ON c.row_number = s.row_number
      LEFT JOIN plan_row p ON p.job = $1 AND p.source_row = s.row_number
      WHERE p.outcome IS DISTINCT FROM s.outcome OR p.changes IS DISTINCT FROM c.changes
      """
    let total = try session.count("SELECT count(*) \(differing)", [.integer(plan)])
    guard total > 0 else { return }
    let rows = try session.all(
      """
      SELECT s.row_number, p.outcome, s.outcome, p.changes, c.changes \(differing)
      ORDER BY s.row_number LIMIT \(StalePlan.mostRows)
      """, [.integer(plan)]
    ) {
      StalePlan.Row(
        number: $0.integer(0), plannedOutcome: $0.optionalText(1) ?? "", outcome: $0.text(2),
        planned: StalePlan.fields($0.text(3)), found: StalePlan.fields($0.text(4)))
    }
    throw StalePlan(rows: rows, total: total)
  }
}
