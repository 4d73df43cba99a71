internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 集体报名信息导入 — a site registers its candidates from a workbook (NCRE ch. 22; REG-01 to REG-18).
struct RegistrationsImport: ImportKind {
  static let name = "registrations"
  static let title = Wording(zh: "集体报名信息导入", en: "collective registrations")
  static let window: WindowKind? = .registration
  static let source = ImportSource.workbook
  static let record = RecordKind.registration

  /// The personal fields, and their columns in the staging table and in `registration` alike.
  static let personalFields = [
    StagedField("documentType", "document_type"), StagedField("name", "name"), StagedField("sex", "sex"),
    StagedField("birthDate", "birth_date"), StagedField("ethnicity", "ethnicity"),
    StagedField("education", "education"), StagedField("occupation", "occupation"),
    StagedField("trainingType", "training_type"), StagedField("studentNumber", "student_number"),
    StagedField("department", "department"), StagedField("major", "major"), StagedField("class", "class"),
    StagedField("phone", "phone"), StagedField("email", "email"), StagedField("postcode", "postcode"),
    StagedField("address", "address"), StagedField("extra", "extra"), StagedField("remarks", "remarks"),
  ]

  let context: ImportContext
  let binding: FieldBinding
  let rowChecks: RegistrationRowChecks
  let prefill: RosterPrefill

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = RegistrationRowChecks(context, settings: context.settings, binding: binding)
    prefill = RosterPrefill(context, binding: binding, sites: .ofImport)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    if !context.settings.isOpen {
      return Wording(
        zh: "考点 \(context.site) 本考次不开考。请在考点报名综合设置中开考。",
        en: "Site \(context.site) is not open in this sitting. Open it in its settings.")
    }
    if !context.settings.allowsCollectiveRegistration {
      return Wording(
        zh: "考点 \(context.site) 未启用集体报名。请在考点报名综合设置中启用。",
        en: "Site \(context.site) does not take collective registrations. Enable them in its settings.")
    }
    return nil
  }

  var stagedFields: [StagedField] {
    Self.personalFields + [StagedField("documentNumber", "document_number"), RosterPrefill.note]
  }

  /// `held` says that the stored registration is not simply one of the site's that may be replaced.
  var stagedKeys: [(name: String, type: String)]? {
    [("held", "BIGINT NOT NULL")]
  }

  var details: StagedDetails? {
    StagedDetails(table: "stage_subject", columns: [("subject", "TEXT")]) { [rowChecks] row in
      rowChecks.subjects(of: row).map { [.text($0)] }
    }
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    try RegistrationJudgements(context).index(session)
    let same = Self.personalFields
      .map { "r.\($0.column) IS NOT DISTINCT FROM v.\($0.column)" }.joined(separator: " AND ")
    // Of a file that is sent again most rows are as they were; these are not written once more when outcomes are set.
    try session.execute(
      """
      INSERT INTO stage_row (row_number, about, target, differs, held, outcome)
      SELECT v.row_number, r.id, r.id,
        CASE WHEN r.id IS NULL OR (\(same)
          AND (\(RegistrationChanges.isSubmittedAgain) = 0 OR r.lock_reason IS NOT NULL)) THEN 0 ELSE 1 END,
        CASE WHEN \(RegistrationJudgements.isHeld(at: "$2")) THEN 1 ELSE 0 END,
        CASE WHEN r.id IS NULL THEN 'created' ELSE 'unchanged' END
      FROM stage_value v LEFT JOIN registration r ON r.sitting = $1 AND r.document_number = v.document_number
      """, [.integer(context.sittingID), .text(context.site)])
    let targets = try session.count("SELECT count(target) FROM stage_row")
    try StagedSubjects(context).compare(targets: targets, session)
    try prefill.run(session)
  }

  var judgements: [Judgement] { RegistrationJudgements(context).all + prefill.judgements }

  func judgeRows(_ session: any Session) throws -> [Finding] {
    try prefill.findings(session) { [rowChecks] _ in rowChecks }
  }

  func judgeWhole(_ session: any Session) throws -> [Finding] {
    try CapacityJudgement(context).findings(session)
  }

  var rowGroups: String {
    """
    SELECT w.row_number, CAST(NULL AS TEXT) AS site, s.subject
    FROM stage_row w LEFT JOIN stage_subject s ON s.row_number = w.row_number
    """
  }

  func changeScales(_ session: any Session) throws -> [ChangeScale] {
    try [siteScale(session)] + RegistrationChanges(context).removedEntries(session)
  }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try RegistrationChanges(context).forEach(session, body)
  }

  func entryCounts(_ session: any Session) throws -> EntryCounts {
    try StagedSubjects(context).counts(session)
  }

  func merge(_ session: any Session, job: Int) throws {
    try RegistrationMerge(context).run(session, job: job)
  }
}
