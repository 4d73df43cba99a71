internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩信息导入 — scores from a CSV file, by ticket number (NCRE ch. 40; SCO-01 to SCO-05). The file may be of one site
/// or of all sites below an organisation.
struct ScoresImport: ImportKind {
  static let name = "scores"
  static let title = Wording(zh: "成绩信息导入", en: "scores")
  static let window: WindowKind? = nil
  static let windowsWhereSet: [WindowKind] = [.scoreRegistration, .scorePublicity]
  static let source = ImportSource.csv
  static let record = RecordKind.score

  let context: ImportContext
  let binding: FieldBinding
  private let rowChecks: ScoreRowChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = ScoreRowChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    context.programme.scores != nil
      ? nil
      : Wording(
        zh: "考试项目 \(context.programme.id) 没有成绩规则。",
        en: "Programme \(context.programme.id) has no score rules.")
  }

  static func settleUndo(_ context: ImportContext, _ session: any Session) throws {
    guard let rules = context.programme.scores else { return }
    try ScoreTable.settle(
      ScoreMeanings(rules), sitting: context.sittingID,
      registrations: """
        SELECT r.id FROM undo_record u JOIN registration r ON r.document_number = u.record_key
        WHERE r.sitting = \(context.sittingID) AND u.record = 'score' AND u.verdict IS NULL
        """, session)
  }

  var stagedFields: [StagedField] {
    [
      StagedField("ticket", "ticket"), StagedField("name", "name"),
      StagedField("documentNumber", "document_number"), StagedField("subject", "subject"),
      StagedField("score", "score"), StagedField("result", "result"), StagedField("violation", "violation"),
      StagedField("certificate", "certificate"), StagedField("remarks", "remarks"),
    ]
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    try StagedScores(context).make(session)
    if !context.options.checksTickets { try passOverUnknown(session) }
    if !context.options.checksIdentity { try ScoreIdentity(context, binding: binding).markChanges(session) }
    if !context.options.checksViolations { try ScoreViolations(context).markChanges(session) }
  }

  /// SCO-03 off: rows of unknown tickets are passed over, whatever else they hold, and counted.
  private func passOverUnknown(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET skips = 1 WHERE ticket IS NOT NULL
        AND row_number IN (SELECT m.row_number FROM stage_score m WHERE m.entry IS NULL)
      """)
    try session.execute(
      """
      DELETE FROM stage_finding WHERE EXISTS (
        SELECT 1 FROM stage_row s WHERE s.row_number = stage_finding.row_number AND s.skips = 1)
      """)
  }

  var judgements: [Judgement] {
    let identity = ScoreIdentity(context, binding: binding)
    return ScoreJudgements(context).all + identity.judgements
      + (context.options.checksViolations ? [ScoreViolations(context).difference] : [])
  }

  func judgeRows(_ session: any Session) throws -> [Finding] {
    context.options.checksIdentity ? [] : try ScoreIdentity(context, binding: binding).findings(session)
  }

  var rowGroups: String { StagedScores.groups }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try ScoreChanges(context).forEach(session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    if !context.options.checksIdentity {
      try ScoreIdentity(context, binding: binding).merge(session, job: job)
    }
    if !context.options.checksViolations { try ScoreViolations(context).merge(session, job: job) }
    try session.execute(
      """
      INSERT INTO score (entry, sitting, site, file_score, file_result, file_certificate, score, result, certificate,
        remarks, created_job, created_row)
      SELECT m.entry, CAST($2 AS BIGINT), m.site, CAST(m.score AS BIGINT), CAST(m.result AS BIGINT), m.certificate,
        CAST(m.score AS BIGINT), CAST(m.result AS BIGINT), m.certificate, m.remarks, CAST($1 AS BIGINT), m.row_number
      FROM stage_score m WHERE \(StagedScores.isTaken)
      ON CONFLICT (\(session.layout.key("entry"))) DO UPDATE SET file_score = excluded.file_score, file_result = excluded.file_result,
        file_certificate = excluded.file_certificate, score = excluded.score, result = excluded.result,
        certificate = excluded.certificate, remarks = excluded.remarks
      """, [.integer(job), .integer(context.sittingID)])
    guard let rules = context.programme.scores else { return }
    let meanings = ScoreMeanings(rules)
    try ScoreTable.settle(
      meanings, sitting: context.sittingID, registrations: unsettled(meanings), session)
  }

  /// Selects the candidates of the rows whose scores do not simply stand as the file says. Where the file changes neither
  /// names nor violations, a new score stands so unless its candidate has a violation, its subject needs another one or
  /// is needed, or it names a certificate without having passed.
  private func unsettled(_ meanings: ScoreMeanings) -> String {
    let isOfSitting = Joining.inSitting(context.sittingID, "o")
    let taken = "SELECT m.registration FROM stage_score m WHERE \(StagedScores.isTaken)"
    guard context.options.checksIdentity, context.options.checksViolations else { return taken }
    return """
      \(taken) AND (m.row_number IN (SELECT row_number FROM stage_row WHERE outcome = 'updated')
        OR (m.certificate IS NOT NULL AND CAST(m.result AS BIGINT) NOT IN (\(ScoreTable.list(meanings.passed))))
        OR m.subject IN (\(ScoreTable.list(meanings.relatedSubjects)))
        OR m.registration IN (SELECT o.registration FROM violation v JOIN entry o ON \(Joining.record("v", "o")) WHERE \(isOfSitting))
        OR m.registration IN (
          SELECT o.registration FROM score c JOIN entry o ON \(Joining.record("c", "o"))
          WHERE \(isOfSitting) AND c.file_result IN (\(ScoreTable.list(meanings.cheating)))))
      """
  }
}
