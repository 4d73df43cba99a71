internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 违纪缺考信息导入 — absences and violations by ticket number from a workbook, .xlsx or .xls (NCRE ch. 38; VIO-01, VIO-02).
/// The file may be of one site or of all sites below an organisation. What holds of the candidates' scores is settled
/// after it.
struct ViolationsImport: ImportKind {
  static let name = "violations"
  static let title = Wording(zh: "违纪缺考信息导入", en: "absences and violations")
  static let window: WindowKind? = .violations
  static let source = ImportSource.anyWorkbook
  static let record = RecordKind.violation

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells
  private let entries: StagedEntries

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
    entries = StagedEntries(context)
  }

  static func settleUndo(_ context: ImportContext, _ session: any Session) throws {
    try settle(
      context,
      registrations: """
        SELECT r.id FROM undo_record u JOIN registration r ON r.document_number = u.record_key
        WHERE r.sitting = \(context.sittingID) AND u.record = 'violation' AND u.verdict IS NULL
        """, session)
  }

  var stagedFields: [StagedField] {
    [
      StagedField("ticket", "ticket"), StagedField("name", "name"),
      StagedField("documentNumber", "document_number"), StagedField("subject", "subject"),
      StagedField("kind", "kind"), StagedField("description", "note"),
    ]
  }

  func check(_ row: inout DecodedRow) { required.check(&row) }

  /// The note that a row `s` comes to: a file without the column leaves that of the stored record `v` as it is.
  private var note: String { binding.has("description") ? "s.note" : "v.note" }

  func match(_ session: any Session) throws {
    try entries.matchTickets(session)
    try session.execute("CREATE INDEX stage_by_entry ON stage_row (about)")
    try session.execute(
      """
      UPDATE stage_row SET target = found.entry, differs = found.differs
      FROM (
        SELECT s.row_number, v.entry,
          CASE WHEN v.kind IS NOT DISTINCT FROM s.kind AND v.note IS NOT DISTINCT FROM \(note) THEN 0 ELSE 1 END AS differs
        FROM stage_row s JOIN violation v ON \(context.record("v", of: "s.about"))
      ) AS found WHERE found.row_number = stage_row.row_number
      """)
  }

  var judgements: [Judgement] {
    let judgements = [
      unknownTicket, StagedEntries.twice(field: "ticket", column: "ticket"),
      StagedEntries(context).nameDiffers(ViolationRules.nameDiffers),
      StagedEntries(context).documentDiffers(ViolationRules.documentDiffers), subjectDiffers, submitted,
      nilReturn,
    ]
    return context.options.overrides
      ? judgements : judgements + [StagedEntries.exists(field: "ticket", column: "ticket")]
  }

  /// Where ID number and subject of the row name an entry, its ticket number is the suggestion.
  private var unknownTicket: Judgement {
    Judgement(
      ViolationRules.unknownTicket, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value, NULL AS argument_0, NULL AS argument_1, e.ticket AS suggestion
        FROM stage_row s
        LEFT JOIN registration r ON r.sitting = $1 AND r.document_number = s.document_number
        LEFT JOIN entry e ON \(Joining.entry()) AND e.subject = s.subject AND \(entries.inScope("e.place"))
        WHERE s.about IS NULL AND s.ticket IS NOT NULL
        """, parameters: entries.place, suggests: true)
  }

  private var subjectDiffers: Judgement {
    Judgement(
      ViolationRules.subjectDiffers, field: "subject",
      select: """
        SELECT s.row_number, s.subject AS value, e.subject AS argument_0, NULL AS argument_1, e.subject AS suggestion
        \(StagedEntries(context).rows) WHERE s.subject <> e.subject
        """, suggests: true)
  }

  /// Rows of sites whose records were submitted by an organisation above (VIO-04).
  private var submitted: Judgement {
    Judgement(
      ViolationRules.submitted, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value, e.place AS argument_0,
          (SELECT min(f.organisation) FROM violation_submission f
            WHERE f.sitting = $1 AND substr(e.place, 1, length(f.organisation)) = f.organisation) AS argument_1
        \(StagedEntries(context).rows) WHERE EXISTS (
          SELECT 1 FROM violation_submission f
          WHERE f.sitting = $1 AND substr(e.place, 1, length(f.organisation)) = f.organisation)
        """, parameters: [.integer(context.sittingID)])
  }

  /// Rows of sites that reported that there is nothing to report (VIO-04).
  private var nilReturn: Judgement {
    Judgement(
      ViolationRules.nilReturn, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value, e.place AS argument_0, NULL AS argument_1
        \(StagedEntries(context).rows) JOIN violation_nil_return n ON n.sitting = $1 AND n.site = e.place
        """, parameters: [.integer(context.sittingID)])
  }

  var rowGroups: String { StagedEntries(context).groups }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, e.subject, e.place, v.kind, s.kind, v.note, \(note)
      \(StagedEntries(context).rows) JOIN violation v ON \(Joining.record("v"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      try body(
        RecordChange(
          .changed, .violation, key: row.text(1), part: row.text(2), site: row.text(3), row: row.integer(0),
          rule: "VIO-02", fields: row.changes(["kind", "note"], from: 4)))
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, note, created_job, created_row)
      SELECT e.id, e.sitting, e.site, s.kind, \(note), $1, s.row_number
      FROM stage_row s JOIN entry e ON \(context.record("e", is: "s.about")) LEFT JOIN violation v ON \(Joining.record("v"))
      WHERE s.outcome IN ('created', 'updated')
      ON CONFLICT (\(session.layout.key("entry"))) DO UPDATE SET kind = excluded.kind, note = excluded.note
      """, [.integer(job)])
    try Self.settle(
      context,
      registrations: """
        SELECT e.registration FROM stage_row s JOIN entry e ON \(context.record("e", is: "s.about"))
        WHERE s.outcome IN ('created', 'updated')
        """, session)
  }

  /// A violation takes scores away, and one that goes gives them back.
  private static func settle(
    _ context: ImportContext, registrations: String, _ session: any Session
  ) throws {
    guard let rules = context.programme.scores else { return }
    try ScoreTable.settle(
      ScoreMeanings(rules), sitting: context.sittingID, registrations: registrations, session)
  }
}
