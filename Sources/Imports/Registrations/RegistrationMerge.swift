internal import ExamModel
internal import Storage

/// 报名合并 — the staged registrations become records, in the caller's transaction: REG-08, REG-15, REG-16, REG-17.
struct RegistrationMerge {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func run(_ session: any Session, job: Int) throws {
    let subjects = StagedSubjects(context)
    let last = try subjects.lastRegistration(session)
    try create(session, job)
    try update(session, job)
    try subjects.removeLeftOut(session)
    try subjects.create(job: job, after: last, session)
  }

  private func create(_ session: any Session, _ job: Int) throws {
    let columns = RegistrationsImport.personalFields.map(\.column) + ["document_number", "prefilled"]
    try session.execute(
      """
      INSERT INTO registration (sitting, site, method, audit, created_job, created_row, changed_job,
        \(columns.joined(separator: ", ")))
      SELECT $1, $2, 'collective', $3, $4, s.row_number, $4, \(columns.map { "v.\($0)" }.joined(separator: ", "))
      FROM stage_row s JOIN stage_value v ON v.row_number = s.row_number
      WHERE s.outcome = 'created' ORDER BY s.row_number
      """,
      [
        .integer(context.sittingID), .text(context.site),
        .text(context.settings.requiresAudit ? "pending" : "none"), .integer(job),
      ])
    try CandidateSites.add(createdBy: job, sitting: context.sittingID, session)
  }

  /// An override submits a rejected registration again (REG-16), unless it still needs a new photo (AUD-01). The kind of
  /// rejection and the reason stay, for people to see what was wrong last.
  static let submitsAgain = """
    audit = CASE WHEN r.audit = '\(AuditTable.rejected)' AND NOT \(AuditTable.lacksNewPhoto)
        THEN '\(AuditTable.pending)' ELSE r.audit END,
      audit_photo = CASE WHEN \(AuditTable.lacksNewPhoto) THEN r.audit_photo END
    """

  /// The conditions on which the rows were judged stand here again, so that a record which changed since is not
  /// overwritten: the counts then differ and the whole merge is given up.
  private func update(_ session: any Session, _ job: Int) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard expected > 0 else { return }
    let columns = RegistrationsImport.personalFields
      .map { "\($0.column) = v.\($0.column)" }.joined(separator: ", ")
    let changed = try session.execute(
      """
      UPDATE registration AS r SET \(columns), has_photo = 0, changed_job = $1, prefilled = NULL,
        \(Self.submitsAgain)
      FROM stage_row AS s JOIN stage_value AS v ON v.row_number = s.row_number
      WHERE r.id = s.target AND s.outcome = 'updated' AND r.sitting = $2 AND r.site = $3
        AND r.method = 'collective' AND r.lock_reason IS NULL
      """, [.integer(job), .integer(context.sittingID), .text(context.site)])
    guard changed == expected else { throw MergeConflict() }
  }
}
