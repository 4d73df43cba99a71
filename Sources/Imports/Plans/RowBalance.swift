internal import Storage

/// 分组统计 — what became of the rows of one site and subject; a row of several subjects counts with each of them.
public struct GroupCounts: Sendable, Codable, Equatable {
  /// The site.
  public var site: String
  /// The subject; nil for rows that name none.
  public var subject: String?
  /// What became of the rows.
  public var rows = RowCounts()
}

/// 平衡 — proves that every row that was read ended in exactly one count, for the file and for each site and subject, and
/// that the store holds exactly what was counted (REG-15).
struct RowBalance {
  /// How many rows the reader gave.
  let read: Int
  let kind: any ImportKind
  let context: ImportContext

  /// What became of the rows by site and subject, in their order.
  /// - Parameter rows: the counts of the file: where the same became of all rows, none is asked again.
  func groups(_ rows: RowCounts, _ session: any Session) throws -> [GroupCounts] {
    let only = rows.only.map { "'\($0)'" }
    let (staged, alike) =
      only == nil ? ("JOIN stage_row s ON s.row_number = g.row_number", ", s.outcome") : ("", "")
    var groups: [GroupCounts] = []
    try session.forEach(
      """
      SELECT g.site, g.subject, \(only ?? "s.outcome"), count(*) FROM (\(kind.rowGroups)) AS g \(staged)
      GROUP BY g.site, g.subject\(alike) ORDER BY g.site NULLS FIRST, g.subject NULLS FIRST
      """, []
    ) { row in
      let (site, subject) = (row.optionalText(0) ?? context.site, row.optionalText(1))
      if groups.last?.site != site || groups.last?.subject != subject {
        groups.append(GroupCounts(site: site, subject: subject))
      }
      groups[groups.count - 1].rows.add(row.integer(3), outcome: row.text(2))
    }
    return groups
  }

  /// - Throws: `UnbalancedRun` where a row was lost or counted twice.
  func check(_ rows: RowCounts, _ groups: [GroupCounts]) throws {
    guard rows.isBalanced, rows.read == read, groups.allSatisfy(\.rows.isBalanced) else {
      throw UnbalancedRun(counted: rows.read, found: read)
    }
  }

  /// Counts in the store what the merge made.
  /// - Throws: `UnbalancedRun` where that is not what was counted.
  func checkMerged(_ rows: RowCounts, job: Int, _ session: any Session) throws {
    guard let made = try kind.createdRecords(session, job: job) else { return }
    guard made == rows.created else { throw UnbalancedRun(counted: rows.created, found: made) }
  }
}

/// 不平衡 — the counts of a run do not agree with its rows or with the store; nothing was kept.
public struct UnbalancedRun: Error {
  /// What the run counted.
  public let counted: Int
  /// What there is.
  public let found: Int
}
