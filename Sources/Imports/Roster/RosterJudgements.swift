internal import Storage
internal import Tabular

/// 学籍判定 — the rules that need the other rows of the file, or the stored roster: ROS-02, ROS-03, ROS-04.
struct RosterJudgements {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  var all: [Judgement] {
    [doubledInFile, lowerLevel] + (context.options.overrides ? [] : [sameSite])
  }

  /// A person stands in the roster once, and so in a file.
  private var doubledInFile: Judgement {
    Judgement(
      RecordRules.twice, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (
          SELECT document_number, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
          WHERE document_number IS NOT NULL GROUP BY document_number HAVING count(*) > 1
        ) d ON d.document_number = s.document_number
        """)
  }

  private var sameSite: Judgement {
    Judgement(
      RosterRules.exists, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s JOIN roster r ON r.id = s.target WHERE r.site = $1
        """, parameters: [.text(context.site)])
  }

  /// ROS-04: an equal level takes over.
  private var lowerLevel: Judgement {
    Judgement(
      RosterRules.lowerLevel, field: "education",
      select: """
        SELECT s.row_number, n.name AS value, n.name AS argument_0, o.name AS argument_1
        FROM stage_row s JOIN roster r ON r.id = s.target
        JOIN stage_level n ON n.code = s.education JOIN stage_level o ON o.code = r.education
        WHERE r.site <> $1 AND n.rank < o.rank
        """, parameters: [.text(context.site)])
  }
}
