/// 分账账户记录 — a settlement account of an organisation as the store keeps it.
public struct SettlementAccountRecord: Sendable, Equatable {
  /// The organisation it belongs to.
  public var site: String
  /// The account's number, which names it among those of its organisation.
  public var number: String
  /// The bank.
  public var bank: String
  /// The bank's number, 12 digits.
  public var bankNumber: String
  /// Whose account it is.
  public var name: String
  /// What it is for.
  public var kind: String
  /// Anything else.
  public var remarks: String?

  /// A record.
  public init(
    site: String, number: String, bank: String, bankNumber: String, name: String, kind: String,
    remarks: String?
  ) {
    self.site = site
    self.number = number
    self.bank = bank
    self.bankNumber = bankNumber
    self.name = name
    self.kind = kind
    self.remarks = remarks
  }
}

/// 分账账户表 — the statements on `settlement_account`.
public enum SettlementAccountTable {
  private static let columns = "site, account_number, bank, bank_number, name, kind, remarks"

  /// The accounts of an organisation and those below it, by site and number.
  public static func all(
    sitting: Int, site: String, _ session: any Session
  ) throws -> [SettlementAccountRecord] {
    try session.all(
      """
      SELECT \(columns) FROM settlement_account
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY site, account_number
      """, [.integer(sitting), .text(site)]
    ) { row in
      SettlementAccountRecord(
        site: row.text(0), number: row.text(1), bank: row.text(2), bankNumber: row.text(3),
        name: row.text(4), kind: row.text(5), remarks: row.optionalText(6))
    }
  }

  /// How many accounts each organisation has.
  public static func counts(sitting: Int, _ session: any Session) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try session.forEach(
      "SELECT site, count(*) FROM settlement_account WHERE sitting = $1 GROUP BY site", [.integer(sitting)]
    ) { counts[$0.text(0)] = $0.integer(1) }
    return counts
  }

  /// Adds an account; its number is not there yet.
  public static func add(
    _ account: SettlementAccountRecord, to sitting: Int, _ session: any Session
  ) throws {
    try session.execute(
      "INSERT INTO settlement_account (sitting, \(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [.integer(sitting)] + values(account))
  }

  /// Gives the account of a number other values, its number among them.
  public static func change(
    _ number: String, to account: SettlementAccountRecord, of sitting: Int, _ session: any Session
  ) throws {
    try session.execute(
      """
      UPDATE settlement_account SET account_number = $3, bank = $4, bank_number = $5, name = $6, kind = $7,
        remarks = $8
      WHERE sitting = $1 AND site = $2 AND account_number = $9
      """, [.integer(sitting)] + values(account) + [.text(number)])
  }

  /// Removes the account of a number.
  public static func remove(
    _ number: String, of site: String, sitting: Int, _ session: any Session
  ) throws {
    try session.execute(
      "DELETE FROM settlement_account WHERE sitting = $1 AND site = $2 AND account_number = $3",
      [.integer(sitting), .text(site), .text(number)])
  }

  /// Copies the accounts of an organisation and those below it from another sitting: of organisations that this one has,
  /// those whose numbers are not there yet.
  /// - Returns: how many were copied.
  @discardableResult
  public static func copy(
    from earlier: Int, to sitting: Int, site: String, _ session: any Session
  ) throws -> Int {
    try session.execute(
      """
      INSERT INTO settlement_account (sitting, \(columns))
      SELECT CAST($2 AS BIGINT), \(columns) FROM settlement_account a
      WHERE a.sitting = $1 AND substr(a.site, 1, length($3)) = $3
        AND EXISTS (SELECT 1 FROM organisation o WHERE o.sitting = $2 AND o.code = a.site)
        AND NOT EXISTS (
          SELECT 1 FROM settlement_account b
          WHERE b.sitting = $2 AND b.site = a.site AND b.account_number = a.account_number)
      """, [.integer(earlier), .integer(sitting), .text(site)])
  }

  private static func values(_ account: SettlementAccountRecord) -> [SQLValue] {
    [
      .text(account.site), .text(account.number), .text(account.bank), .text(account.bankNumber),
      .text(account.name), .text(account.kind), .optional(account.remarks),
    ]
  }
}
