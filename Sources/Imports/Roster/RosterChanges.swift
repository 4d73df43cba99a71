internal import Storage

/// 学籍变更 — what a file changes of each stored student: an override at the same site (ROS-03), a take-over from another
/// one (ROS-04).
struct RosterChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let before = try sites(
      """
      SELECT s.row_number, a.site FROM stage_row s JOIN roster_site a ON a.document_number = s.document_number
      WHERE s.outcome = 'updated' ORDER BY s.row_number, a.site
      """, session)
    let names = RosterImport.personalFields.map(\.column)
    let columns = names.map { "r.\($0), s.\($0)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, r.site, s.sites, CAST(r.anywhere AS TEXT), \(columns)
      FROM stage_row s JOIN roster r ON r.id = s.target WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      let (old, new) = (before[row.integer(0)], row.optionalText(3))
      let isTakeOver = row.text(2) != context.site
      var change = RecordChange(
        .changed, .roster, key: row.text(1), site: context.site, row: row.integer(0),
        rule: isTakeOver ? "ROS-04" : "ROS-03", fields: row.changes(names, from: 5))
      if isTakeOver {
        change.fields.append(RecordChange.Field("site", old: row.text(2), new: context.site))
      }
      if old != new { change.fields.append(RecordChange.Field("sites", old: old, new: new)) }
      let (wasAnywhere, isAnywhere) = (row.text(4), new == nil ? "1" : "0")
      if wasAnywhere != isAnywhere {
        change.fields.append(RecordChange.Field("anywhere", old: wasAnywhere, new: isAnywhere))
      }
      try body(change)
    }
  }

  /// The sites of each row's student, parted by commas.
  private func sites(_ sql: String, _ session: any Session) throws -> [Int: String] {
    var sites: [Int: String] = [:]
    try session.forEach(sql, []) { row in
      sites[row.integer(0)] = sites[row.integer(0)].map { "\($0),\(row.text(1))" } ?? row.text(1)
    }
    return sites
  }
}
