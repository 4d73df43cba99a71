internal import ExamModel
internal import Storage

/// 网报变更 — what an override by the feed changes of stored individual registrations: personal data, subjects, and what
/// is paid now (CAN-07).
struct IndividualChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let subjects = try RegistrationChanges(context).subjectChanges(session)
    let payments = try newlyPaid(session)
    let names = IndividualImport.personalFields.map(\.column) + ["registered_at"]
    let columns = names.map { name in
      name == "registered_at" ? "CAST(r.\(name) AS TEXT), s.\(name)" : "r.\(name), s.\(name)"
    }
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, r.site, \(RegistrationChanges.isSubmittedAgain), s.status,
        \(columns.joined(separator: ", "))
      FROM stage_row s JOIN registration r ON \(context.record("r", is: "s.target"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      let number = row.integer(0)
      var change = RecordChange(
        .changed, .registration, key: row.text(1), site: row.text(2), row: number, rule: "CAN-07",
        fields: row.changes(names, from: 5))
      if let (old, new) = subjects[number] {
        change.fields.append(RecordChange.Field("subjects", old: old, new: new))
      }
      if row.flag(3) { change.fields.append(RegistrationChanges.submission) }
      // An override finds it unlocked, and a payment locks it (CAN-02).
      if row.text(4) == IndividualImport.paid {
        change.fields.append(RecordChange.Field("lock_reason", old: nil, new: "payment"))
        change.fields.append(
          RecordChange.Field("locked_at", old: nil, new: String(context.now.secondsSince1970)))
      }
      try body(change)
      for subject in payments[number, default: []] {
        try body(
          RecordChange(
            .changed, .entry, key: row.text(1), part: subject, site: row.text(2), row: number, rule: "CAN-07",
            fields: [RecordChange.Field("paid", old: nil, new: "individual")]))
      }
    }
  }

  /// The stored entries that each row says are paid now.
  private func newlyPaid(_ session: any Session) throws -> [Int: [String]] {
    var subjects: [Int: [String]] = [:]
    try session.forEach(
      """
      SELECT s.row_number, e.subject FROM stage_row s
      JOIN stage_subject x ON x.row_number = s.row_number
      JOIN entry e ON \(context.entry("e", of: "s.target")) AND e.subject = x.subject AND e.paid IS NULL
      WHERE s.outcome = 'updated' AND s.status = $1 ORDER BY s.row_number, e.subject
      """, [.text(IndividualImport.paid)]
    ) { subjects[$0.integer(0), default: []].append($0.text(1)) }
    return subjects
  }
}
