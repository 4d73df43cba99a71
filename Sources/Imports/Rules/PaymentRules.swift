internal import Tabular

/// 支付确认 — the payment feed (CAN-07).
enum PaymentRules: RuleFamily {
  static let templates = [unknown, paid, amount]

  static let unknown = FindingTemplate(
    "CAN-07/unknown",
    message: Wording(
      zh: "本考点本考次没有这名考生的这个报考科目。", en: "No candidate of the site is registered for this subject."),
    advice: Wording(zh: "请核对证件号码和科目代码。", en: "Check the ID number and the subject."))
  static let paid = FindingTemplate(
    "CAN-07/paid", message: Wording(zh: "该科目已由另一订单支付。", en: "Another order has paid for this subject."),
    advice: Wording(zh: "请核对订单，必要时退款。", en: "Check the orders; one may have to be refunded."))
  static let amount = FindingTemplate(
    "CAN-07/amount", message: Wording(zh: "金额必须大于 0。", en: "The amount must be above 0."),
    advice: Wording(zh: "请核对金额。", en: "Check the amount."))
}
