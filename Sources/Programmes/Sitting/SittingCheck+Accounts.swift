import ExamModel
import Tabular

extension SittingCheck {
  /// ORG-04: every settlement account belongs to an organisation there is, and a bank could use it.
  mutating func checkAccounts() {
    for account in document.readAccounts ?? [] {
      let organisation = account.value.organisation
      if !isKnown(organisation) || organisation.isEmpty {
        report(
          .unknownAccountOrganisation, at: "\(account.path).organisation", value: organisation,
          arguments: [organisation])
      }
      for fault in SettlementAccountCheck.faults(in: account.value.account) {
        let path = "\(account.path).\(fault.field.rawValue)"
        report(
          fault.template, at: path, value: fault.value,
          arguments: [document.title(ofKey: fault.field.rawValue, at: path)] + fault.arguments)
      }
    }
  }
}

extension FindingTemplate {
  static let unknownAccountOrganisation = FindingTemplate(
    "ORG-04.organisation",
    message: Wording(
      zh: "分账账户所属的机构“{0}”不在考次中。",
      en: "The organisation “{0}” of the settlement account is not in the sitting."),
    advice: Wording(
      zh: "请更正机构代码，或先补上这个机构。", en: "Mend the code, or add the organisation."))
}
