internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩中的违规 — what the file says of violations against what is on record: compared (SCO-02), or taken over.
struct ScoreViolations {
  private let context: ImportContext
  private let meanings: ScoreMeanings?
  private let absences: [Int]
  private let absenceKind: String?
  private let names: [CodeTable.Item]

  init(_ context: ImportContext) {
    self.context = context
    let rules = context.programme.scores
    meanings = rules.map(ScoreMeanings.init)
    absences = rules?.outcomes.filter { $0.standing == .absent }.map(\.code) ?? []
    absenceKind = rules?.violationKind(.absent)
    names = context.programme.tables["violation-kind"]?.items ?? []
  }

  /// SCO-02. An absence that only the result tells agrees with no record as with a record of absence; and on the other
  /// subjects of a candidate who cheated, cheating is no difference, nor is its absence.
  var difference: Judgement {
    Judgement(
      ScoreRowRules.violationDiffers, field: "violation",
      select: """
        SELECT m.row_number, m.violation AS value, \(named("v.kind")) AS argument_0, \(named(told)) AS argument_1
        FROM stage_score m JOIN entry e ON \(context.record("e", is: "m.entry"))
        LEFT JOIN violation v ON \(Joining.record("v"))
        WHERE m.result IS NOT NULL AND v.kind IS DISTINCT FROM \(told)
          AND NOT (v.kind IS NULL AND m.violation IS NULL)
          AND NOT (v.kind IS NULL AND m.violation IN (\(quoted(meanings?.cheatingKinds ?? []))) AND EXISTS (
            SELECT 1 FROM entry o JOIN violation w ON \(Joining.record("w", "o"))
            WHERE \(Joining.byNumber("o", "e")) AND o.registration = e.registration AND w.kind IN (\(quoted(meanings?.cheatingKinds ?? [])))))
        """,
      probe: ScoreJudgements(context).probe(
        """
        m.entry IS NOT NULL AND m.result IS NOT NULL AND v.kind IS DISTINCT FROM \(told)
          AND NOT (v.kind IS NULL AND m.violation IS NULL)
        """))
  }

  /// SCO-02 off: a stored score whose violation would change is a change too.
  func markChanges(_ session: any Session) throws {
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      FROM stage_score AS m LEFT JOIN violation v ON \(context.record("v", of: "m.entry"))
      WHERE stage_row.row_number = m.row_number AND stage_row.target IS NOT NULL AND v.kind IS DISTINCT FROM \(told)
      """)
  }

  /// SCO-02 off: the file's violations replace those on record, of the entries that it names.
  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      DELETE FROM violation WHERE \(Joining.inSitting(context.sittingID, "violation")) AND entry IN (
        SELECT m.entry FROM stage_score m WHERE \(StagedScores.isTaken) AND \(told) IS NULL)
      """)
    try session.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, created_job, created_row)
      SELECT m.entry, CAST($2 AS BIGINT), m.site, \(told), CAST($1 AS BIGINT), m.row_number
      FROM stage_score m WHERE \(StagedScores.isTaken) AND \(told) IS NOT NULL
      ON CONFLICT (\(session.layout.key("entry"))) DO UPDATE SET kind = excluded.kind
      """, [.integer(job), .integer(context.sittingID)])
  }

  /// The kind that a row `m` comes to: its own, or absence where the result says so.
  var told: String {
    guard let absenceKind, !absences.isEmpty else { return "m.violation" }
    return """
      COALESCE(m.violation, CASE WHEN m.result IN (\(quoted(absences.map(String.init)))) \
      THEN \(quoted([absenceKind])) END)
      """
  }

  /// The kind's name, `无` for none.
  private func named(_ kind: String) -> String {
    let cases = names.map { "WHEN \(quoted([$0.code])) THEN \(quoted([$0.name]))" }
    return "CASE \(kind) \(cases.joined(separator: " ")) ELSE COALESCE(\(kind), '无') END"
  }

  /// Codes and names of the programme's definition as SQL texts.
  private func quoted(_ texts: [String]) -> String {
    texts.isEmpty ? "NULL" : texts.map { "'\($0.filter { $0 != "'" })'" }.joined(separator: ", ")
  }
}
