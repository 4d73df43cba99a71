/// 非关键信息 — the columns of a registration that a site may fill for many candidates at once (CAN-03).
public enum EditableColumn: String, Sendable, CaseIterable {
  case department
  case major
  case `class`
  case studentNumber
  case postcode
  case address
  case email
  case extra
  case remarks

  /// Its name in SQL.
  public var column: String { self == .studentNumber ? "student_number" : rawValue }
}

/// 非关键信息更新 — gives the chosen candidates new values; a candidate who has them already is left as is.
public struct CandidateUpdates: Sendable {
  private let values: [(column: EditableColumn, value: String)]

  /// New values, at least one.
  public init(_ values: [(column: EditableColumn, value: String)]) { self.values = values }

  private var parameters: [SQLValue] { values.map { .text($0.value) } }

  /// Whether one of the values is new to `r`.
  private var differs: String {
    "("
      + values.enumerated().map { "r.\($1.column.column) IS DISTINCT FROM $\($0 + 1)" }
      .joined(separator: " OR ") + ")"
  }

  /// The changes, in the order of the choice.
  public func forEachChange(
    rule: String, _ session: any Session, _ body: (RecordChange) throws -> Void
  ) throws {
    let columns = values.map { ", r.\($0.column.column)" }.joined()
    try session.forEach(
      """
      SELECT r.document_number, r.site\(columns)
      FROM \(CandidateChoice.registrations)
      WHERE \(differs) ORDER BY c.ordinal
      """, parameters
    ) { row in
      let fields = values.enumerated().compactMap { index, change in
        row.optionalText(index + 2) == change.value
          ? nil
          : RecordChange.Field(
            change.column.column, old: row.optionalText(index + 2), new: change.value)
      }
      try body(
        RecordChange(.changed, .registration, key: row.text(0), site: row.text(1), rule: rule, fields: fields)
      )
    }
  }

  /// The candidates who would change, but are locked.
  public func forEachLocked(
    _ session: any Session, _ body: (_ documentNumber: String, ProtectionFact) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, \(ProtectionTable.lockColumns)
      FROM \(CandidateChoice.registrations)
      WHERE r.lock_reason IS NOT NULL AND \(differs) ORDER BY c.ordinal
      """, parameters
    ) { row in
      if let lock = ProtectionTable.lock(row, from: 1) { try body(row.text(0), lock) }
    }
  }

  /// The sites of those who would change, in order.
  public func sites(_ session: any Session) throws -> [String] {
    try session.all(
      """
      SELECT DISTINCT r.site FROM \(CandidateChoice.registrations)
      WHERE \(differs) ORDER BY r.site
      """, parameters
    ) { $0.text(0) }
  }

  /// Whether a candidate of the sitting who was not chosen has this e-mail address.
  public static func isTaken(email: String, sitting: Int, _ session: any Session) throws -> Bool {
    try session.count(
      """
      SELECT count(*) FROM registration r WHERE r.sitting = $1 AND lower(r.email) = lower($2)
        AND r.id NOT IN (SELECT registration FROM \(CandidateChoice.table))
      """, [.integer(sitting), .text(email)]) > 0
  }

  /// Writes the values.
  /// - Returns: how many candidates changed.
  public func apply(_ session: any Session) throws -> Int {
    let assignments = values.enumerated().map { "\($1.column.column) = $\($0 + 1)" }.joined(separator: ", ")
    return try session.execute(
      """
      UPDATE registration SET \(assignments), changed_job = NULL
      WHERE \(CandidateChoice.isOfSitting("registration")) AND lock_reason IS NULL AND id IN (
        SELECT r.id FROM \(CandidateChoice.registrations) WHERE \(differs))
      """, parameters)
  }
}
