internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考后信息更正导入 — mends registration data after the exam, each change with its reason in the trail (CCP-02). Locks do
/// not stop it, for that is what it is for; blank cells leave what is stored.
struct CorrectionsImport: ImportKind {
  static let name = "corrections"
  static let title = Wording(zh: "考后信息更正导入", en: "post-exam corrections")
  static let window: WindowKind? = .corrections
  static let source = ImportSource.workbook
  static let record = RecordKind.registration

  /// What the staging table calls the new ID number.
  static let newNumber = StagedField("newDocumentNumber", "new_document_number")

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells
  private let checks: CorrectionChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
    checks = CorrectionChecks(context, binding: binding)
  }

  static var undoRefusal: Wording? {
    Wording(
      zh: "更正逐条有原因，不能整体撤销；请再导入一份更正。",
      en: "Corrections each have a reason and are not taken back as a whole; import another correction.")
  }

  var stagedFields: [StagedField] {
    RegistrationsImport.personalFields + [
      StagedField("documentNumber", "document_number"), Self.newNumber, StagedField("reason", "reason"),
    ]
  }

  func check(_ row: inout DecodedRow) { required.check(&row) }

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number)")
    let changes = RegistrationsImport.personalFields
      .map {
        "(stage_row.\($0.column) IS NOT NULL AND stage_row.\($0.column) IS DISTINCT FROM r.\($0.column))"
      }
    try session.execute(
      """
      UPDATE stage_row SET about = r.id, target = r.id,
        differs = CASE WHEN \(changes.joined(separator: " OR "))
          OR (stage_row.new_document_number IS NOT NULL AND stage_row.new_document_number <> r.document_number)
          THEN 1 ELSE 0 END
      FROM registration AS r
      WHERE r.sitting = $1 AND r.site = $2 AND r.document_number = stage_row.document_number
      """, [.integer(context.sittingID), .text(context.site)])
  }

  var judgements: [Judgement] { CorrectionJudgements(context, binding: binding).all }

  func judgeRows(_ session: any Session) throws -> [Finding] { try checks.findings(session) }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let names = RegistrationsImport.personalFields.map(\.column)
    let columns = names.map { "r.\($0), COALESCE(s.\($0), r.\($0))" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.row_number, s.reason, r.document_number, COALESCE(s.new_document_number, r.document_number), \(columns)
      FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.target"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      try body(
        RecordChange(
          .changed, .registration, key: row.text(2), site: context.site, row: row.integer(0), rule: "CCP-02",
          reason: row.text(1), fields: row.changes(["document_number"] + names, from: 2)))
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    let expected = try session.count("SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard expected > 0 else { return }
    try session.execute("DROP TABLE IF EXISTS stage_identity")
    try session.execute(
      """
      CREATE TEMP TABLE stage_identity (registration BIGINT PRIMARY KEY, document_number TEXT NOT NULL,
        old_document TEXT NOT NULL)
      """)
    try session.execute(
      """
      INSERT INTO stage_identity (registration, document_number, old_document)
      SELECT r.id, s.new_document_number, r.document_number
      FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.target"))
      WHERE s.outcome = 'updated' AND s.new_document_number IS NOT NULL
      """)
    try PhotoNumbers.follow("stage_identity", sitting: context.sittingID, session)
    let columns = RegistrationsImport.personalFields
      .map { "\($0.column) = COALESCE(s.\($0.column), r.\($0.column))" }.joined(separator: ", ")
    let changed = try session.execute(
      """
      UPDATE registration AS r SET \(columns), changed_job = $1,
        document_number = COALESCE(s.new_document_number, r.document_number)
      FROM stage_row AS s WHERE r.id = s.target AND s.outcome = 'updated' AND r.sitting = $2 AND r.site = $3
      """, [.integer(job), .integer(context.sittingID), .text(context.site)])
    guard changed == expected else { throw MergeConflict() }
    try CandidateSites.renumber(
      "SELECT i.old_document AS old_number, i.document_number AS new_number FROM stage_identity i",
      sitting: context.sittingID, session)
  }
}
