internal import Storage

/// 成绩变更 — what a score file changes of stored scores (REG-18), of names and ID numbers that somebody confirmed
/// (SCO-04), and of violations that it replaces (SCO-02).
struct ScoreChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    // A candidate's rows say the same of name and number; it is one change of one registration.
    var told: Set<Int> = []
    let violation = ScoreViolations(context).told
    // A new score changes something only where it takes over names, numbers or violations.
    let takesOver = !context.options.checksIdentity || !context.options.checksViolations
    let outcomes = takesOver ? "'created', 'updated'" : "'updated'"
    guard try session.count("SELECT count(*) FROM stage_row WHERE outcome IN (\(outcomes))") > 0 else {
      return
    }
    try session.forEach(
      """
      SELECT s.row_number, r.id, r.document_number, e.subject, e.place, r.name, s.name, r.document_number,
        s.document_number, v.kind, \(violation), CASE WHEN c.entry IS NULL THEN 0 ELSE 1 END,
        CAST(c.file_score AS TEXT), s.score, CAST(c.file_result AS TEXT), s.result, c.file_certificate, s.certificate,
        c.remarks, s.remarks, v.note, CASE WHEN \(violation) IS NOT NULL THEN v.note END
      \(StagedScores(context).rows)
      LEFT JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
      WHERE s.outcome IN (\(outcomes)) ORDER BY s.row_number
      """, []
    ) { row in
      func change(
        _ record: RecordKind, part: String?, rule: String?, _ fields: [RecordChange.Field]
      ) throws {
        guard !fields.isEmpty else { return }
        try body(
          RecordChange(
            .changed, record, key: row.text(2), part: part, site: row.text(4), row: row.integer(0),
            rule: rule,
            fields: fields))
      }
      if !context.options.checksIdentity {
        // A blank name or number says nothing.
        let fields = row.changes(["name", "document_number"], from: 5).filter { $0.new != nil }
        if !fields.isEmpty, told.insert(row.integer(1)).inserted {
          try change(.registration, part: nil, rule: "SCO-04", fields)
        }
      }
      if !context.options.checksViolations {
        // A record that goes takes its note with it.
        let fields = row.changes(["kind"], from: 9) + row.changes(["note"], from: 20)
        try change(.violation, part: row.text(3), rule: "SCO-02", fields)
      }
      if row.flag(11) {
        let columns = ["file_score", "file_result", "file_certificate", "remarks"]
        try change(.score, part: row.text(3), rule: nil, row.changes(columns, from: 12))
      }
    }
  }
}
