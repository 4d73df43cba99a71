/// 机构的分账账户 — a settlement account with the organisation it belongs to (chapter 45).
public struct OrganisationAccount: Sendable, Equatable {
  /// The organisation's code.
  public var organisation: String
  /// The account.
  public var account: SettlementAccount

  /// An organisation's account.
  public init(organisation: String, account: SettlementAccount) {
    self.organisation = organisation
    self.account = account
  }
}
