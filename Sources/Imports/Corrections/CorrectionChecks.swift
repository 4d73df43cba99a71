internal import Programmes
internal import Storage
internal import Tabular

/// 更正检查 — what a correction makes of a registration, looked at as if it had been typed so: the new number's form, birth
/// date and sex against it, class and age.
struct CorrectionChecks {
  private let context: ImportContext
  private let binding: FieldBinding
  private let checks: RegistrationRowChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    checks = RegistrationRowChecks(
      context, settings: context.settings, binding: binding, numberField: CorrectionsImport.newNumber.field)
  }

  /// The fields on which others hang.
  private static let fields = RegistrationsImport.personalFields.filter {
    ["document_type", "sex", "birth_date", "class"].contains($0.column)
  }

  func findings(_ session: any Session) throws -> [Finding] {
    let columns = Self.fields.map { "s.\($0.column), COALESCE(s.\($0.column), r.\($0.column))" }
    let given = (Self.fields.map(\.column) + ["new_document_number"]).map { "s.\($0) IS NOT NULL" }
    var findings: [Finding] = []
    try session.forEach(
      """
      SELECT s.row_number, s.new_document_number, COALESCE(s.new_document_number, r.document_number),
        \(columns.joined(separator: ", "))
      FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.target"))
      WHERE \(given.joined(separator: " OR ")) ORDER BY s.row_number
      """, []
    ) { record in
      var row = DecodedRow(number: record.integer(0), width: binding.layout.columns.count)
      var filled: Set<String> = []
      for (place, field) in ([CorrectionsImport.newNumber] + Self.fields).enumerated() {
        if !record.isNull(1 + place * 2) { filled.insert(field.field) }
        row[binding.index(of: field.field)] = record.optionalText(2 + place * 2)
      }
      checks.checkFilled(&row, filled)
      findings += row.findings
    }
    return findings
  }
}
