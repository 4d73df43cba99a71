internal import ExamModel
internal import Storage

/// 报名合并 — the staged registrations become records, in the caller's transaction: REG-08, REG-15, REG-16, REG-17.
struct RegistrationMerge {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func run(_ session: any Session, job: Int) throws {
    try create(session, job)
    try update(session, job)
    try removeEntries(session)
    try createEntries(session, job)
  }

  private func create(_ session: any Session, _ job: Int) throws {
    let columns = (RegistrationsImport.personalFields.map(\.column) + ["document_number"]).joined(
      separator: ", ")
    try session.execute(
      """
      INSERT INTO registration (sitting, site, method, audit, created_job, created_row, changed_job, \(columns))
      SELECT $1, $2, 'collective', $3, $4, row_number, $4, \(columns) FROM stage_row WHERE outcome = 'created'
      ORDER BY row_number
      """,
      [
        .integer(context.sittingID), .text(context.site),
        .text(context.settings.requiresAudit ? "pending" : "none"), .integer(job),
      ])
  }

  /// The conditions on which the rows were judged stand here again, so that a record which changed since is not
  /// overwritten: the counts then differ and the whole merge is given up.
  private func update(_ session: any Session, _ job: Int) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard expected > 0 else { return }
    let columns = RegistrationsImport.personalFields
      .map { "\($0.column) = s.\($0.column)" }.joined(separator: ", ")
    let changed = try session.execute(
      """
      UPDATE registration SET \(columns), has_photo = 0, changed_job = $1,
        audit = CASE WHEN audit = 'rejected' THEN 'pending' ELSE audit END
      FROM stage_row AS s
      WHERE registration.id = s.target AND s.outcome = 'updated' AND registration.sitting = $2
        AND registration.site = $3 AND registration.method = 'collective' AND registration.lock_reason IS NULL
      """, [.integer(job), .integer(context.sittingID), .text(context.site)])
    guard changed == expected else { throw MergeConflict() }
  }

  /// Unpaid entries that the row leaves out go; paid ones stay.
  private func removeEntries(_ session: any Session) throws {
    try session.execute(
      """
      DELETE FROM entry WHERE paid IS NULL AND payment_batch IS NULL AND EXISTS (
        SELECT 1 FROM stage_row w WHERE w.target = entry.registration AND w.outcome = 'updated' AND NOT EXISTS (
          SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = entry.subject))
        AND registration IN (SELECT target FROM stage_row WHERE outcome = 'updated')
      """)
  }

  private func createEntries(_ session: any Session, _ job: Int) throws {
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject, created_job, created_row)
      SELECT r.sitting, r.site, r.id, s.subject, $1, w.row_number
      FROM stage_row w
      JOIN registration r ON r.sitting = $2 AND r.document_number = w.document_number
      JOIN stage_subject s ON s.row_number = w.row_number
      WHERE w.outcome IN ('created', 'updated') AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE e.registration = r.id AND e.subject = s.subject)
      ORDER BY r.id, s.subject
      """, [.integer(job), .integer(context.sittingID)])
  }
}
