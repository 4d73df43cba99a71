public import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 账户修改 — the fields of a settlement account that get other values; nil leaves one as it is, blank remarks are none.
public struct AccountChanges: Sendable {
  public var bank: String?
  public var bankNumber: String?
  public var name: String?
  public var number: String?
  public var kind: String?
  public var remarks: String?

  /// No changes.
  public init() {}
}

extension Office {
  /// 分账账户清单 — the accounts of an organisation and those below it; outside the scope there are none (ch. 45).
  public func accounts(sitting code: String, site: String) async throws -> [OrganisationAccount] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return try await database.read { session in
      try SettlementAccountTable.all(sitting: sitting.id, site: site, session)
    }.map { OrganisationAccount(organisation: $0.site, account: SettlementAccount($0)) }
  }

  /// 新增分账账户 — adds an account to an organisation; no window gates it.
  /// - Throws: `Refusal` outside the scope, of a closed sitting, for a viewer.
  public func addAccount(
    _ account: SettlementAccount, to site: String, in code: String
  ) async throws -> Edit<SettlementAccount> {
    let account = account.trimmed
    return try await changeAccounts(of: site, in: code) { sitting, session, trail in
      var findings = SettlementAccountCheck.findings(in: account)
      let stored = try Self.accounts(of: site, sitting, session)
      if stored.contains(where: { $0.number == account.number }) {
        findings.append(SettlementAccountCheck.existing(site))
      }
      guard findings.isEmpty else { return Edit(record: account, findings: findings) }
      let record = SettlementAccountRecord(account, of: site)
      try SettlementAccountTable.add(record, to: sitting.id, session)
      try trail.add(Self.change(nil, record))
      return Edit(record: account, findings: [])
    }
  }

  /// 修改分账账户 — changes fields of an account.
  /// - Parameter number: the account's number, or an ending of at least four digits that no other account has.
  /// - Throws: `Refusal` where there is no such account, or several; and as `addAccount`.
  public func changeAccount(
    _ number: String, of site: String, in code: String, _ changes: AccountChanges
  ) async throws -> Edit<SettlementAccount> {
    try await changeAccounts(of: site, in: code) { sitting, session, trail in
      let stored = try Self.accounts(of: site, sitting, session)
      let old = try Self.one(number, of: site, among: stored)
      let account = SettlementAccount(old).with(changes).trimmed
      var findings = SettlementAccountCheck.findings(in: account)
      if account.number != old.number, stored.contains(where: { $0.number == account.number }) {
        findings.append(SettlementAccountCheck.existing(site))
      }
      let record = SettlementAccountRecord(account, of: site)
      guard findings.isEmpty, record != old else { return Edit(record: account, findings: findings) }
      try SettlementAccountTable.change(old.number, to: record, of: sitting.id, session)
      try trail.add(Self.change(old, record))
      return Edit(record: account, findings: [])
    }
  }

  /// 删除分账账户 — removes an account.
  /// - Parameter number: as for `changeAccount`.
  /// - Throws: as `changeAccount`.
  public func deleteAccount(
    _ number: String, of site: String, in code: String, reason: String? = nil
  ) async throws -> SettlementAccount {
    try await changeAccounts(of: site, in: code) { sitting, session, trail in
      let old = try Self.one(
        number, of: site, among: try Self.accounts(of: site, sitting, session))
      try SettlementAccountTable.remove(old.number, of: site, sitting: sitting.id, session)
      try trail.add(Self.change(old, nil, reason: reason))
      return SettlementAccount(old)
    }
  }

  /// The gates of every change of accounts, its transaction and its trail.
  func changeAccounts<Result: Sendable>(
    of site: String, in code: String,
    _ body: @escaping @Sendable (OpenSitting, any Session, TrailWriter) throws -> Result
  ) async throws -> Result {
    let now = now.secondsSince1970
    return try await database.write { session in
      try SittingTable.hold(code, session)
      let sitting = try open(code, session)
      try sitting.requireManagement(of: site)
      let trail = TrailWriter(session, by: userName, at: now, sitting: sitting.id)
      let result = try body(sitting, session, trail)
      try trail.finish()
      return result
    }
  }

  private static func accounts(
    of site: String, _ sitting: OpenSitting, _ session: any Session
  ) throws -> [SettlementAccountRecord] {
    _ = try sitting.requireOrganisation(site)
    return try SettlementAccountTable.all(sitting: sitting.id, site: site, session).filter { $0.site == site }
  }

  /// The account of a number or of its ending.
  private static func one(
    _ number: String, of site: String, among accounts: [SettlementAccountRecord]
  ) throws(Refusal) -> SettlementAccountRecord {
    let number = TextCleaning.trimmed(number)
    if let exact = accounts.first(where: { $0.number == number }) { return exact }
    let found = number.utf8.count < 4 ? [] : accounts.filter { $0.number.hasSuffix(number) }
    guard let one = found.first, found.count == 1 else {
      throw Refusal(
        .precondition, rule: "ORG-04",
        found.isEmpty
          ? Wording(
            zh: "机构 \(site) 没有这个账号的分账账户。请写完整的账号，或至少末 4 位；可用 kaowu accounts list 查看。",
            en: """
              The organisation \(site) has no account of this number. Write it whole, or at least its last 4 digits; \
              see kaowu accounts list.
              """)
          : Wording(
            zh: "机构 \(site) 有 \(found.count) 个账户的账号以此结尾。请写得更长一些。",
            en:
              "The organisation \(site) has \(found.count) accounts with this ending. Write more of the number."
          ))
    }
    return one
  }

  /// What becomes of an account, for the trail.
  static func change(
    _ old: SettlementAccountRecord?, _ new: SettlementAccountRecord?, reason: String? = nil
  ) -> RecordChange {
    let fields = [
      ("account_number", old?.number, new?.number), ("bank", old?.bank, new?.bank),
      ("bank_number", old?.bankNumber, new?.bankNumber), ("name", old?.name, new?.name),
      ("kind", old?.kind, new?.kind), ("remarks", old?.remarks, new?.remarks),
    ]
    return RecordChange(
      old == nil ? .created : new == nil ? .removed : .changed, .account,
      key: old?.number ?? new?.number ?? "", site: old?.site ?? new?.site ?? "", rule: "ORG-04",
      reason: reason,
      fields: fields.filter { $0.1 != $0.2 }.map { RecordChange.Field($0.0, old: $0.1, new: $0.2) })
  }
}
