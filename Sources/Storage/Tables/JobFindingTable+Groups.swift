public import Tabular

/// 同类发现 — all findings of a job that say the same of the same value in the same column. A screen shows them as one.
public struct FindingGroup: Sendable, Equatable {
  /// The first of them; without a suggestion where theirs differ.
  public var finding: Finding
  /// How many they are.
  public var count: Int
  /// The last row; nil where findings have none.
  public var lastRow: Int?
  /// The rows in runs without a gap, ascending: the first `JobFindingTable.mostRuns` and one more where there are more.
  /// Empty for groups that nobody looks at so closely.
  public var runs: [ClosedRange<Int>] = []
}

extension JobFindingTable {
  /// So many runs of rows of a group are told.
  public static let mostRuns = 3
  /// Of so many groups, the first of the file, the runs of rows are told.
  public static let mostGroupsWithRuns = 20

  /// How many findings of each rule a job has.
  public static func counts(job: Int, _ session: any Session) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try session.forEach(
      "SELECT code, count(*) FROM job_finding WHERE job = $1 GROUP BY code", [.integer(job)]
    ) {
      counts[$0.text(0)] = $0.integer(1)
    }
    return counts
  }

  private static let same = ["code", "severity", "sheet", "heading", "position", "value", "arguments"]

  /// Hands on a job's findings in groups, in the order of each group's first place, the first `limit` of them.
  /// Two statements, however many findings there are; what comes back is as small as there are groups.
  public static func forEachGroup(
    job: Int, limit: Int, _ session: any Session, _ body: (FindingGroup) throws -> Void
  ) throws {
    let columns = same.joined(separator: ", ")
    let groups = try session.all(
      """
      SELECT code, severity, sheet, min(row_number), heading, position, value, arguments,
        CASE WHEN count(suggestion) = count(*) AND min(suggestion) = max(suggestion) THEN min(suggestion) END,
        count(*), max(row_number), min(ordinal)
      FROM job_finding WHERE job = $1 GROUP BY \(columns) ORDER BY min(ordinal) LIMIT $2
      """, [.integer(job), .integer(limit)]
    ) { row in
      (
        first: row.integer(11),
        group: FindingGroup(finding: finding(row), count: row.integer(9), lastRow: row.optionalInteger(10))
      )
    }
    let areSingle = groups.prefix(mostGroupsWithRuns).allSatisfy { $0.group.count == 1 }
    let runs = areSingle ? [:] : try runs(job: job, session)
    for (first, group) in groups {
      var group = group
      group.runs = runs[first] ?? []
      try body(group)
    }
  }

  /// The runs of rows of the first groups, by the ordinal of each group's first finding: rows that follow each other lie
  /// as far from their place in the group as the row before.
  private static func runs(job: Int, _ session: any Session) throws -> [Int: [ClosedRange<Int>]] {
    let isSame = same.map { "f.\($0) IS NOT DISTINCT FROM g.\($0)" }.joined(separator: " AND ")
    let columns = same.joined(separator: ", ")
    var runs: [Int: [ClosedRange<Int>]] = [:]
    try session.forEach(
      """
      WITH picked AS (
        SELECT \(columns), min(ordinal) AS first_ordinal FROM job_finding WHERE job = $1
        GROUP BY \(columns) ORDER BY min(ordinal) LIMIT $2
      ), numbered AS (
        SELECT g.first_ordinal, f.row_number,
          f.row_number - dense_rank() OVER (PARTITION BY g.first_ordinal ORDER BY f.row_number) AS distance
        FROM picked g JOIN job_finding f ON f.job = $1 AND \(isSame) WHERE f.row_number IS NOT NULL
      ), joined AS (
        SELECT first_ordinal, min(row_number) AS starts, max(row_number) AS ends,
          dense_rank() OVER (PARTITION BY first_ordinal ORDER BY min(row_number)) AS place
        FROM numbered GROUP BY first_ordinal, distance
      )
      SELECT first_ordinal, starts, ends FROM joined WHERE place <= $3 ORDER BY first_ordinal, starts
      """, [.integer(job), .integer(mostGroupsWithRuns), .integer(mostRuns + 1)]
    ) { runs[$0.integer(0), default: []].append($0.integer(1)...$0.integer(2)) }
    return runs
  }
}
