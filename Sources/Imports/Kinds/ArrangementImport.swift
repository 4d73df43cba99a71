internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 编排结果导入 — an arrangement that was made elsewhere, one row an entry: room, batch and seat (ARR-07, 1+X 2.2.9). It obeys the
/// rules of one that is made here (ARR-03); entries that the file does not name keep their seats. A row makes no record: it
/// changes an entry that is there.
struct ArrangementImport: ImportKind {
  static let name = "arrangement"
  static let title = Wording(zh: "编排结果导入", en: "arrangement")
  static let window: WindowKind? = .arrangement
  static let source = ImportSource.workbook
  static let record = RecordKind.entry
  static let needsApprovedStation = true

  private static let columns = ["room", "batch", "seat"]

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
  }

  var stagedFields: [StagedField] {
    [
      StagedField("documentNumber", "document_number"), StagedField("name", "name"),
      StagedField("subject", "subject"),
      StagedField("room", "room"), StagedField("batch", "batch"), StagedField("seat", "seat"),
    ]
  }

  func check(_ row: inout DecodedRow) { required.check(&row) }

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number, subject)")
    try session.execute(
      """
      UPDATE stage_row SET about = e.id, target = e.id,
        differs = CASE WHEN CAST(e.room AS BIGINT) IS NOT DISTINCT FROM CAST(stage_row.room AS BIGINT)
          AND e.batch IS NOT DISTINCT FROM CAST(stage_row.batch AS BIGINT)
          AND e.seat IS NOT DISTINCT FROM CAST(stage_row.seat AS BIGINT) THEN 0 ELSE 1 END
      FROM entry AS e JOIN registration r ON \(Joining.entry())
      WHERE e.sitting = $1 AND e.place = $2 AND r.document_number = stage_row.document_number
        AND e.subject = stage_row.subject
      """, place)
    try session.execute("CREATE INDEX stage_by_entry ON stage_row (about)")
  }

  var judgements: [Judgement] {
    var judgements = [
      Judgement(
        SeatRules.unknown, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s WHERE s.about IS NULL AND s.document_number IS NOT NULL AND s.subject IS NOT NULL
          """),
      StagedEntries.twice(field: "documentNumber", column: "document_number"),
      StagedEntries(context).nameDiffers(SeatRules.nameDiffers),
      refused(SeatRules.unpaid, "e.paid IS NULL"),
      refused(SeatRules.numbered, "e.ticket IS NOT NULL AND s.differs = 1"),
    ]
    if !context.options.overrides {
      judgements.append(refused(RecordRules.exists, "e.room IS NOT NULL AND s.differs = 1"))
    }
    return judgements
  }

  private func refused(_ template: FindingTemplate, _ condition: String) -> Judgement {
    Judgement(
      template, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
        \(StagedEntries(context).rows) WHERE \(condition)
        """)
  }

  func judgeRows(_ session: any Session) throws -> [Finding] {
    try SeatFaults(context, binding: binding).findings(session)
  }

  var rowGroups: String { StagedEntries(context).groups }

  /// To seat a whole site is the ordinary case, not a slip.
  func changeScales(_ session: any Session) throws -> [ChangeScale] { [] }

  /// A seat that is given changes the entry, whether it had one before or not.
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let values = "e.room, t.room, CAST(e.batch AS TEXT), s.batch, CAST(e.seat AS TEXT), s.seat"
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, e.subject, e.place, \(values)
      \(StagedEntries(context).rows) \(Self.room)
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      try body(
        RecordChange(
          .changed, .entry, key: row.text(1), part: row.text(2), site: row.text(3), row: row.integer(0),
          rule: "ARR-07", fields: row.changes(Self.columns, from: 4)))
    }
  }

  /// The room as it is stored, whose number the file may have written without its zero.
  private static let room = """
    JOIN room t ON t.sitting = e.sitting AND t.site = e.place AND CAST(t.room AS BIGINT) = CAST(s.room AS BIGINT)
    """

  func merge(_ session: any Session, job: Int) throws {
    // Seats may go round in a circle, so all are freed before any is given.
    try session.execute(
      """
      UPDATE entry SET room = NULL, batch = NULL, seat = NULL
      WHERE \(Joining.inSitting(context.sittingID, "entry")) AND ticket IS NULL
        AND id IN (SELECT about FROM stage_row WHERE outcome = 'updated')
      """)
    let seated = try session.execute(
      """
      UPDATE entry SET room = found.room, batch = found.batch, seat = found.seat, seated_at = $1, seated_by = $2
      FROM (
        SELECT e.id AS entry, e.sitting, e.site, t.room, CAST(s.batch AS BIGINT) AS batch, CAST(s.seat AS BIGINT) AS seat
        FROM stage_row s JOIN entry e ON \(context.record("e", is: "s.about")) \(Self.room)
        WHERE s.outcome = 'updated'
      ) AS found
      WHERE \(Joining.byNumber("entry", "found")) AND entry.id = found.entry AND entry.ticket IS NULL AND entry.paid IS NOT NULL
      """, [.integer(context.now.secondsSince1970), .text(context.user.name)])
    let expected = try session.count(
      "SELECT count(*) FROM stage_row WHERE outcome = 'updated'")
    guard seated == expected else { throw MergeConflict() }
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }
}
