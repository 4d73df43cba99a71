internal import Tabular

/// 违纪缺考 — VIO-01 and VIO-02: what a file of violations, or a record by hand, may and may not say.
enum ViolationRules: RuleFamily {
  static let templates = [
    unknownTicket, nameDiffers, documentDiffers, subjectDiffers, none, submitted, nilReturn,
  ]

  static let unknownTicket = FindingTemplate(
    "VIO-01/ticket",
    message: Wording(zh: "本考点本考次没有这个准考证号。", en: "The site has no such ticket number in this sitting."),
    advice: Wording(zh: "请核对准考证号。", en: "Check the ticket number."))
  static let nameDiffers = FindingTemplate(
    "VIO-01/name", message: Wording(zh: "姓名与报名信息“{0}”不一致。", en: "The registered name is “{0}”."),
    advice: Wording(zh: "请核对是哪一名考生。", en: "Check which candidate is meant."))
  static let documentDiffers = FindingTemplate(
    "VIO-01/document",
    message: Wording(zh: "证件号码与报名信息（{0}）不一致。", en: "The registered ID number is another ({0})."),
    advice: Wording(zh: "请核对是哪一名考生。", en: "Check which candidate is meant."))
  static let subjectDiffers = FindingTemplate(
    "VIO-01/subject",
    message: Wording(
      zh: "考试科目与准考证号不符：这个准考证号报考的科目是 {0}。", en: "This ticket number is for subject {0}."),
    advice: Wording(zh: "请核对准考证号和考试科目。", en: "Check the ticket number and the subject."))
  static let none = FindingTemplate(
    "VIO-02/none",
    message: Wording(zh: "这个准考证号没有登记违纪缺考。", en: "No violation or absence of this ticket is on record."),
    advice: Wording(
      zh: "可用 kaowu violations list 查看已登记的。", en: "See what is on record with kaowu violations list."))
  static let submitted = FindingTemplate(
    "VIO-04/submitted",
    message: Wording(
      zh: "考点 {0} 的违纪缺考已由 {1} 提交，不能再改。",
      en: "The violations of site {0} were submitted by {1} and stay as they are."),
    advice: Wording(zh: "请从文件中删去该考点的行。", en: "Take the site's rows out of the file."))
  static let nilReturn = FindingTemplate(
    "VIO-04/nil",
    message: Wording(
      zh: "考点 {0} 已报送“无违纪缺考”。", en: "Site {0} has reported that there were no violations."),
    advice: Wording(
      zh: "确有违纪缺考的，请考点先撤回（kaowu violations none --withdraw）。",
      en: "If there were any, have the site take it back first (kaowu violations none --withdraw)."))
}
