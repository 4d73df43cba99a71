public import Tabular

/// 考生管理 — CAN-03 to CAN-05 and what the other rules say where candidates are changed outside imports.
public enum CandidateRules: RuleFamily {
  static let templates = [
    lockedUpdate, postcode, oneEmail, collectivelyPaid, dependent, lockedRemoval, held, individual, allPaid,
    undecidable,
  ]

  /// An e-mail address that is none.
  public static var email: FindingTemplate { FormRules.email }
  /// A value that is too long: its length, the most.
  public static var length: FindingTemplate { FormRules.length }
  /// A class that the site does not have: its classes.
  public static var classUnknown: FindingTemplate { RegistrationRules.classUnknown }
  /// An e-mail address of another candidate.
  public static var takenEmail: FindingTemplate { RegistrationRules.takenEmail }

  /// A locked registration that would change; filled with a `Protection`'s arguments.
  public static let lockedUpdate = FindingTemplate(
    "REG-07/update",
    message: Wording(zh: "该考生的报名信息{0}，不能修改。", en: "The registration is {2} and cannot be changed."),
    advice: Wording(zh: "解除办法：{1}。", en: "What lifts it: {3}."))
  /// A postcode that is none.
  public static let postcode = FindingTemplate(
    "FMT.postcode", message: Wording(zh: "不是有效的邮政编码。", en: "Not a valid postcode."),
    advice: Wording(zh: "请填写 6 位数字。", en: "Write six digits."))
  /// One e-mail address for several candidates: how many.
  public static let oneEmail = FindingTemplate(
    "REG-13/many",
    message: Wording(
      zh: "查询到 {0} 名考生，同一电子邮件不能用于多名考生。",
      en: "The query finds {0} candidates; one e-mail address cannot serve several."),
    advice: Wording(
      zh: "请用 --where 证件号码=… 指定一名考生。", en: "Name one candidate with --where idNumber=…."))
  /// A subject that was paid collectively.
  public static let collectivelyPaid = FindingTemplate(
    "CAN-04/collective",
    message: Wording(
      zh: "科目 {0} 是集体缴费的，不能取消考试。", en: "Subject {0} was paid collectively and cannot be cancelled."),
    advice: Wording(
      zh: "请把该考生或科目排除在外。", en: "Leave this candidate or subject out."))
  /// A subject that something depends on: the subject, then a `Protection`'s arguments.
  public static let dependent = FindingTemplate(
    "CAN-04/dependent",
    message: Wording(zh: "科目 {0} {1}，不能移除。", en: "Subject {0} is {3} and cannot be removed."),
    advice: Wording(zh: "解除办法：{2}。", en: "What lifts it: {4}."))
  /// A locked registration that would lose an entry or go; filled with a `Protection`'s arguments.
  public static let lockedRemoval = FindingTemplate(
    "REG-07/delete",
    message: Wording(zh: "该考生的报名信息{0}，不能删除。", en: "The registration is {2} and cannot be deleted."),
    advice: Wording(zh: "解除办法：{1}。", en: "What lifts it: {3}."))
  /// A subject that an open payment batch holds: the subject, then a `Protection`'s arguments.
  public static let held = FindingTemplate(
    "REG-09/remove",
    message: Wording(zh: "科目 {0} {1}，不能移除。", en: "Subject {0} is {3} and cannot be removed."),
    advice: Wording(zh: "解除办法：{2}。", en: "What lifts it: {4}."))
  /// Somebody who registered individually and is to be deleted.
  public static let individual = FindingTemplate(
    "CAN-05/individual",
    message: Wording(
      zh: "该考生是个人网报，只能删除集体报名的考生。",
      en: "The candidate registered individually; only collective candidates can be deleted."),
    advice: Wording(
      zh: "请由考生本人修改，已支付的可以取消考试。", en: "The candidate can change it; what is paid can be cancelled."))
  /// Somebody whose entries are all paid and who is to be deleted.
  public static let allPaid = FindingTemplate(
    "CAN-05/paid",
    message: Wording(zh: "该考生没有可以删除的未支付报考。", en: "The candidate has no unpaid entry to delete."),
    advice: Wording(
      zh: "已支付的报考用取消考试（kaowu candidates cancel）。",
      en: "Paid entries are cancelled (kaowu candidates cancel)."))
  /// A registration to which the decision cannot be given: its state in both languages.
  public static let undecidable = FindingTemplate(
    "AUD-01/state",
    message: Wording(
      zh: "该考生的审核状态是“{0}”，不能作此决定。", en: "The audit of this candidate is “{1}”; it cannot be decided so."),
    advice: Wording(
      zh: "只有待审核的可以通过，待审核和已通过的可以不通过。",
      en: "Only a pending one can pass; a pending or passed one can be rejected."))
}
