internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 1+X 考生信息导入 — a school's students from a workbook, each once; school students and social students are two lists
/// (VSL-01). Entries come later, by plan.
struct StudentsImport: ImportKind {
  static let name = "students"
  static let title = Wording(zh: "考生信息导入", en: "students")
  static let window: WindowKind? = nil
  static let windowsWhereSet: [WindowKind] = [.registration]
  static let source = ImportSource.workbook
  static let record = RecordKind.registration

  /// The list of those who say nothing: the school's own.
  private static let schoolStudent = "1"
  private static let earliestYear = 1980

  let context: ImportContext
  private let binding: FieldBinding
  private let required: RequiredCells
  private let documents: DocumentChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    required = RequiredCells(binding)
    documents = DocumentChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    SchoolPlace.refusal(context, layout: name)
  }

  private static let columns = [
    StagedField("name", "name"), StagedField("pinyin", "pinyin"), StagedField("phone", "phone"),
    StagedField("documentNumber", "document_number"), StagedField("major", "major"),
    StagedField("majorLevel", "major_level"), StagedField("entryYear", "entry_year"),
    StagedField("studentNumber", "student_number"), StagedField("class", "class"),
  ]

  var stagedFields: [StagedField] {
    Self.columns + [StagedField("sex", "sex"), StagedField("studentKind", "student_kind")]
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    documents.check(&row)
    note(StudentRules.pinyin, "pinyin", of: &row, unless: Self.isPinyin)
    note(StudentRules.mobile, "phone", of: &row, unless: PhoneNumber.isMobile)
    let years = Self.earliestYear...context.now.date.year
    note(
      StudentRules.entryYear, "entryYear", of: &row, [String(years.lowerBound), String(years.upperBound)]
    ) {
      $0.utf8.count == 4 && Int($0).map(years.contains) == true
    }
  }

  private func note(
    _ template: FindingTemplate, _ field: String, of row: inout DecodedRow, _ arguments: [String] = [],
    unless isGood: (String) -> Bool
  ) {
    guard let index = binding.index(of: field), let value = row.values[index], !isGood(value) else { return }
    row.note(template, at: index, in: binding, arguments: arguments)
  }

  /// Letters, with and without tone marks, and what may stand between them.
  private static func isPinyin(_ text: String) -> Bool {
    let isSpelt = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic && $0.value < 0x300 || " '·-".unicodeScalars.contains($0)
    }
    return isSpelt && text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number)")
    try session.execute(
      "UPDATE stage_row SET student_kind = $1 WHERE student_kind IS NULL", [.text(Self.schoolStudent)])
    try session.execute(
      """
      UPDATE stage_row SET about = r.id, target = r.id FROM registration AS r
      WHERE r.sitting = $1 AND r.document_number = stage_row.document_number
      """, [.integer(context.sittingID)])
  }

  var judgements: [Judgement] {
    let isTarget = context.record("r", is: "s.target")
    var parameters = SQLParameters()
    let site = parameters.add(.text(context.site))
    let lists = (context.programme.tables["student-kind"]?.items ?? []).map {
      "WHEN \(parameters.add(.text($0.code))) THEN \(parameters.add(.text($0.name))) "
    }.joined()
    let list = lists.isEmpty ? "r.student_kind" : "CASE r.student_kind \(lists)ELSE r.student_kind END"
    return [
      SchoolPlace.twice(
        items: "SELECT row_number, document_number AS item FROM stage_row WHERE document_number IS NOT NULL"),
      Judgement(
        StudentRules.exists, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, \(list) AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN registration r ON \(isTarget) WHERE r.site = \(site)
          """, parameters: parameters.values),
      Judgement(
        StudentRules.elsewhere, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN registration r ON \(isTarget) WHERE r.site <> $1
          """, parameters: [.text(context.site)]),
    ]
  }

  /// A student is imported once and never changed by this.
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {}

  /// Birth date and sex are what the ID number says.
  func merge(_ session: any Session, job: Int) throws {
    let columns = (Self.columns.map(\.column) + ["student_kind"]).joined(separator: ", ")
    try session.execute(
      """
      INSERT INTO registration (sitting, site, method, audit, document_type, birth_date, sex, created_job, created_row,
        changed_job, \(columns))
      SELECT $1, $2, 'collective', $3, '\(DocumentType.residentCard.rawValue)',
        substr(document_number, 7, 4) || '-' || substr(document_number, 11, 2) || '-' || substr(document_number, 13, 2),
        COALESCE(sex, CASE WHEN CAST(substr(document_number, 17, 1) AS BIGINT) % 2 = 1
          THEN '\(Sex.male.rawValue)' ELSE '\(Sex.female.rawValue)' END),
        $4, row_number, $4, \(columns)
      FROM stage_row WHERE outcome = 'created' ORDER BY row_number
      """,
      [
        .integer(context.sittingID), .text(context.site),
        .text(context.settings.requiresAudit ? AuditTable.pending : "none"), .integer(job),
      ])
    try CandidateSites.add(createdBy: job, sitting: context.sittingID, session)
  }
}
