internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩中的身份 — name and ID number of a score file against the registration (SCO-04): compared, or, once somebody has
/// confirmed the differences, taken over with every change in the audit trail. A blank cell says nothing.
struct ScoreIdentity {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  /// The rows with the registration behind them.
  private var rows: String { StagedScores(context).rows }

  var judgements: [Judgement] {
    context.options.checksIdentity
      ? [nameDiffers, documentDiffers]
      : [
        twoValues(ScoreRowRules.twoNames, "name", "name"),
        twoValues(ScoreRowRules.twoDocuments, "document_number", "documentNumber"), taken, shared,
      ]
  }

  private var nameDiffers: Judgement {
    Judgement(
      ScoreRowRules.nameDiffers, field: "name",
      select: """
        SELECT s.row_number, s.name AS value, r.name AS argument_0, NULL AS argument_1
        \(rows) WHERE s.name <> r.name
        """, probe: ScoreJudgements(context).differs)
  }

  private var documentDiffers: Judgement {
    Judgement(
      ScoreRowRules.documentDiffers, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, \(Self.masked("r.document_number")) AS argument_0,
          NULL AS argument_1
        \(rows) WHERE s.document_number <> r.document_number
        """, probe: ScoreJudgements(context).differs)
  }

  /// The rows of one candidate's subjects must agree; each names another row.
  private func twoValues(_ template: FindingTemplate, _ column: String, _ field: String) -> Judgement {
    Judgement(
      template, field: field,
      select: """
        SELECT s.row_number, s.\(column) AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_score m JOIN stage_row s ON s.row_number = m.row_number JOIN (
          SELECT o.registration, min(t.row_number) AS first_row, max(t.row_number) AS last_row
          FROM stage_score o JOIN stage_row t ON t.row_number = o.row_number WHERE t.\(column) IS NOT NULL
          GROUP BY o.registration HAVING min(t.\(column)) <> max(t.\(column))
        ) d ON d.registration = m.registration WHERE s.\(column) IS NOT NULL
        """)
  }

  private var taken: Judgement {
    Judgement(
      ScoreRowRules.documentTaken, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
        \(rows) JOIN registration o ON o.sitting = r.sitting AND o.document_number = s.document_number
        WHERE o.id <> r.id
        """)
  }

  private var shared: Judgement {
    let changed = "s.document_number <> r.document_number"
    return Judgement(
      ScoreRowRules.documentShared, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        \(rows) JOIN (
          SELECT s.document_number, min(s.row_number) AS first_row, max(s.row_number) AS last_row
          \(rows) WHERE \(changed)
          GROUP BY s.document_number HAVING min(e.registration) <> max(e.registration)
        ) d ON d.document_number = s.document_number
        WHERE \(changed)
        """)
  }

  /// A number that is taken over must have the form of the candidate's kind of document (IDN-01, IDN-05). Only the
  /// rows that change it are looked at, and they are few.
  func findings(_ session: any Session) throws -> [Finding] {
    guard let index = binding.index(of: "documentNumber") else { return [] }
    let (regions, today) = (context.programme.regions, context.now.date)
    var findings: [Finding] = []
    try session.forEach(
      """
      SELECT s.row_number, s.document_number, r.document_type \(rows)
      WHERE s.document_number <> r.document_number ORDER BY s.row_number
      """, []
    ) { row in
      guard let type = DocumentType(rawValue: row.text(2)) else { return }
      var decoded = DecodedRow(number: row.integer(0), width: binding.layout.columns.count)
      decoded.values[index] = row.text(1)
      let reading = type.read(row.text(1), regions: regions, today: today)
      DocumentFindings(type: type, number: row.text(1)).note(reading, at: index, in: binding, &decoded)
      findings += decoded.findings
    }
    return findings
  }

  /// A stored score whose candidate would get another name or number is a change too.
  func markChanges(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      FROM stage_score AS m
      WHERE stage_row.row_number = m.row_number AND stage_row.target IS NOT NULL AND m.differs = 1
      """)
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute("DROP TABLE IF EXISTS stage_identity")
    try session.execute(
      """
      CREATE TEMP TABLE stage_identity (registration BIGINT PRIMARY KEY, name TEXT, document_number TEXT,
        old_document TEXT NOT NULL)
      """)
    try session.execute(
      """
      INSERT INTO stage_identity (registration, name, document_number, old_document)
      SELECT r.id, max(s.name), max(s.document_number), max(r.document_number)
      \(rows) WHERE s.outcome IN ('created', 'updated')
      GROUP BY r.id HAVING max(s.name) <> max(r.name) OR max(s.document_number) <> max(r.document_number)
      """)
    try PhotoNumbers.follow("stage_identity", sitting: context.sittingID, session)
    try session.execute(
      """
      UPDATE registration SET name = COALESCE(i.name, registration.name),
        document_number = COALESCE(i.document_number, registration.document_number), changed_job = $1
      FROM stage_identity AS i WHERE \(context.record("registration", is: "i.registration"))
      """, [.integer(job)])
    try CandidateSites.renumber(
      """
      SELECT i.old_document AS old_number, i.document_number AS new_number FROM stage_identity i
      WHERE i.document_number IS NOT NULL
      """, sitting: context.sittingID, session)
  }

  /// The last four characters of an ID number, the form in which people see it (IDN-06).
  static func masked(_ column: String) -> String {
    "CASE WHEN length(\(column)) > 4 THEN '…' || substr(\(column), length(\(column)) - 3) ELSE '…' END"
  }
}
