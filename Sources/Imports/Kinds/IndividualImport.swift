internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 个人网报信息导入 — the feed of registrations that candidates made on the public site, for one site or for all below an
/// organisation (CAN-07). It never touches collective registrations, and locked ones no more than anybody.
struct IndividualImport: ImportKind {
  static let name = "individual"
  static let title = Wording(zh: "个人网报信息导入", en: "individual registrations")
  static let window: WindowKind? = nil
  static let source = ImportSource.csv
  static let record = RecordKind.registration

  /// The code of a payment state: everything is paid.
  static let paid = "1"
  /// How long an unpaid entry is kept, in seconds.
  static let patience = 24 * 3_600

  /// The fields that a row replaces, and their columns in the staging table and in `registration` alike.
  static let personalFields =
    RegistrationsImport.personalFields + [StagedField("preferredDate", "preferred_date")]

  let context: ImportContext
  private let binding: FieldBinding
  private let rowChecks: IndividualRowChecks
  private let prefill: RosterPrefill

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = IndividualRowChecks(context, binding: binding)
    prefill = RosterPrefill(context, binding: binding, sites: .ofRow)
  }

  static var undoRefusal: Wording? {
    Wording(
      zh: "个人网报数据来自外部网站，不能整体撤销；请导入更正后的数据。",
      en:
        "Individual registrations come from the public site and are not taken back as a whole; import corrected ones."
    )
  }

  var stagedFields: [StagedField] {
    Self.personalFields + [
      StagedField("documentNumber", "document_number"), StagedField("site", "site"),
      StagedField("paymentStatus", "status"), StagedField("registeredAt", "registered_at"),
      RosterPrefill.note,
    ]
  }

  var details: StagedDetails? {
    StagedDetails(table: "stage_subject", columns: [("subject", "TEXT")]) { [rowChecks] row in
      rowChecks.subjects(of: row).map { [.text($0)] }
    }
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    try RegistrationJudgements(context, sites: .ofRow).index(session)
    try session.execute(
      "UPDATE stage_row SET skips = 1 WHERE status <> $1 AND CAST(registered_at AS BIGINT) <= $2",
      [.text(Self.paid), .integer(context.now.secondsSince1970 - Self.patience)])
    let same = Self.personalFields
      .map { "r.\($0.column) IS NOT DISTINCT FROM stage_row.\($0.column)" }.joined(separator: " AND ")
    let targets = try session.execute(
      """
      UPDATE stage_row SET about = r.id, target = r.id,
        differs = CASE WHEN \(same) AND r.registered_at IS NOT DISTINCT FROM CAST(stage_row.registered_at AS BIGINT)
          AND (\(RegistrationChanges.isSubmittedAgain) = 0 OR r.lock_reason IS NOT NULL) THEN 0 ELSE 1 END
      FROM registration AS r WHERE r.sitting = $1 AND r.document_number = stage_row.document_number
      """, [.integer(context.sittingID)])
    try StagedSubjects(context).compare(targets: targets, session)
    // What was not paid before, and is now.
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      WHERE target IS NOT NULL AND differs = 0 AND status = $1 AND EXISTS (
        SELECT 1 FROM entry e WHERE \(context.entry("e", of: "stage_row.target")) AND e.paid IS NULL)
      """, [.text(Self.paid)])
    try prefill.run(session)
  }

  var judgements: [Judgement] { IndividualJudgements(context).all + prefill.judgements }

  func judgeRows(_ session: any Session) throws -> [Finding] {
    try prefill.findings(session) { [rowChecks] in rowChecks.checks(of: $0) }
  }

  func judgeWhole(_ session: any Session) throws -> [Finding] {
    try CapacityJudgement(context, sites: .ofRow).findings(session)
      + PreferredDayJudgement(context).findings(session)
  }

  var rowGroups: String {
    """
    SELECT DISTINCT w.row_number, w.site, s.subject
    FROM stage_row w LEFT JOIN stage_subject s ON s.row_number = w.row_number
    """
  }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try IndividualChanges(context).forEach(session, body)
  }

  func entryCounts(_ session: any Session) throws -> EntryCounts {
    try StagedSubjects(context).counts(session)
  }

  func merge(_ session: any Session, job: Int) throws {
    try IndividualMerge(context).run(session, job: job)
  }
}
