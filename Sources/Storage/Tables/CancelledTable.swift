/// 取消考试记录 — an entry that was cancelled, as lists show one (CAN-04).
public struct CancelledRecord: Sendable {
  public var documentNumber: String
  public var name: String
  public var site: String
  public var schoolClass: String?
  public var subject: String
  public var orderNumber: String?
  public var reason: String
  /// When, in seconds since 1970.
  public var cancelledAt: Int
  public var cancelledBy: String
}

/// 取消考试表 — the statements on `cancelled_entry`. Nothing leads back from it.
public enum CancelledTable {
  /// Keeps the chosen entries with their registrations; call it before they are removed.
  public static func keep(
    because reason: String, by member: String, at now: Int, _ session: any Session
  ) throws {
    let personal = RegistrationColumns.personal
    try session.execute(
      """
      INSERT INTO cancelled_entry (sitting, site, \(personal.joined(separator: ", ")), subject, paid, paid_at,
        order_number, reason, cancelled_at, cancelled_by, created_job, created_row)
      SELECT e.sitting, e.place, \(personal.map { "r.\($0)" }.joined(separator: ", ")), e.subject, e.paid, e.paid_at,
        e.order_number, $1, $2, $3, e.created_job, e.created_row
      FROM \(EntryRemoval.entries) JOIN registration r ON \(Joining.entry())
      ORDER BY r.site, r.document_number, e.subject
      """, [.text(reason), .integer(now), .text(member)])
  }

  /// The cancelled entries of an organisation and those below it, in the order in which they were cancelled.
  public static func all(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [CancelledRecord] {
    try session.all(
      """
      SELECT document_number, name, site, class, subject, order_number, reason, cancelled_at, cancelled_by
      FROM cancelled_entry WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY id
      """, [.integer(sitting), .text(organisation)]
    ) {
      CancelledRecord(
        documentNumber: $0.text(0), name: $0.text(1), site: $0.text(2), schoolClass: $0.optionalText(3),
        subject: $0.text(4), orderNumber: $0.optionalText(5), reason: $0.text(6),
        cancelledAt: $0.integer(7), cancelledBy: $0.text(8))
    }
  }
}
