internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 院校 — where students belong: the level right above the stations. What imports of a plan's programme have in common.
struct SchoolPlace {
  let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Why students cannot be imported there: only schools have them. Nil where they can, and for programmes that do not
  /// know the import at all.
  static func refusal(_ context: ImportContext, layout: String) -> Wording? {
    let levels = context.programme.levels
    guard context.programme.layouts[layout] != nil,
      levels.level(of: context.site) != levels.codeLengths.count - 1
    else { return nil }
    let name = context.programme.organisations.dropLast().last?.name ?? ""
    return Wording(
      zh: "“\(context.site)”不是\(name)，考生和报考按\(name)导入。请检查 --site。",
      en: "“\(context.site)” is no school (\(name)); students and entries are imported for one. Check --site."
    )
  }

  /// The sitting and the school, for `$1` and `$2`.
  var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }

  /// Sets `about` of the rows whose student the school has.
  func matchStudents(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON stage_row (document_number)")
    try session.execute(
      """
      UPDATE stage_row SET about = r.id FROM registration AS r
      WHERE r.sitting = $1 AND r.site = $2 AND r.document_number = stage_row.document_number
      """, place)
  }

  /// Rows whose student the school does not have.
  static func unknownStudent(_ binding: FieldBinding) -> Judgement {
    Judgement(
      PlanEntryRules.student, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.about IS NULL AND s.document_number IS NOT NULL
          AND \(StagedFindings.hasNone("s", at: "$1"))
        """, parameters: [.optional(binding.place(of: "documentNumber")?.heading)])
  }

  /// Rows whose student's registration somebody locked, or an audit did; a payment lock protects what is paid alone.
  var locked: Judgement {
    Judgement(
      RegistrationRules.locked, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number, \(ProtectionTable.lockColumns)
        FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.about"))
        WHERE r.lock_reason IS NOT NULL AND r.lock_reason <> '\(CandidateLocks.payment)'
        """, arguments: Protection.lockArguments)
  }

  /// Rows that name a student otherwise than the list does; a blank cell says nothing.
  var nameDiffers: Judgement {
    Judgement(
      PlanEntryRules.name, field: "name",
      select: """
        SELECT s.row_number, s.name AS value, r.name AS argument_0, NULL AS argument_1, r.name AS suggestion
        FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.about")) WHERE s.name <> r.name
        """, suggests: true)
  }

  /// Rows that mean the same as another one.
  /// - Parameter items: a query of `row_number, item`, whose items are what only one row may mean.
  static func twice(items: String) -> Judgement {
    Judgement(
      RecordRules.twice, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value,
          CAST(min(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END) AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (\(items)) AS i ON i.row_number = s.row_number JOIN (
          SELECT item, min(row_number) AS first_row, max(row_number) AS last_row FROM (\(items)) AS a
          GROUP BY item HAVING count(*) > 1
        ) AS d ON d.item = i.item
        GROUP BY s.row_number, s.document_number
        """)
  }
}
