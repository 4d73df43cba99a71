internal import Tabular

/// 集体报名 — REG-03 to REG-13: what a registration workbook may and may not do.
enum RegistrationRules: RuleFamily {
  static let templates = [
    doubled, registered, individual, otherSite, locked, frozen,
    tooManySubjects, notOffered, subjectTwice, capacity, classRequired, classUnknown, age, roster,
    sharedEmail,
    takenEmail, preferredDate,
  ]

  static let doubled = FindingTemplate(
    "REG-03",
    message: Wording(
      zh: "同一证件号码在本文件中重复：另见第 {0} 行。", en: "The same ID number stands again in this file, in row {0}."),
    advice: Wording(zh: "请只保留一行。", en: "Keep one of the rows."))
  static let registered = FindingTemplate(
    "REG-04",
    message: Wording(zh: "该证件号码在本考次已报名。", en: "This ID number is registered in this sitting already."),
    advice: Wording(
      zh: "若要更新，请勾选“覆盖”（--override）；否则请删除此行。",
      en: "To update it, import with --override; else remove the row."))
  static let individual = FindingTemplate(
    "REG-05",
    message: Wording(
      zh: "该考生是个人网报，集体报名不能覆盖，也不能增报科目。",
      en: "The candidate registered individually; this cannot be overridden or added to."),
    advice: Wording(zh: "请删除此行，由考生本人修改。", en: "Remove the row; the candidate can change it."))
  static let otherSite = FindingTemplate(
    "REG-06",
    message: Wording(
      zh: "该证件号码已在其他考点报名，不能跨考点报名。",
      en: "This ID number is registered at another site; no one registers at two."),
    advice: Wording(
      zh: "请删除此行，或请考生先在原考点取消。", en: "Remove the row, or have the other registration cancelled first."))
  static let locked = FindingTemplate(
    "REG-07",
    message: Wording(zh: "该考生的报名信息{0}，不能覆盖。", en: "The registration is {2} and cannot be overridden."),
    advice: Wording(zh: "解除办法：{1}。之后再导入。", en: "What lifts it: {3}. Then import again."))
  static let frozen = FindingTemplate(
    "REG-09",
    message: Wording(
      zh: "科目 {0} {1}，不能修改或删除。", en: "Subject {0} is {3} and cannot be changed or removed."),
    advice: Wording(zh: "解除办法：{2}。", en: "What lifts it: {4}."))
  static let tooManySubjects = FindingTemplate(
    "REG-10/count",
    message: Wording(zh: "报考科目共 {0} 个（含已缴费的），最多 {1} 个。", en: "{0} subjects with those paid, at most {1}."),
    advice: Wording(zh: "请减少报考科目。", en: "Register for fewer subjects."))
  static let notOffered = FindingTemplate(
    "REG-10/offered",
    message: Wording(zh: "本考点本考次不开考科目 {0}。", en: "The site does not offer subject {0} in this sitting."),
    advice: Wording(zh: "本考点开考：{1}。", en: "The site offers {1}."))
  static let subjectTwice = FindingTemplate(
    "REG-10/twice", message: Wording(zh: "同一科目 {0} 填了两次。", en: "Subject {0} is named twice."),
    advice: Wording(zh: "请删除重复的科目。", en: "Remove one of them."))
  static let capacity = FindingTemplate(
    "REG-11", message: Wording(zh: "{0}容量不足：{1}。", en: "Not enough places for {2}: {3}."),
    advice: Wording(zh: "请减少报名人数，或申请调整考点容量。", en: "Register fewer candidates, or have the capacity raised."))
  static let classRequired = FindingTemplate(
    "REG-12/class-required", message: Wording(zh: "本考点要求填写班级。", en: "The site asks for a class."),
    advice: Wording(zh: "请填写班级。", en: "Fill in the class."))
  static let classUnknown = FindingTemplate(
    "REG-12/class", message: Wording(zh: "班级不在考点设置的选项中。", en: "The class is not among the site's options."),
    advice: Wording(zh: "可选：{0}。", en: "Choose among {0}."))
  static let age = FindingTemplate(
    "REG-12/age",
    message: Wording(zh: "首个考试日时 {0} 周岁，不在 {1} 周岁的范围内。", en: "Aged {0} on the first exam day, outside {1}."),
    advice: Wording(zh: "请核对出生日期。", en: "Check the birth date."))
  static let roster = FindingTemplate(
    "REG-12/roster",
    message: Wording(
      zh: "本考点限学籍库考生报考，该考生不符合。",
      en: "The site takes roster students only; this candidate is none that it may take."),
    advice: Wording(zh: "请核对学籍库，或删除此行。", en: "Check the roster, or remove the row."))
  static let sharedEmail = FindingTemplate(
    "REG-13/file",
    message: Wording(
      zh: "同一电子邮件用于不同的证件号码：另见第 {0} 行。", en: "One e-mail address serves two ID numbers: see row {0}."),
    advice: Wording(zh: "每名考生请用自己的邮箱。", en: "Each candidate needs an address of their own."))
  static let takenEmail = FindingTemplate(
    "REG-13/stored",
    message: Wording(
      zh: "该电子邮件已由本考次的另一名考生使用。", en: "Another candidate of this sitting uses this e-mail address."),
    advice: Wording(zh: "每名考生请用自己的邮箱。", en: "Each candidate needs an address of their own."))
  static let preferredDate = FindingTemplate(
    "SET-04",
    message: Wording(zh: "集体报名不能选择意向考试日期。", en: "A collective registration cannot choose a preferred date."),
    advice: Wording(zh: "请清空此格。", en: "Empty the cell."))
}
