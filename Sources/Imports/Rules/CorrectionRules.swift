internal import Tabular

/// 考后更正 — CCP-02: corrections of registration data after the exam.
enum CorrectionRules: RuleFamily {
  static let templates = [unknown, taken, shared, emailTaken, nothing]

  static let unknown = FindingTemplate(
    "CCP-02/unknown",
    message: Wording(zh: "本考点本考次没有这名考生。", en: "No candidate of the site has this ID number."),
    advice: Wording(zh: "请填写报名时的证件号码。", en: "Write the ID number that the candidate registered with."))
  static let taken = FindingTemplate(
    "CCP-02/taken",
    message: Wording(
      zh: "新证件号码已由本考次的另一名考生使用。", en: "Another candidate of this sitting has the new ID number."),
    advice: Wording(zh: "请核对两名考生的证件。", en: "Look at the documents of both candidates."))
  static let shared = FindingTemplate(
    "CCP-02/shared",
    message: Wording(
      zh: "同一新证件号码给了不同的考生：另见第 {0} 行。", en: "Two candidates would get one ID number: see row {0}."),
    advice: Wording(zh: "请核对两名考生的证件。", en: "Look at the documents of both candidates."))
  static let emailTaken = FindingTemplate(
    "CCP-02/email",
    message: Wording(
      zh: "该电子邮件已由本考次的另一名考生使用。", en: "Another candidate of this sitting uses this e-mail address."),
    advice: Wording(zh: "每名考生请用自己的邮箱。", en: "Each candidate needs an address of their own."))
  static let nothing = FindingTemplate(
    "CCP-02/nothing", .warning,
    message: Wording(zh: "这一行没有填写任何要更正的内容。", en: "The row corrects nothing."),
    advice: Wording(zh: "请填写要更正的列，或删除此行。", en: "Fill in what is to be corrected, or remove the row."))
}
