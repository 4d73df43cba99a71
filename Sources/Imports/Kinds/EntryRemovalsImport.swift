internal import ExamModel
internal import Storage
internal import Tabular

/// 1+X 批量删除报考 — entries go again, by plan and ID number, one subject or all (VSL-03). What was paid, is applied for,
/// seated or numbered stays, and the finding says what protects it.
struct EntryRemovalsImport: ImportKind {
  static let name = "entry-removals"
  static let title = Wording(zh: "批量删除报考", en: "entry removals")
  static let window: WindowKind? = nil
  static let windowsWhereSet: [WindowKind] = [.registration]
  static let source = ImportSource.workbook
  static let record = RecordKind.entry

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells
  private let plans: PlanChecks
  private var school: SchoolPlace { SchoolPlace(context) }

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
    plans = PlanChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    SchoolPlace.refusal(context, layout: name)
  }

  static var undoRefusal: Wording? {
    Wording(
      zh: "删除了的报考不能整体恢复；请重新导入报考。",
      en: "Entries that were removed do not come back as a whole; import them again.")
  }

  var stagedFields: [StagedField] {
    [
      StagedField("plan", "plan"), StagedField("documentNumber", "document_number"),
      StagedField("subject", "subject"),
    ]
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    let found = plans.plans(of: &row)
    guard let first = found.first else { return }
    let subject = binding.index(of: "subject")
    guard let code = row[subject] else {
      plans.checkDates(of: first, &row)
      return
    }
    if let plan = found.first(where: { $0.subjects.contains { $0.code == code } }) {
      plans.checkDates(of: plan, &row)
    } else if let subject {
      let list = found.flatMap(\.subjects).map { "\($0.code) \($0.name)" }
      row.note(PlanEntryRules.subject, at: subject, in: binding, arguments: [PlanChecks.list(list)])
    }
  }

  /// The entries that each row means.
  private static let leaving = "stage_leaving"

  func match(_ session: any Session) throws {
    try school.matchStudents(session)
    try session.execute("DROP TABLE IF EXISTS \(Self.leaving)")
    try session.execute(
      "CREATE TEMP TABLE \(Self.leaving) (row_number BIGINT NOT NULL, entry BIGINT NOT NULL)")
    try session.execute(
      """
      INSERT INTO \(Self.leaving) (row_number, entry)
      SELECT s.row_number, e.id FROM stage_row s JOIN entry e ON \(context.entry("e", of: "s.about")) AND e.plan = s.plan
      WHERE s.subject IS NULL OR e.subject = s.subject
      """)
    try session.execute(
      """
      UPDATE stage_row SET target = about, differs = 1
      WHERE row_number IN (SELECT l.row_number FROM \(Self.leaving) l)
      """)
  }

  var judgements: [Judgement] {
    [
      SchoolPlace.unknownStudent(binding), SchoolPlace(context).locked,
      SchoolPlace.twice(items: "SELECT row_number, entry AS item FROM \(Self.leaving)"),
      Judgement(
        PlanEntryRules.nothing, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s WHERE s.about IS NOT NULL AND s.target IS NULL
            AND s.row_number NOT IN (
              SELECT f.row_number FROM \(StagedFindings.table) f WHERE f.row_number IS NOT NULL)
          """),
    ]
  }

  /// What protects the entries, each in words.
  func judgeRows(_ session: any Session) throws -> [Finding] {
    let column = binding.place(of: "documentNumber")
    return try ProtectedRows(context, items: Self.leaving).findings(session) { row, number, fact in
      Finding(
        PlanEntryRules.protected,
        at: Place(row: row, column: column?.heading, columnIndex: column?.position), value: number,
        arguments: fact.subjects + Protection(fact).arguments)
    }
  }

  var rowGroups: String {
    """
    SELECT DISTINCT w.row_number, e.place AS site, e.subject
    FROM stage_row w LEFT JOIN \(Self.leaving) l ON l.row_number = w.row_number 
    LEFT JOIN entry e ON \(context.record("e", is: "l.entry"))
    """
  }

  /// The entries of the rows that are taken.
  private static let taken = """
    SELECT l.entry FROM \(leaving) l JOIN stage_row s ON s.row_number = l.row_number WHERE s.outcome = 'updated'
    """

  func entryCounts(_ session: any Session) throws -> EntryCounts {
    var counts = EntryCounts()
    counts.removed = try session.count("SELECT count(*) FROM (\(Self.taken)) AS gone")
    return counts
  }

  /// An entry that goes leaves all its values in the trail.
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let columns = RecordTable.of(.entry)?.columns ?? []
    let values = columns.map { "CAST(e.\($0) AS TEXT)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.document_number, e.subject, e.place, s.row_number, \(values)
      FROM \(Self.leaving) l JOIN stage_row s ON s.row_number = l.row_number
      JOIN entry e ON \(context.record("e", is: "l.entry"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number, e.subject
      """, []
    ) { row in
      let fields = columns.enumerated().compactMap { place, column in
        row.optionalText(4 + place).map { RecordChange.Field(column, old: $0, new: nil) }
      }
      try body(
        RecordChange(
          .removed, .entry, key: row.text(0), part: row.text(1), site: row.text(2), row: row.integer(3),
          rule: "VSL-03", fields: fields))
    }
  }

  func merge(_ session: any Session, job: Int) throws {
    let expected = try entryCounts(session).removed
    let removed = try session.execute(
      """
      DELETE FROM entry WHERE \(Joining.inSitting(context.sittingID, "entry")) AND id IN (\(Self.taken))
        AND paid IS NULL AND payment_batch IS NULL AND room IS NULL AND ticket IS NULL
      """)
    guard removed == expected else { throw MergeConflict() }
  }
}
