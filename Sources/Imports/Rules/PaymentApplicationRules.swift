internal import Tabular

/// 缴费申请 — PAY-04: what a workbook of a payment application may and may not say.
enum PaymentApplicationRules: RuleFamily {
  static let templates = [basis, mixed, entry, level, paid, held]

  static let basis = FindingTemplate(
    "PAY-04.basis",
    message: Wording(
      zh: "没有写明按证书还是按科目缴费。", en: "It does not say whether to pay by certificate or by subject."),
    advice: Wording(zh: "请填写证书，或填写科目编号。", en: "Write the certificate, or the subject."))
  static let mixed = FindingTemplate(
    "PAY-04.mixed",
    message: Wording(
      zh: "同一申请单不能既按证书又按科目：第 {0} 行与此行不同。",
      en: "One application is by certificate or by subject: row {0} is the other way."),
    advice: Wording(zh: "请分成两个文件。", en: "Make two files of it."))
  static let entry = FindingTemplate(
    "PAY-04.entry",
    message: Wording(
      zh: "该考生在该计划中没有这样的报考，不能缴费。", en: "The student has no such entry in the plan to pay for."),
    advice: Wording(zh: "请核对证书或科目编号，或先报考。", en: "Check certificate or subject, or enter the student first."))
  static let level = FindingTemplate(
    "PAY-04.level",
    message: Wording(
      zh: "该考生报考了这个证书的 {0} 个等级，须写明等级。", en: "The student takes the certificate at {0} levels; say which."),
    advice: Wording(zh: "请填写证书等级；每个等级一行。", en: "Write the level, one row for each."))
  static let paid = FindingTemplate(
    "PAY-04.paid",
    message: Wording(zh: "科目 {0} {1}，不能再申请缴费。", en: "Subject {0} is {3} and cannot be paid again."),
    advice: Wording(zh: "请删除此行。", en: "Remove the row."))
  static let held = FindingTemplate(
    "PAY-04.held",
    message: Wording(
      zh: "科目 {0} {1}，不能再列入另一个申请单。", en: "Subject {0} is {3} and cannot be in another application."),
    advice: Wording(zh: "解除办法：{2}。或删除此行。", en: "What lifts it: {4}. Or remove the row."))
}
