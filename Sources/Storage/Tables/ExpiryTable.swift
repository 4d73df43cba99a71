/// 网报过期表 — unpaid entries of individual registrations that have had their day (CAN-07). What a payment batch holds
/// does not expire, and photos stay where they are (PHC-02).
public enum ExpiryTable {
  private static let isOver =
    "e.sitting = $1 AND e.expires_at <= $2 AND e.paid IS NULL AND e.payment_batch IS NULL"

  /// Whether a sitting has such entries. One look into an index that holds nothing else.
  public static func hasExpired(sitting: Int, at now: Int, _ session: any Session) throws -> Bool {
    try session.first(
      "SELECT 1 FROM entry e WHERE e.expires_at IS NOT NULL AND \(isOver) LIMIT 1",
      [.integer(sitting), .integer(now)]
    ) { _ in true } ?? false
  }

  /// Removes them, and the registrations that have no entry left; each goes into the trail.
  /// - Returns: how many entries went.
  @discardableResult
  public static func removeExpired(
    sitting: Int, at now: Int, trail: TrailWriter, _ session: any Session
  ) throws -> Int {
    let parameters: [SQLValue] = [.integer(sitting), .integer(now)]
    try session.execute("DROP TABLE IF EXISTS expired_entry")
    try session.execute(
      "CREATE TEMP TABLE expired_entry (entry BIGINT PRIMARY KEY, registration BIGINT NOT NULL)")
    try session.execute(
      """
      INSERT INTO expired_entry (entry, registration)
      SELECT e.id, e.registration FROM entry e WHERE e.expires_at IS NOT NULL AND \(isOver)
      """, parameters)
    try tell(sitting, trail, session)
    let count = try session.execute(
      "DELETE FROM entry WHERE \(Joining.inSitting(sitting, "entry")) AND id IN (SELECT entry FROM expired_entry)"
    )
    let isLeft = """
      \(Joining.inSitting(sitting, "r")) AND r.method = 'individual'
        AND r.id IN (SELECT registration FROM expired_entry)
        AND NOT EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()))
      """
    try CandidateSites.remove(
      registrations: "SELECT r.id FROM registration r WHERE \(isLeft)", sitting: sitting, session)
    try session.execute(
      """
      DELETE FROM registration AS r WHERE \(isLeft)
      """)
    return count
  }

  /// Everything that a registration is told by when it goes.
  private static let columns = [
    "method", "document_type", "name", "sex", "birth_date", "ethnicity", "education", "occupation",
    "training_type", "student_number", "department", "major", "class", "phone", "email", "postcode",
    "address",
    "preferred_date", "extra", "remarks", "audit", "lock_reason",
  ]

  private static func tell(_ sitting: Int, _ trail: TrailWriter, _ session: any Session) throws {
    try session.forEach(
      """
      SELECT r.document_number, e.subject, e.place, CAST(e.expires_at AS TEXT)
      FROM expired_entry x JOIN entry e ON \(Joining.inSitting(sitting, "e")) AND e.id = x.entry
      JOIN registration r ON \(Joining.entry()) ORDER BY r.document_number, e.subject
      """, []
    ) { row in
      try trail.add(
        RecordChange(
          .removed, .entry, key: row.text(0), part: row.text(1), site: row.text(2), rule: "CAN-07",
          fields: [RecordChange.Field("expires_at", old: row.text(3), new: nil)]))
    }
    try session.forEach(
      """
      SELECT r.document_number, r.site, \(columns.map { "r.\($0)" }.joined(separator: ", ")) FROM registration r
      WHERE \(Joining.inSitting(sitting, "r")) AND r.method = 'individual' AND r.id IN (SELECT x.registration FROM expired_entry x)
        AND NOT EXISTS (
          SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.id NOT IN (SELECT x.entry FROM expired_entry x))
      ORDER BY r.document_number
      """, []
    ) { row in
      let fields = columns.enumerated().compactMap { place, column in
        row.optionalText(place + 2).map { RecordChange.Field(column, old: $0, new: nil) }
      }
      try trail.add(
        RecordChange(
          .removed, .registration, key: row.text(0), site: row.text(1), rule: "CAN-07", fields: fields))
    }
  }
}
