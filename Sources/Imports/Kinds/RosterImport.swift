internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 学籍数据导入 — a site enters its students into the roster, which belongs to no sitting (NCRE ch. 20; ROS-01 to ROS-05).
struct RosterImport: ImportKind {
  static let name = "roster"
  static let title = Wording(zh: "学籍数据导入", en: "roster")
  static let window: WindowKind? = .roster
  static let source = ImportSource.workbook
  static let record = RecordKind.roster
  static let belongsToSitting = false

  /// The fields of a student, and their columns in the staging table and in `roster` alike.
  static let personalFields = [
    StagedField("documentType", "document_type"), StagedField("name", "name"), StagedField("sex", "sex"),
    StagedField("birthDate", "birth_date"), StagedField("ethnicity", "ethnicity"),
    StagedField("education", "education"), StagedField("occupation", "occupation"),
    StagedField("studentNumber", "student_number"), StagedField("department", "department"),
    StagedField("major", "major"), StagedField("class", "class"), StagedField("grade", "grade"),
    StagedField("phone", "phone"), StagedField("postcode", "postcode"), StagedField("address", "address"),
    StagedField("remarks", "remarks"),
  ]

  let context: ImportContext
  private let rowChecks: RosterRowChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    rowChecks = RosterRowChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    context.programme.levels.isSite(context.site)
      ? nil
      : Wording(
        zh: "\(context.site) 不是考点，学籍只能属于考点。请检查 --site。",
        en: "\(context.site) is no site; students belong to sites. Check --site.")
  }

  var stagedFields: [StagedField] {
    Self.personalFields + [StagedField("documentNumber", "document_number"), StagedField("sites", "sites")]
  }

  var details: StagedDetails? {
    StagedDetails(table: "stage_roster_site", columns: [("site", "TEXT")]) { [rowChecks] row in
      rowChecks.sites(of: row).map { [.text($0)] }
    }
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number)")
    try session.execute("CREATE INDEX stage_roster_site_by_row ON stage_roster_site (row_number, site)")
    try loadLevels(session)
    let same = Self.personalFields
      .map { "r.\($0.column) IS NOT DISTINCT FROM stage_row.\($0.column)" }.joined(separator: " AND ")
    try session.execute(
      """
      UPDATE stage_row SET about = r.id, target = r.id, differs = CASE WHEN r.site = $1 AND \(same)
        AND r.anywhere = CASE WHEN stage_row.sites IS NULL THEN 1 ELSE 0 END THEN 0 ELSE 1 END
      FROM roster AS r WHERE r.document_number = stage_row.document_number
      """, [.text(context.site)])
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      WHERE target IS NOT NULL AND differs = 0 AND (
        EXISTS (SELECT 1 FROM stage_roster_site x WHERE x.row_number = stage_row.row_number AND NOT EXISTS (
          SELECT 1 FROM roster_site a WHERE a.document_number = stage_row.document_number AND a.site = x.site))
        OR EXISTS (SELECT 1 FROM roster_site a WHERE a.document_number = stage_row.document_number AND NOT EXISTS (
          SELECT 1 FROM stage_roster_site x WHERE x.row_number = stage_row.row_number AND x.site = a.site)))
      """)
  }

  /// The levels of education with their ranks, for ROS-04.
  private func loadLevels(_ session: any Session) throws {
    let table = "education"
    try session.execute("DROP TABLE IF EXISTS stage_level")
    try session.execute(
      "CREATE TEMP TABLE stage_level (code TEXT PRIMARY KEY, name TEXT NOT NULL, rank BIGINT)")
    let loader = try session.loader("stage_level", columns: ["code", "name", "rank"])
    for item in context.programme.tables[table]?.items ?? [] {
      try loader.add(item.code)
      try loader.add(item.name)
      try loader.add(.optional(context.programme.tables.rank(of: item.code, in: table)))
      try loader.endRow()
    }
    try loader.finish()
  }

  var judgements: [Judgement] { RosterJudgements(context).all }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try RosterChanges(context).forEach(session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    try RosterMerge(context).run(session, job: job)
  }
}
