internal import Tabular

/// 支付确认 — the payment feed (CAN-07).
enum PaymentRules: RuleFamily {
  static let templates = [unknown, paid, amount, unaudited, withoutPhoto]

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
  static let unaudited = FindingTemplate(
    "PAY-03/audit",
    message: Wording(
      zh: "考点要求审核，该考生的报名信息尚未审核通过，不能支付。",
      en: "The site requires an audit, and this registration has not passed it: it cannot be paid."),
    advice: Wording(
      zh: "请先审核（kaowu candidates audit --pass），再导入支付。",
      en: "Audit it first (kaowu candidates audit --pass), then import the payment."))
  static let withoutPhoto = FindingTemplate(
    "PAY-03/photo",
    message: Wording(
      zh: "考试项目要求先有照片，该考生没有照片，不能支付。",
      en: "The programme asks for a photo first, and this candidate has none: it cannot be paid."),
    advice: Wording(
      zh: "请先导入照片（kaowu import photos）。", en: "Import the photo first (kaowu import photos)."))
}
