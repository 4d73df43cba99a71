internal import ExamModel
internal import Programmes
internal import Storage

/// 网报合并 — the staged individual registrations become records, in the caller's transaction. An entry that is not paid
/// carries the moment at which it expires.
struct IndividualMerge {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func run(_ session: any Session, job: Int) throws {
    let subjects = StagedSubjects(context)
    let last = try subjects.lastRegistration(session)
    try create(session, job)
    try update(session, job)
    try subjects.removeLeftOut(session)
    try subjects.create(job: job, after: last, session)
    try pay(session)
    try lockPaid(session)
  }

  private func create(_ session: any Session, _ job: Int) throws {
    let columns = (IndividualImport.personalFields.map(\.column) + ["document_number", "prefilled"])
      .joined(separator: ", ")
    for (requiresAudit, sites) in RowSite.ofRow.groups(context, \.requiresAudit) {
      var parameters = SQLParameters()
      let audit = parameters.add(.text(requiresAudit ? AuditTable.pending : "none"))
      let (sitting, job) = (parameters.add(.integer(context.sittingID)), parameters.add(.integer(job)))
      try session.execute(
        """
        INSERT INTO registration (sitting, site, method, audit, registered_at, created_job, created_row, changed_job,
          \(columns))
        SELECT \(sitting), site, 'individual', \(audit), CAST(registered_at AS BIGINT), \(job), row_number, \(job),
          \(columns)
        FROM stage_row WHERE outcome = 'created' AND site IN (\(parameters.add(sites))) ORDER BY row_number
        """, parameters.values)
    }
    try CandidateSites.add(createdBy: job, sitting: context.sittingID, session)
  }

  /// The conditions on which the rows were judged stand here again; see `RegistrationMerge`. The link to the photo
  /// stays: the candidate's own photo is no matter of the feed.
  private func update(_ session: any Session, _ job: Int) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard expected > 0 else { return }
    let columns = IndividualImport.personalFields.map { "\($0.column) = s.\($0.column)" }.joined(
      separator: ", ")
    let changed = try session.execute(
      """
      UPDATE registration AS r SET \(columns), registered_at = CAST(s.registered_at AS BIGINT), changed_job = $1,
        prefilled = NULL, \(RegistrationMerge.submitsAgain)
      FROM stage_row AS s
      WHERE r.id = s.target AND s.outcome = 'updated' AND r.sitting = $2 AND r.site = s.site
        AND r.method = 'individual' AND r.lock_reason IS NULL
      """, [.integer(job), .integer(context.sittingID)])
    guard changed == expected else { throw MergeConflict() }
  }

  /// All unpaid entries behind a row that is paid are paid; the others expire a day after it was registered.
  private func pay(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE entry SET paid = CASE WHEN s.status = $1 THEN 'individual' END,
        expires_at = CASE WHEN s.status = $1 THEN NULL ELSE CAST(s.registered_at AS BIGINT) + $2 END
      FROM stage_row AS s JOIN registration AS r ON r.sitting = $3 AND r.document_number = s.document_number
      WHERE \(Joining.entry("entry")) AND s.outcome IN ('created', 'updated') AND entry.paid IS NULL
      """,
      [.text(IndividualImport.paid), .integer(IndividualImport.patience), .integer(context.sittingID)])
  }

  private func lockPaid(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE registration SET lock_reason = 'payment', locked_at = $1
      FROM stage_row AS s
      WHERE registration.sitting = $2 AND registration.document_number = s.document_number AND s.status = $3
        AND s.outcome IN ('created', 'updated') AND registration.lock_reason IS NULL
      """,
      [.integer(context.now.secondsSince1970), .integer(context.sittingID), .text(IndividualImport.paid)])
  }
}
