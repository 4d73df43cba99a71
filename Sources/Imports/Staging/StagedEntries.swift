internal import ExamModel
internal import Storage
internal import Tabular

/// 暂存报考 — what files of one row an entry have in common: rows find their entry by ticket number, in the organisation
/// that the file is for or below it, and two rows of one entry are both errors.
struct StagedEntries {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Sets `about` of the rows whose ticket number there is.
  func matchTickets(_ session: any Session) throws {
    // With what else is asked of tickets that come twice, so that the rows themselves are not read for it.
    try session.execute("CREATE INDEX stage_by_ticket ON stage_row (ticket, skips)")
    try session.execute(
      """
      UPDATE stage_row SET about = e.id FROM entry AS e
      WHERE e.sitting = $1 AND e.ticket = stage_row.ticket AND \(inScope("e.place"))
      """, place)
  }

  /// The sitting and the organisation, for `$1` and `$2`.
  var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }

  /// Whether a site's code lies in the organisation that the file is for.
  func inScope(_ column: String) -> String { "substr(\(column), 1, length($2)) = $2" }

  /// The staged rows `s` with their entry `e` and registration `r`.
  var rows: String {
    "FROM stage_row s JOIN entry e ON \(context.record("e", is: "s.about")) JOIN registration r ON \(Joining.entry())"
  }

  /// Site and subject of the rows, for counts.
  var groups: String {
    """
    SELECT s.row_number, e.place AS site, e.subject FROM stage_row s LEFT JOIN entry e ON \(context.record("e", is: "s.about"))
    """
  }

  /// Two rows of one entry: each names another one.
  /// - Parameters:
  ///   - field: the field that the findings point at.
  ///   - column: its column in the staging table.
  ///   - condition: which rows `s` it is said of.
  static func twice(field: String, column: String, where condition: String = "1 = 1") -> Judgement {
    Judgement(
      RecordRules.twice, field: field,
      select: """
        SELECT s.row_number, s.\(column) AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (
          SELECT about, min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
          WHERE about IS NOT NULL GROUP BY about HAVING count(*) > 1
        ) d ON d.about = s.about WHERE \(condition)
        """)
  }

  /// A record that is there already (OPS-07).
  static func exists(field: String, column: String, where condition: String = "1 = 1") -> Judgement {
    Judgement(
      RecordRules.exists, field: field,
      select: """
        SELECT s.row_number, s.\(column) AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.target IS NOT NULL AND \(condition)
        """)
  }

  /// A name that is not the registered one; a blank cell says nothing. The suggestion is the registered one.
  func nameDiffers(_ template: FindingTemplate) -> Judgement {
    Judgement(
      template, field: "name",
      select: """
        SELECT s.row_number, s.name AS value, r.name AS argument_0, NULL AS argument_1, r.name AS suggestion
        \(rows) WHERE s.name <> r.name
        """, suggests: true)
  }

  /// An ID number that is not the registered one, of which the last four characters are told (IDN-06).
  func documentDiffers(_ template: FindingTemplate) -> Judgement {
    Judgement(
      template, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, \(ScoreIdentity.masked("r.document_number")) AS argument_0,
          NULL AS argument_1
        \(rows) WHERE s.document_number <> r.document_number
        """)
  }
}
