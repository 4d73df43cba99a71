/// 考生行 — a candidate of a sitting as lists show one.
public struct CandidateRecord: Sendable {
  /// The registration's key.
  public var registration: Int
  public var documentNumber: String
  public var name: String
  public var site: String
  public var method: String
  public var audit: String
  public var lockReason: String?
  public var hasPhoto: Bool
  public var schoolClass: String?
  public var department: String?
  public var preferredDate: String?
  /// The subjects in order.
  public var subjects: [String]
  /// How many of the entries are paid.
  public var paidEntries: Int
}

/// 考生表 — reads candidates that were chosen by a query.
public enum CandidateTable {
  /// Hands on the chosen candidates in the order of the choice.
  /// - Parameter places: which of them, counted from 1; nil for all.
  public static func forEach(
    _ places: ClosedRange<Int>? = nil, _ session: any Session, _ body: (CandidateRecord) throws -> Void
  ) throws {
    var current: CandidateRecord?
    try session.forEach(
      """
      SELECT r.id, r.document_number, r.name, r.site, r.method, r.audit, r.lock_reason, r.has_photo, r.class,
        r.department, r.preferred_date, e.subject, e.paid
      FROM \(CandidateChoice.registrations)
      LEFT JOIN entry e ON \(Joining.entry())
      WHERE c.ordinal BETWEEN $1 AND $2 ORDER BY c.ordinal, e.subject
      """, [.integer(places?.lowerBound ?? 1), .integer(places?.upperBound ?? Int.max)]
    ) { row in
      if current?.registration != row.integer(0) {
        if let current { try body(current) }
        current = CandidateRecord(
          registration: row.integer(0), documentNumber: row.text(1), name: row.text(2), site: row.text(3),
          method: row.text(4), audit: row.text(5), lockReason: row.optionalText(6), hasPhoto: row.flag(7),
          schoolClass: row.optionalText(8), department: row.optionalText(9),
          preferredDate: row.optionalText(10), subjects: [], paidEntries: 0)
      }
      guard let subject = row.optionalText(11) else { return }
      current?.subjects.append(subject)
      if !row.isNull(12) { current?.paidEntries += 1 }
    }
    if let current { try body(current) }
  }
}
