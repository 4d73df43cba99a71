internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩判定 — what needs the other rows of the file, or what is stored: SCO-03, OPS-07, and subjects that are kept.
struct ScoreJudgements {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  var all: [Judgement] {
    var judgements = [twice, otherSubject]
    if context.options.checksTickets { judgements.append(unknownTicket) }
    if !context.options.overrides { judgements.append(exists) }
    if let rules = context.programme.scores, !rules.requirements.isEmpty { judgements.append(kept(rules)) }
    return judgements
  }

  /// A probe over the rows `m` with the violation `v` of their entry: one pass for all rules that compare them.
  func probe(_ condition: String) -> Probe {
    Probe(
      condition, from: "FROM stage_score m LEFT JOIN violation v ON \(context.record("v", of: "m.entry"))")
  }

  /// A probe whether any row says something else of its candidate than the store does.
  var differs: Probe { probe("m.differs = 1") }

  private var unknownTicket: Judgement {
    Judgement(
      ScoreRowRules.unknownTicket, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_score m JOIN stage_row s ON s.row_number = m.row_number
        WHERE m.entry IS NULL AND s.ticket IS NOT NULL
        """, probe: probe("m.entry IS NULL"))
  }

  private var otherSubject: Judgement {
    Judgement(
      ScoreRowRules.otherSubject, field: "subject",
      select: """
        SELECT s.row_number, s.subject AS value, m.subject AS argument_0, NULL AS argument_1
        FROM stage_score m JOIN stage_row s ON s.row_number = m.row_number WHERE s.subject <> m.subject
        """, probe: differs)
  }

  private var twice: Judgement {
    Judgement(
      RecordRules.twice, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (
          SELECT ticket, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
          WHERE ticket IS NOT NULL AND skips = 0 GROUP BY ticket HAVING count(*) > 1
        ) d ON d.ticket = s.ticket
        """)
  }

  private var exists: Judgement {
    Judgement(
      RecordRules.exists, field: "ticket",
      select: """
        SELECT s.row_number, s.ticket AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.target IS NOT NULL
        """)
  }

  /// A certificate number for a subject that is kept: the required subject is passed neither in this file nor on
  /// record, in this sitting or another.
  private func kept(_ rules: ScoreRules) -> Judgement {
    let meanings = ScoreMeanings(rules)
    let passed = meanings.passed.map { "'\($0)'" }.joined(separator: ", ")
    let passedCodes = meanings.passed.map(String.init).joined(separator: ", ")
    let required = ScoreTable.requirement("e.subject", "q.subject", meanings)
    let names = meanings.requirements.map { "WHEN '\($0.subject)' THEN '\($0.anyOf.joined(separator: "、"))'" }
    let subjects = meanings.requirements.map { "'\($0.subject)'" }.joined(separator: ", ")
    let concerned =
      "m.certificate IS NOT NULL AND m.result IN (\(passed)) AND m.subject IN (\(subjects))"
    return Judgement(
      ScoreRowRules.kept, field: "certificate",
      select: """
        SELECT m.row_number, m.certificate AS value, m.subject AS argument_0,
          CASE m.subject \(names.joined(separator: " ")) END AS argument_1
        \(StagedScores(context).rows)
        WHERE \(concerned)
          AND NOT EXISTS (
            SELECT 1 FROM entry q JOIN stage_score o ON \(context.record("q", is: "o.entry"))
            WHERE \(Joining.byNumber("q", "e")) AND q.registration = e.registration AND o.result IN (\(passed)) AND \(required))
          AND NOT EXISTS (
            SELECT 1 FROM registration p JOIN entry q ON \(Joining.entry("q", "p"))
            JOIN score d ON \(Joining.record("d", "q"))
            WHERE p.sitting IN (SELECT id FROM sitting) AND p.document_number = r.document_number
              AND d.result IN (\(passedCodes)) AND \(required))
        """, probe: probe(concerned))
  }
}
