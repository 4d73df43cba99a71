internal import Storage
internal import Tabular

/// 更正判定 — the rules that need the other rows of the file, or what is stored: whose data it is, and that numbers and
/// addresses stay one candidate's own.
struct CorrectionJudgements {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  var all: [Judgement] {
    [
      stored(
        CorrectionRules.unknown, "documentNumber", "document_number",
        "s.target IS NULL AND s.document_number IS NOT NULL AND \(StagedFindings.hasNone("s", at: "$1"))",
        [.optional(binding.place(of: "documentNumber")?.heading)]),
      shared(RecordRules.twice, "documentNumber", "document_number", of: "row_number"),
      shared(CorrectionRules.shared, "newDocumentNumber", "new_document_number", of: "document_number"),
      shared(RegistrationRules.sharedEmail, "email", "email", of: "document_number"),
      stored(
        CorrectionRules.taken, "newDocumentNumber", "new_document_number",
        """
        s.target IS NOT NULL AND EXISTS (SELECT 1 FROM registration o
          WHERE o.sitting = $1 AND o.document_number = s.new_document_number AND o.id <> s.target)
        """, [.integer(context.sittingID)]),
      stored(
        CorrectionRules.emailTaken, "email", "email",
        """
        s.target IS NOT NULL AND EXISTS (SELECT 1 FROM registration o
          WHERE o.sitting = $1 AND o.email = s.email AND o.id <> s.target AND NOT EXISTS (
            SELECT 1 FROM stage_row x WHERE x.target = o.id AND x.email IS NOT NULL))
        """, [.integer(context.sittingID)]),
      nothing,
    ]
  }

  private func stored(
    _ template: FindingTemplate, _ field: String, _ column: String, _ condition: String,
    _ parameters: [SQLValue] = []
  ) -> Judgement {
    Judgement(
      template, field: field,
      select: """
        SELECT s.row_number, s.\(column) AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE \(condition)
        """, parameters: parameters)
  }

  /// Rows that are about different candidates (or are different rows) and have a value in common; each names another.
  private func shared(
    _ template: FindingTemplate, _ field: String, _ column: String, of owner: String
  ) -> Judgement {
    Judgement(
      template, field: field,
      select: """
        SELECT s.row_number, s.\(column) AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (
          SELECT \(column), min(row_number) AS first_row, max(row_number) AS last_row FROM stage_row
          WHERE \(column) IS NOT NULL GROUP BY \(column) HAVING min(\(owner)) <> max(\(owner))
        ) d ON d.\(column) = s.\(column)
        """)
  }

  private var nothing: Judgement {
    let columns = RegistrationsImport.personalFields.map(\.column) + [CorrectionsImport.newNumber.column]
    return stored(
      CorrectionRules.nothing, "documentNumber", "document_number",
      columns.map { "s.\($0) IS NULL" }.joined(separator: " AND "))
  }
}
