internal import ExamModel
internal import Storage
internal import Tabular

/// 成绩变更清单 — what an override would change of stored scores, and of the names and ID numbers behind any of the
/// rows, field by field (REG-18). ID numbers are masked.
struct ScoreChanges {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  func forEach(_ session: any Session, _ body: (FieldChange) throws -> Void) throws {
    try session.forEach(
      """
      SELECT s.row_number, CASE WHEN c.entry IS NULL THEN 0 ELSE 1 END, r.name, s.name,
        \(ScoreIdentity.masked("r.document_number")),
        CASE WHEN s.document_number <> r.document_number THEN \(ScoreIdentity.masked("s.document_number")) END,
        CAST(c.file_score AS TEXT), s.score, CAST(c.file_result AS TEXT), s.result, v.kind,
        \(ScoreViolations(context).told), c.file_certificate, s.certificate, c.remarks, s.remarks
      FROM stage_row s JOIN entry e ON e.id = s.about JOIN registration r ON r.id = e.registration
      LEFT JOIN score c ON c.entry = e.id LEFT JOIN violation v ON v.entry = e.id
      WHERE s.outcome IN ('created', 'updated') ORDER BY s.row_number
      """, []
    ) { row in
      let fields = ["name", "documentNumber", "score", "result", "violation", "certificate", "remarks"]
      for (place, field) in fields.enumerated() {
        // What is only compared does not change.
        if field == "violation", context.options.checksViolations { continue }
        let isIdentity = place < 2
        if isIdentity, context.options.checksIdentity { continue }
        let (old, new) = (row.optionalText(2 + place * 2), row.optionalText(3 + place * 2))
        // A blank name or number says nothing; a score that is new changes nothing.
        guard isIdentity ? new != nil && (new != old || place == 1) : row.flag(1) && new != old else {
          continue
        }
        try body(
          FieldChange(
            row: row.integer(0), field: binding.place(of: field)?.heading ?? field,
            old: field == "score" ? points(old) : old, new: field == "score" ? points(new) : new))
      }
    }
  }

  private func points(_ hundredths: String?) -> String? {
    hundredths.flatMap { Int($0) }.map { Hundredths(value: $0).description }
  }
}
