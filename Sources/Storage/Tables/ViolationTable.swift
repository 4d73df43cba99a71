/// 违纪缺考记录 — an entry by its ticket number, with the violation or absence that is on record of it.
public struct ViolationRecord: Sendable, Equatable {
  /// The entry's key, and that of its registration.
  public var entry, registration: Int
  public var ticket: String
  public var documentNumber: String
  public var name: String
  public var site: String
  public var subject: String
  /// The kind's code; nil where nothing is on record.
  public var kind: String?
  /// What happened.
  public var note: String?
}

/// 违纪缺考表 — the statements on `violation` for one record at a time, and for lists.
public enum ViolationTable {
  private static func select(_ join: String) -> String {
    """
    SELECT e.id, e.registration, e.ticket, r.document_number, r.name, e.place, e.subject, v.kind, v.note
    FROM entry e JOIN registration r ON \(Joining.entry()) \(join) violation v ON \(Joining.record("v"))
    WHERE e.sitting = $1 AND substr(e.place, 1, length($2)) = $2
    """
  }

  /// What is on record in an organisation and those below it, in the order of sites and ticket numbers.
  public static func all(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [ViolationRecord] {
    try session.all(
      "\(select("JOIN")) ORDER BY e.place, e.ticket", [.integer(sitting), .text(organisation)], record)
  }

  /// The entry of a ticket number, whether or not anything is on record of it; nil where there is none.
  public static func find(
    ticket: String, sitting: Int, organisation: String, _ session: any Session
  ) throws -> ViolationRecord? {
    try session.first(
      "\(select("LEFT JOIN")) AND e.ticket = $3", [.integer(sitting), .text(organisation), .text(ticket)],
      record)
  }

  /// Puts the record of an entry into the store, in place of the one that is there.
  public static func put(_ record: ViolationRecord, sitting: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, note)
      SELECT e.id, e.sitting, e.site, $3, $4 FROM entry e WHERE e.sitting = $2 AND e.id = $1
      ON CONFLICT (\(session.layout.key("entry"))) DO UPDATE SET kind = excluded.kind, note = excluded.note
      """,
      [
        .integer(record.entry), .integer(sitting), .optional(record.kind), .optional(record.note),
      ])
  }

  /// Takes the record of an entry away.
  public static func delete(_ record: ViolationRecord, sitting: Int, _ session: any Session) throws {
    try session.execute(
      "DELETE FROM violation WHERE sitting = $1 AND entry = $2", [.integer(sitting), .integer(record.entry)])
  }

  private static func record(_ row: any ResultRow) -> ViolationRecord {
    ViolationRecord(
      entry: row.integer(0), registration: row.integer(1), ticket: row.text(2),
      documentNumber: row.text(3), name: row.text(4), site: row.text(5), subject: row.text(6),
      kind: row.optionalText(7), note: row.optionalText(8))
  }
}
