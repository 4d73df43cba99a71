/// 分账账户 — the bank account to which an organisation's share of the fees is paid (chapter 45).
public struct SettlementAccount: Sendable, Equatable {
  /// 开户行.
  public var bank: String
  /// 银行行号: 12 digits.
  public var bankNumber: String
  /// 账户名称.
  public var name: String
  /// 账号: digits. It names the account among those of its organisation.
  public var number: String
  /// 账号类型, in the organisation's own words: 考点收费账户.
  public var kind: String
  /// 备注.
  public var remarks: String?

  /// An account.
  public init(
    bank: String, bankNumber: String, name: String, number: String, kind: String, remarks: String? = nil
  ) {
    self.bank = bank
    self.bankNumber = bankNumber
    self.name = name
    self.number = number
    self.kind = kind
    self.remarks = remarks
  }

  /// Whether a bank's number has the form of one.
  public static func isBankNumber(_ text: String) -> Bool { isDigits(text, count: 12...12) }

  /// Whether an account's number has the form of one: 6 to 32 digits.
  public static func isAccountNumber(_ text: String) -> Bool { isDigits(text, count: 6...32) }

  private static func isDigits(_ text: String, count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count)
      && text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
  }
}
