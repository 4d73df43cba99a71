internal import Storage

/// 报名变更 — what an override changes of each stored registration, its subjects included (REG-08, REG-17, REG-18).
struct RegistrationChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let subjects = try subjectChanges(session)
    let names = RegistrationsImport.personalFields.map(\.column)
    let columns = names.map { "r.\($0), v.\($0)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT s.row_number, r.document_number, r.has_photo, \(Self.isSubmittedAgain), \(columns)
      FROM stage_row s JOIN stage_value v ON v.row_number = s.row_number
      JOIN registration r ON \(context.record("r", is: "s.target"))
      WHERE s.outcome = 'updated' ORDER BY s.row_number
      """, []
    ) { row in
      var change = RecordChange(
        .changed, .registration, key: row.text(1), site: context.site, row: row.integer(0), rule: "REG-08",
        fields: row.changes(names, from: 4))
      if let (old, new) = subjects[row.integer(0)] {
        change.fields.append(RecordChange.Field("subjects", old: old, new: new))
      }
      if row.flag(2) { change.fields.append(RecordChange.Field("has_photo", old: "1", new: "0")) }
      if row.flag(3) { change.fields.append(Self.submission) }
      try body(change)
    }
  }

  /// For each subject how many of its entries the rows leave out and how many it has.
  func removedEntries(_ session: any Session) throws -> [ChangeScale] {
    try session.all(
      """
      SELECT e.subject, count(*), (
        SELECT count(*) FROM entry a WHERE a.sitting = $1 AND a.place = $2 AND a.subject = e.subject
          AND \(Joining.byNumber("a", "e")))
      FROM stage_left_out l JOIN stage_row w ON w.row_number = l.row_number
      JOIN entry e ON \(context.record("e", is: "l.entry"))
      WHERE w.outcome = 'updated' AND l.paid IS NULL
      GROUP BY e.subject, e.sitting, e.site ORDER BY e.subject
      """, [.integer(context.sittingID), .text(context.site)]
    ) { ChangeScale(of: $0.text(0), changed: $0.integer(1), stored: $0.integer(2)) }
  }

  /// Whether an override returns `r` to those that are to be audited (REG-16, AUD-01).
  static let isSubmittedAgain = """
    CASE WHEN r.audit = '\(AuditTable.rejected)' AND NOT \(AuditTable.lacksNewPhoto) THEN 1 ELSE 0 END
    """
  static let submission = RecordChange.Field("audit", old: AuditTable.rejected, new: AuditTable.pending)

  /// For the rows whose entries change: the subjects before and after.
  func subjectChanges(_ session: any Session) throws -> [Int: (old: String, new: String)] {
    var before: [Int: [String]] = [:]
    var paid: [Int: [String]] = [:]
    var asked: [Int: [String]] = [:]
    try session.forEach(
      """
      SELECT s.row_number, e.subject, e.paid FROM stage_row s
      JOIN entry e ON \(context.entry("e", of: "s.target"))
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
    for row in Set(before.keys).union(asked.keys) {
      let old = before[row, default: []]
      let new = Set(asked[row, default: []] + paid[row, default: []]).sorted()
      if new != old { changes[row] = (old.joined(separator: ","), new.joined(separator: ",")) }
    }
    return changes
  }
}
