public import Tabular

/// 任务发现 — the findings of every job, as its reports show them.
public enum JobFindingTable {
  private static let columns = [
    "job", "ordinal", "code", "severity", "sheet", "row_number", "heading", "position", "value", "arguments",
    "suggestion",
  ]
  /// Stands between the arguments of one finding.
  private static let separator: Character = "\u{1F}"

  /// 写入 — takes the findings of one job in order.
  public final class Writer {
    private let loader: any TableLoader
    private let job: Int
    /// How many findings it has taken.
    public private(set) var count = 0

    /// A writer for a job's findings.
    public init(job: Int, _ session: any Session) throws {
      self.job = job
      loader = try session.loader("job_finding", columns: columns)
    }

    /// Takes the next finding.
    public func add(_ finding: Finding) throws {
      count += 1
      try loader.add(.integer(job))
      try loader.add(.integer(count))
      try loader.add(finding.code)
      try loader.add(finding.severity.rawValue)
      try loader.add(finding.place.sheet)
      try loader.add(.optional(finding.place.row))
      try loader.add(finding.place.column)
      try loader.add(.optional(finding.place.columnIndex))
      try loader.add(finding.value)
      try loader.add(finding.arguments.joined(separator: String(separator)))
      try loader.add(finding.suggestion)
      try loader.endRow()
    }

    /// Ends the writing.
    public func finish() throws { try loader.finish() }
  }

  /// The rows of a job's file in which there are errors.
  public static func errorRows(job: Int, _ session: any Session) throws -> Set<Int> {
    Set(
      try session.all(
        """
        SELECT DISTINCT row_number FROM job_finding
        WHERE job = $1 AND severity = 'error' AND row_number IS NOT NULL
        """, [.integer(job)]
      ) { $0.integer(0) })
  }

  /// Hands on a job's findings in order, all of them or the first `limit`.
  public static func forEach(
    job: Int, limit: Int = .max, _ session: any Session, _ body: (Finding) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT code, severity, sheet, row_number, heading, position, value, arguments, suggestion
      FROM job_finding WHERE job = $1 ORDER BY ordinal LIMIT $2
      """, [.integer(job), .integer(limit)]
    ) { try body(finding($0)) }
  }

  /// A finding of a row that begins with the columns of `forEach`.
  static func finding(_ row: any ResultRow) -> Finding {
    Finding(
      code: row.text(0), severity: Severity(rawValue: row.text(1)) ?? .error,
      at: Place(
        sheet: row.optionalText(2), row: row.optionalInteger(3), column: row.optionalText(4),
        columnIndex: row.optionalInteger(5)), value: row.optionalText(6),
      arguments: row.text(7).split(separator: separator, omittingEmptySubsequences: false).map(String.init),
      suggestion: row.optionalText(8))
  }
}
