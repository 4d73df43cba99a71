/// 报名信息锁定 — locks and unlocks the chosen candidates (CAN-02).
public enum CandidateLocks {
  /// What a lock by hand is called in `lock_reason`; `audit` and `payment` set theirs by themselves.
  public static let manual = "manual"
  /// The lock that a started or confirmed payment sets.
  public static let payment = "payment"

  /// Locks those that are not locked yet.
  /// - Returns: how many were locked.
  public static func lock(
    because reason: String = manual, note: String?, by member: String, at now: Int, _ trail: TrailWriter,
    _ session: any Session
  ) throws -> Int {
    let chosen = "SELECT registration FROM \(CandidateChoice.table)"
    try addLocks(
      to: chosen, because: reason, note: note, by: member, at: now, rule: "CAN-02", trail, session)
    return try lock(
      chosen, of: trail.sitting, because: reason, note: note, by: member, at: now, session)
  }

  /// Unlocks the chosen candidates. What a payment batch holds stays held (REG-09).
  /// - Returns: how many were unlocked.
  public static func unlock(
    note: String?, _ trail: TrailWriter, _ session: any Session
  ) throws -> Int {
    let columns = ["lock_reason", "locked_at", "locked_by", "lock_note"]
    try session.forEach(
      """
      SELECT r.document_number, r.site, r.lock_reason, CAST(r.locked_at AS TEXT), r.locked_by, r.lock_note
      FROM \(CandidateChoice.registrations)
      WHERE r.lock_reason IS NOT NULL ORDER BY c.ordinal
      """, []
    ) { row in
      let fields = columns.enumerated().compactMap { index, column in
        row.optionalText(index + 2).map { RecordChange.Field(column, old: $0, new: nil) }
      }
      try trail.add(
        RecordChange(
          .changed, .registration, key: row.text(0), site: row.text(1), rule: "CAN-02", reason: note,
          fields: fields))
    }
    return try session.execute(
      """
      UPDATE registration SET lock_reason = NULL, locked_at = NULL, locked_by = NULL, lock_note = NULL
      WHERE lock_reason IS NOT NULL AND \(CandidateChoice.isChosen("registration"))
      """)
  }

  /// Locks the registrations of a query that are not locked yet.
  /// - Parameter registrations: selects their keys.
  static func lock(
    _ registrations: String, of sitting: Int, because reason: String, note: String? = nil, by member: String,
    at now: Int,
    _ session: any Session
  ) throws -> Int {
    try session.execute(
      """
      UPDATE registration SET lock_reason = $1, locked_at = $2, locked_by = $3, lock_note = $4
      WHERE \(Joining.inSitting(sitting, "registration")) AND lock_reason IS NULL AND id IN (\(registrations))
      """, [.text(reason), .integer(now), .text(member), .optional(note)])
  }

  /// Writes down what `lock` of the same query is about to do.
  static func addLocks(
    to registrations: String, because reason: String, note: String? = nil, by member: String, at now: Int,
    rule: String, _ trail: TrailWriter, _ session: any Session
  ) throws {
    var fields = [
      RecordChange.Field("lock_reason", old: nil, new: reason),
      RecordChange.Field("locked_at", old: nil, new: String(now)),
      RecordChange.Field("locked_by", old: nil, new: member),
    ]
    if let note { fields.append(RecordChange.Field("lock_note", old: nil, new: note)) }
    try session.forEach(
      """
      SELECT r.document_number, r.site FROM registration r
      WHERE \(Joining.inSitting(trail.sitting, "r")) AND r.lock_reason IS NULL AND r.id IN (\(registrations))
      ORDER BY r.site, r.document_number
      """, []
    ) { row in
      try trail.add(
        RecordChange(
          .changed, .registration, key: row.text(0), site: row.text(1), rule: rule, reason: note,
          fields: fields))
    }
  }
}
