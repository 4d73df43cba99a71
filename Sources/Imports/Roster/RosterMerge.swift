internal import Storage

/// 学籍合并 — the staged students become records, in the caller's transaction. Registrations are left as they are
/// (ROS-06).
struct RosterMerge {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func run(_ session: any Session, job: Int) throws {
    let names = RosterImport.personalFields.map(\.column)
    let columns = (names + ["document_number"]).joined(separator: ", ")
    try session.execute(
      """
      INSERT INTO roster (site, anywhere, created_job, created_row, \(columns))
      SELECT $1, CASE WHEN sites IS NULL THEN 1 ELSE 0 END, $2, row_number, \(columns)
      FROM stage_row WHERE outcome = 'created' ORDER BY row_number
      """, [.text(context.site), .integer(job)])
    try update(names, session)
    try session.execute(
      """
      DELETE FROM roster_site WHERE document_number IN (SELECT document_number FROM stage_row WHERE outcome = 'updated')
      """)
    try session.execute(
      """
      INSERT INTO roster_site (document_number, site)
      SELECT w.document_number, x.site FROM stage_row w JOIN stage_roster_site x ON x.row_number = w.row_number
      WHERE w.outcome IN ('created', 'updated') ORDER BY w.document_number, x.site
      """)
  }

  /// Without override a student of the own site is never replaced; the condition stands here again, so that one who
  /// came in since the judging is not.
  private func update(_ names: [String], _ session: any Session) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard expected > 0 else { return }
    let columns = names.map { "\($0) = s.\($0)" }.joined(separator: ", ")
    let changed = try session.execute(
      """
      UPDATE roster SET \(columns), site = $1, anywhere = CASE WHEN s.sites IS NULL THEN 1 ELSE 0 END
      FROM stage_row AS s
      WHERE roster.id = s.target AND s.outcome = 'updated' AND roster.document_number = s.document_number
        AND (roster.site <> $1 OR CAST($2 AS BIGINT) = 1)
      """, [.text(context.site), .flag(context.options.overrides)])
    guard changed == expected else { throw MergeConflict() }
  }
}
