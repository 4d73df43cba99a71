internal import Storage
internal import Tabular

/// 变更清单 — what an override would change, field by field, old → new (REG-18).
struct RegistrationChanges {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  func forEach(_ session: any Session, _ body: (FieldChange) throws -> Void) throws {
    let subjects = try subjectChanges(session)
    let fields = RegistrationsImport.personalFields
    let columns = fields.map { "r.\($0.column), s.\($0.column)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.row_number, \(columns) FROM stage_row s JOIN registration r ON r.id = s.target
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      let number = row.integer(0)
      for (index, field) in fields.enumerated() {
        let (old, new) = (row.optionalText(1 + index * 2), row.optionalText(2 + index * 2))
        if old != new {
          try body(FieldChange(row: number, field: heading(field.field), old: old, new: new))
        }
      }
      if let (old, new) = subjects[number] {
        try body(FieldChange(row: number, field: heading("subject1"), old: old, new: new))
      }
    }
  }

  private func heading(_ field: String) -> String { binding.place(of: field)?.heading ?? field }

  /// For the rows whose entries change: the subjects before and after.
  private func subjectChanges(_ session: any Session) throws -> [Int: (old: String, new: String)] {
    var before: [Int: [String]] = [:]
    var paid: [Int: [String]] = [:]
    var asked: [Int: [String]] = [:]
    try session.forEach(
      """
      SELECT s.row_number, e.subject, e.paid FROM stage_row s JOIN entry e ON e.registration = s.target
      WHERE s.outcome = 'updated' ORDER BY s.row_number, e.subject
      """, []
    ) { row in
      before[row.integer(0), default: []].append(row.text(1))
      if !row.isNull(2) { paid[row.integer(0), default: []].append(row.text(1)) }
    }
    try session.forEach(
      """
      SELECT s.row_number, x.subject FROM stage_row s JOIN stage_subject x ON x.row_number = s.row_number
      WHERE s.outcome = 'updated' ORDER BY s.row_number, x.subject
      """, []
    ) { asked[$0.integer(0), default: []].append($0.text(1)) }
    var changes: [Int: (old: String, new: String)] = [:]
    for (row, old) in before {
      let new = Set(asked[row, default: []] + paid[row, default: []]).sorted()
      if new != old { changes[row] = (old.joined(separator: ","), new.joined(separator: ",")) }
    }
    return changes
  }
}
