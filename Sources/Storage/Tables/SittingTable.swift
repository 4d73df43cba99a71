/// 考次记录 — a sitting as the store keeps it.
public struct SittingRecord: Sendable {
  /// Its key.
  public var id: Int
  /// Its code: `ncre-58`.
  public var code: String
  /// Its programme.
  public var programme: String
  /// Its number.
  public var number: Int
  /// Its name.
  public var name: String
  /// Whether it is closed.
  public var isClosed: Bool
  /// Everything that was set for it, as canonical text.
  public var definition: String
  /// When it was last loaded, in seconds since 1970.
  public var loadedAt: Int

  /// A record.
  public init(
    id: Int = 0, code: String, programme: String, number: Int, name: String, isClosed: Bool = false,
    definition: String, loadedAt: Int
  ) {
    self.id = id
    self.code = code
    self.programme = programme
    self.number = number
    self.name = name
    self.isClosed = isClosed
    self.definition = definition
    self.loadedAt = loadedAt
  }
}

/// 用户记录 — somebody who may act, and for which organisation.
public struct MemberRecord: Sendable {
  /// The user's name.
  public var name: String
  /// The organisation's code; empty for the centre.
  public var organisation: String
  /// administrator or viewer.
  public var role: String

  /// A record.
  public init(name: String, organisation: String, role: String) {
    self.name = name
    self.organisation = organisation
    self.role = role
  }
}

/// 机构记录 — an organisation of a sitting.
public struct OrganisationRecord: Sendable {
  public var code: String
  public var name: String
  public var address: String?
  public var isEnabled: Bool
  public var isAudited: Bool

  /// A record.
  public init(code: String, name: String, address: String?, isEnabled: Bool, isAudited: Bool) {
    self.code = code
    self.name = name
    self.address = address
    self.isEnabled = isEnabled
    self.isAudited = isAudited
  }
}

/// 考次表 — the statements on `sitting`, `organisation` and `member`.
public enum SittingTable {
  private static let columns = "id, code, programme, number, name, closed, definition, loaded_at"

  /// A sitting by its code.
  public static func read(_ code: String, _ session: any Session) throws -> SittingRecord? {
    try session.first("SELECT \(columns) FROM sitting WHERE code = $1", [.text(code)], record)
  }

  /// All sittings in the order of their codes.
  public static func all(_ session: any Session) throws -> [SittingRecord] {
    try session.all("SELECT \(columns) FROM sitting ORDER BY code", [], record)
  }

  /// Stores a sitting; one that is there is replaced. A new one gets its room in the tables that grow.
  /// - Returns: its key.
  public static func store(_ sitting: SittingRecord, _ session: any Session) throws -> Int {
    let id = try session.first(
      """
      INSERT INTO sitting (code, programme, number, name, definition, loaded_at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, definition = excluded.definition,
        loaded_at = excluded.loaded_at
      RETURNING id
      """,
      [
        .text(sitting.code), .text(sitting.programme), .integer(sitting.number), .text(sitting.name),
        .text(sitting.definition), .integer(sitting.loadedAt),
      ]
    ) { $0.integer(0) }
    guard let id else { return 0 }
    try session.addPartitions(ofSitting: id)
    return id
  }

  /// Changes what was set for a sitting.
  public static func update(_ id: Int, definition: String, _ session: any Session) throws {
    try session.execute(
      "UPDATE sitting SET definition = $2 WHERE id = $1", [.integer(id), .text(definition)])
  }

  /// Keeps others from changing a sitting until this transaction is over, so that what is read of it now still holds
  /// when it is written.
  public static func hold(_ code: String, _ session: any Session) throws {
    try session.execute("UPDATE sitting SET closed = closed WHERE code = $1", [.text(code)])
  }

  /// Closes a sitting for good (ORG-06).
  public static func close(_ id: Int, _ session: any Session) throws {
    try session.execute("UPDATE sitting SET closed = 1 WHERE id = $1", [.integer(id)])
  }

  /// Replaces the organisations and users of a sitting.
  public static func replace(
    organisations: [OrganisationRecord], members: [MemberRecord], of id: Int, _ session: any Session
  ) throws {
    try session.execute("DELETE FROM organisation WHERE sitting = $1", [.integer(id)])
    for organisation in organisations {
      try session.execute(
        "INSERT INTO organisation (sitting, code, name, address, enabled, audited) VALUES ($1, $2, $3, $4, $5, $6)",
        [
          .integer(id), .text(organisation.code), .text(organisation.name), .optional(organisation.address),
          .flag(organisation.isEnabled), .flag(organisation.isAudited),
        ])
    }
    try session.execute("DELETE FROM member WHERE sitting = $1", [.integer(id)])
    for member in members { try add(member, to: id, session) }
  }

  /// Adds a user to a sitting, or with 0 to the store itself.
  public static func add(_ member: MemberRecord, to sitting: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO member (sitting, name, organisation, role) VALUES ($1, $2, $3, $4)
      ON CONFLICT (sitting, name) DO UPDATE SET organisation = excluded.organisation, role = excluded.role
      """, [.integer(sitting), .text(member.name), .text(member.organisation), .text(member.role)])
  }

  /// A user of a sitting, or of the store itself where the sitting has none of that name.
  public static func user(
    _ name: String, inSitting code: String, _ session: any Session
  ) throws -> MemberRecord? {
    try session.first(
      """
      SELECT m.name, m.organisation, m.role FROM member m LEFT JOIN sitting s ON s.id = m.sitting
      WHERE m.name = $1 AND (m.sitting = 0 OR s.code = $2) ORDER BY m.sitting DESC
      """, [.text(name), .text(code)]
    ) { MemberRecord(name: $0.text(0), organisation: $0.text(1), role: $0.text(2)) }
  }

  /// The codes of the sittings in which a user has a part; all of them for a user of the store itself.
  public static func codes(of name: String, _ session: any Session) throws -> [String] {
    try session.all(
      """
      SELECT s.code FROM sitting s WHERE EXISTS (
        SELECT 1 FROM member m WHERE m.name = $1 AND (m.sitting = 0 OR m.sitting = s.id)) ORDER BY s.code
      """, [.text(name)]
    ) { $0.text(0) }
  }

  private static func record(_ row: any ResultRow) -> SittingRecord {
    SittingRecord(
      id: row.integer(0), code: row.text(1), programme: row.text(2), number: row.integer(3),
      name: row.text(4),
      isClosed: row.flag(5), definition: row.text(6), loadedAt: row.integer(7))
  }
}
