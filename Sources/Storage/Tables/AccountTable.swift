/// 待发通行证账号 — somebody who registered collectively and gets an account (REG-13).
public struct AccountOwner: Sendable {
  public var email: String
  public var name: String
  public var documentNumber: String
}

/// 通行证账号表 — the statements on `account`: for whom a one-time password was handed out. It never holds a password.
public enum AccountTable {
  /// The chosen accounts `c` with the registrations `r` of their owners, as the tables of a query.
  private static let chosen = """
    chosen_account c JOIN registration r
      ON \(Joining.inSitting("(SELECT x.sitting FROM chosen_account x LIMIT 1)", "r")) AND r.id = c.registration
    """

  /// Chooses the collective candidates of a site with an e-mail address.
  /// - Parameter includesKnown: whether those who have an account already come too.
  public static func choose(
    sitting: Int, site: String, includesKnown: Bool, _ session: any Session
  ) throws {
    try session.execute("DROP TABLE IF EXISTS chosen_account")
    try session.execute(
      """
      CREATE TEMP TABLE chosen_account (email TEXT PRIMARY KEY, registration BIGINT NOT NULL, sitting BIGINT NOT NULL)
      """)
    let new = "AND NOT EXISTS (SELECT 1 FROM account a WHERE a.email = lower(r.email))"
    try session.execute(
      """
      INSERT INTO chosen_account (email, registration, sitting)
      SELECT lower(r.email), min(r.id), $1 FROM registration r
      WHERE r.sitting = $1 AND r.site = $2 AND r.method = 'collective' AND r.email IS NOT NULL
        \(includesKnown ? "" : new)
      GROUP BY lower(r.email)
      """, [.integer(sitting), .text(site)])
  }

  /// Hands on those who were chosen, in the order of their addresses.
  public static func forEach(_ session: any Session, _ body: (AccountOwner) throws -> Void) throws {
    try session.forEach(
      """
      SELECT r.email, r.name, r.document_number FROM \(chosen)
      ORDER BY c.email
      """, []
    ) { try body(AccountOwner(email: $0.text(0), name: $0.text(1), documentNumber: $0.text(2))) }
  }

  /// Notes that those who were chosen got a password.
  public static func record(
    sitting: Int, site: String, by member: String, at now: Int, _ trail: TrailWriter, _ session: any Session
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, c.email, a.email, CAST(a.exported_at AS TEXT)
      FROM \(chosen) LEFT JOIN account a ON a.email = c.email
      ORDER BY c.email
      """, []
    ) { row in
      var fields = [
        RecordChange.Field("email", old: row.optionalText(2), new: row.text(1)),
        RecordChange.Field("exported_at", old: row.optionalText(3), new: String(now)),
      ]
      fields.removeAll { $0.old == $0.new }
      try trail.add(
        RecordChange(
          row.isNull(2) ? .created : .changed, .login, key: row.text(0), site: site, rule: "REG-13",
          fields: fields))
    }
    try session.execute(
      """
      INSERT INTO account (email, sitting, site, document_number, exported_at, exported_by)
      SELECT c.email, $1, $2, r.document_number, $3, $4
      FROM \(chosen) WHERE true
      ON CONFLICT (email) DO UPDATE SET sitting = excluded.sitting, site = excluded.site,
        document_number = excluded.document_number, exported_at = excluded.exported_at,
        exported_by = excluded.exported_by
      """, [.integer(sitting), .text(site), .integer(now), .text(member)])
  }
}
