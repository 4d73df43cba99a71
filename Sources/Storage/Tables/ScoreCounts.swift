/// 成绩计数 — how many results of each class there are, per site and subject, and in all (SCO-08).
public struct ScoreCounts: Sendable, Equatable {
  /// The site's code; nil for the counts of all sites and subjects together.
  public var site: String?
  /// The subject's code; nil for the counts of all.
  public var subject: String?
  /// The results of each class.
  public var counts: [Int]
  /// Passes that are kept (保证) until another subject is passed.
  public var kept: Int
  /// Certificates that were given.
  public var certificates: Int
  /// Entries with a score record.
  public var entries: Int
  /// The candidates behind them, each once.
  public var candidates: Int

  /// The counts of all where there is nothing to count.
  public static func none(classes: Int) -> ScoreCounts {
    ScoreCounts(
      counts: [Int](repeating: 0, count: classes), kept: 0, certificates: 0, entries: 0, candidates: 0)
  }

  /// Counts the results that hold for an organisation and those below it in one statement: a row a site and subject in
  /// the order of their codes, and at the end the row of all, which is there even where there is no result.
  /// - Parameter classes: the result codes of each class, in the order in which their counts are wanted.
  public static func read(
    _ classes: [[Int]], sitting: Int, organisation: String, _ session: any Session
  ) throws -> [ScoreCounts] {
    let conditions =
      classes.map { "result IN (\(ScoreTable.list($0)))" } + ["kept = 1", "COALESCE(certificate, '') <> ''"]
    let counts =
      conditions.map { "count(CASE WHEN \($0) THEN 1 END)" } + ["count(*)", "count(DISTINCT registration)"]
    let sums = counts.joined(separator: ", ")
    let sql = """
      WITH held AS (
        SELECT e.place AS site, e.subject AS subject, e.registration AS registration, c.result AS result,
          c.kept AS kept, c.certificate AS certificate
        FROM score c JOIN entry e ON \(Joining.record("c"))
        WHERE e.sitting = $1 AND substr(e.place, 1, length($2)) = $2
      )
      SELECT 0 AS level, site, subject, \(sums) FROM held GROUP BY site, subject
      UNION ALL SELECT 1 AS level, NULL AS site, NULL AS subject, \(sums) FROM held
      ORDER BY 1, 2, 3
      """
    return try session.all(sql, [.integer(sitting), .text(organisation)]) { row in
      let next = 3 + classes.count
      return ScoreCounts(
        site: row.optionalText(1), subject: row.optionalText(2),
        counts: classes.indices.map { row.integer(3 + $0) }, kept: row.integer(next),
        certificates: row.integer(next + 1), entries: row.integer(next + 2), candidates: row.integer(next + 3)
      )
    }
  }
}
