/// 成绩计数 — how many results of each class there are, per site and subject, and in all (SCO-08).
public struct ScoreCounts: Sendable, Equatable {
  /// 计数口径 — which results count as what; a programme's rules say it.
  public struct Classes: Sendable {
    /// The result codes of each class, in the order in which their counts are wanted.
    public var codes: [[Int]]
    /// The result codes that pass.
    public var passed: [Int]
    /// The subjects whose pass is kept until another is passed: one without a certificate counts as kept.
    public var dependent: [String]

    /// Classes.
    public init(codes: [[Int]], passed: [Int], dependent: [String]) {
      self.codes = codes
      self.passed = passed
      self.dependent = dependent
    }
  }

  /// The site's code; nil for the counts of all sites and subjects together.
  public var site: String?
  /// The subject's code; nil for the counts of all.
  public var subject: String?
  /// The results of each class.
  public var counts: [Int]
  /// Passes that are kept, without a certificate yet.
  public var kept: Int
  /// Certificates that were given.
  public var certificates: Int
  /// Entries with a score record.
  public var entries: Int
  /// The candidates behind them, each once.
  public var candidates: Int

  /// Counts the results of an organisation and those below it in one statement: a row a site and subject in the order
  /// of their codes, and at the end the row of all, which is there even where there is no result.
  public static func read(
    _ classes: Classes, sitting: Int, organisation: String, _ session: any Session
  ) throws -> [ScoreCounts] {
    var parameters: [SQLValue] = [.integer(sitting), .text(organisation)]
    func list(_ values: [SQLValue]) -> String {
      let first = parameters.count + 1
      parameters += values
      return values.indices.map { "$\(first + $0)" }.joined(separator: ", ")
    }
    // No list of SQL is empty: what no code counts as is nothing.
    func isAny(_ column: String, of values: [SQLValue]) -> String {
      values.isEmpty ? "1 = 0" : "\(column) IN (\(list(values)))"
    }
    let passed = isAny("result", of: classes.passed.map(SQLValue.integer))
    let dependent = isAny("subject", of: classes.dependent.map(SQLValue.text))
    let conditions =
      classes.codes.map { isAny("result", of: $0.map(SQLValue.integer)) } + [
        "\(passed) AND \(dependent) AND COALESCE(certificate, '') = ''", "COALESCE(certificate, '') <> ''",
      ]
    let counts =
      conditions.map { "count(CASE WHEN \($0) THEN 1 END)" } + ["count(*)", "count(DISTINCT registration)"]
    let sums = counts.joined(separator: ", ")
    let sql = """
      WITH outcome AS (
        SELECT c.site AS site, e.subject AS subject, e.registration AS registration, c.result AS result,
          c.certificate AS certificate
        FROM score c JOIN entry e ON e.id = c.entry
        WHERE c.sitting = $1 AND substr(c.site, 1, length($2)) = $2
      )
      SELECT 0 AS level, site, subject, \(sums) FROM outcome GROUP BY site, subject
      UNION ALL SELECT 1 AS level, NULL AS site, NULL AS subject, \(sums) FROM outcome
      ORDER BY level, site, subject
      """
    let classCount = classes.codes.count
    return try session.all(sql, parameters) { row in
      ScoreCounts(
        site: row.optionalText(1), subject: row.optionalText(2),
        counts: (0..<classCount).map { row.integer(3 + $0) }, kept: row.integer(3 + classCount),
        certificates: row.integer(4 + classCount), entries: row.integer(5 + classCount),
        candidates: row.integer(6 + classCount))
    }
  }
}
