internal import Storage
internal import Tabular

/// 暂存发现 — the findings of a run in a temporary table, so that a file full of faults does not fill the memory, and
/// so that rules judged in SQL add theirs with one statement.
struct StagedFindings {
  static let table = "stage_finding"
  static let columns = [
    "row_number", "position", "heading", "code", "severity", "value", "arguments", "suggestion",
  ]
  /// Stands between the arguments of one finding; no cell of a file can hold it.
  static let separator = "\u{1F}"

  static func create(_ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS \(table)")
    try session.execute(
      """
      CREATE TEMP TABLE \(table) (row_number BIGINT, position BIGINT, heading TEXT, code TEXT NOT NULL,
        severity TEXT NOT NULL, value TEXT, arguments TEXT, suggestion TEXT)
      """)
  }

  static func add(_ findings: [Finding], _ session: any Session) throws {
    let loader = try session.loader(table, columns: columns)
    for finding in findings {
      try loader.add(.optional(finding.place.row))
      try loader.add(.optional(finding.place.columnIndex))
      try loader.add(finding.place.column)
      try loader.add(finding.code)
      try loader.add(finding.severity.rawValue)
      try loader.add(finding.value)
      try loader.add(finding.arguments.joined(separator: separator))
      try loader.add(finding.suggestion)
      try loader.endRow()
    }
    try loader.finish()
  }

  /// Runs a judgement: its findings join the others.
  static func add(_ judgement: Judgement, binding: FieldBinding, _ session: any Session) throws {
    if let arguments = judgement.arguments {
      try add(judgement, arguments, binding, session)
      return
    }
    let next = judgement.parameters.count
    let column = judgement.field.flatMap(binding.place(of:))
    try session.execute(
      """
      INSERT INTO \(table) (row_number, position, heading, code, severity, value, arguments, suggestion)
      SELECT found.row_number, CAST($\(next + 1) AS BIGINT), CAST($\(next + 2) AS TEXT), CAST($\(next + 3) AS TEXT),
        CAST($\(next + 4) AS TEXT), found.value,
        COALESCE(found.argument_0, '') || $\(next + 5) || COALESCE(found.argument_1, ''),
        \(judgement.suggests ? "found.suggestion" : "NULL")
      FROM (\(judgement.select)) AS found
      """,
      judgement.parameters + [
        .optional(column?.position), .optional(column?.heading), .text(judgement.template.code),
        .text(judgement.template.severity.rawValue), .text(separator),
      ])
  }

  /// Runs a judgement whose arguments are made in Swift, a finding at a time.
  private static func add(
    _ judgement: Judgement, _ arguments: (any ResultRow) -> [String], _ binding: FieldBinding,
    _ session: any Session
  ) throws {
    let column = judgement.field.flatMap(binding.place(of:))
    let loader = try session.loader(table, columns: columns)
    try session.forEach(judgement.select, judgement.parameters) { row in
      try loader.add(.optional(row.optionalInteger(0)))
      try loader.add(.optional(column?.position))
      try loader.add(column?.heading)
      try loader.add(judgement.template.code)
      try loader.add(judgement.template.severity.rawValue)
      try loader.add(row.optionalText(1))
      try loader.add(arguments(row).joined(separator: separator))
      try loader.add(nil as String?)
      try loader.endRow()
    }
    try loader.finish()
  }

  /// Whether nothing is wrong with a row's cell yet, as SQL: a cell that could not be read is neither blank nor unknown.
  /// - Parameter heading: the column's heading, as SQL.
  static func hasNone(_ row: String, at heading: String) -> String {
    """
    \(row).row_number NOT IN (
      SELECT f.row_number FROM \(table) f WHERE f.heading = \(heading) AND f.row_number IS NOT NULL)
    """
  }

  /// Whether something is wrong that is no single row's fault.
  static func hasErrorsOfWholeFile(_ session: any Session) throws -> Bool {
    try session.count(
      """
      SELECT count(*) FROM \(table) f WHERE f.severity = 'error' AND (f.row_number IS NULL OR NOT EXISTS (
        SELECT 1 FROM \(StagingTable.name) s WHERE s.row_number = f.row_number))
      """) > 0
  }

  /// Hands on all findings in the order of the file; those of the file as a whole come last.
  static func forEach(sheet: String?, _ session: any Session, _ body: (Finding) throws -> Void) throws {
    try session.forEach(
      """
      SELECT row_number, position, heading, code, severity, value, arguments, suggestion FROM \(table)
      ORDER BY row_number NULLS LAST, position NULLS LAST, code, value NULLS FIRST
      """, []
    ) { row in
      let finding = Finding(
        code: row.text(3), severity: Severity(rawValue: row.text(4)) ?? .error,
        at: Place(
          sheet: sheet, row: row.optionalInteger(0), column: row.optionalText(2),
          columnIndex: row.optionalInteger(1)), value: row.optionalText(5),
        arguments: row.text(6).split(separator: separator, omittingEmptySubsequences: false).map(String.init),
        suggestion: row.optionalText(7))
      try body(finding)
    }
  }
}
