import ExamModel
import Tabular

extension SittingReader {
  /// The settlement accounts (chapter 45); of doubled ones the first. Nil where the file leaves them as they are.
  /// Their key paths count, for a path is shown and an account's number is not.
  mutating func accounts(of fields: Fields) -> [SittingDocument.Account]? {
    guard let node = node("accounts", of: fields), case .list = node.content else {
      _ = items("accounts", of: fields, known: [])
      return nil
    }
    let keys = ["organisation", "bank", "bankNumber", "name", "number", "kind", "remarks"]
    var accounts: [SittingDocument.Account] = []
    var known: Set<[String]> = []
    for item in items("accounts", of: fields, known: keys) {
      let organisation = value("organisation", of: item, form: .text, isRequired: true) {
        TextCleaning.trimmed($0)
      }
      let bank = text("bank", of: item, isRequired: true)
      let bankNumber = text("bankNumber", of: item, isRequired: true)
      let name = text("name", of: item, isRequired: true)
      let number = text("number", of: item, isRequired: true)
      let kind = text("kind", of: item, isRequired: true)
      let remarks = text("remarks", of: item)
      guard let organisation, let bank, let bankNumber, let name, let number, let kind else { continue }
      guard known.insert([organisation, number]).inserted else {
        report(
          .doubledAccount, at: item.path(of: "number"),
          line: item.pairs.first { $0.key == "number" }?.line ?? item.line, arguments: [organisation])
        continue
      }
      let account = SettlementAccount(
        bank: bank, bankNumber: bankNumber, name: name, number: number, kind: kind, remarks: remarks)
      accounts.append(
        .init(path: item.path, value: OrganisationAccount(organisation: organisation, account: account)))
    }
    return accounts
  }
}

extension FindingTemplate {
  static let doubledAccount = FindingTemplate(
    "ORG-04.doubled",
    message: Wording(
      zh: "机构 {0} 的这个账号前面已经有了。", en: "This account number of the organisation {0} stands further up already."),
    advice: Wording(
      zh: "每个账户只写一次；请删除其中一个或更正账号。", en: "Write each account once: remove one, or mend its number."))
}
