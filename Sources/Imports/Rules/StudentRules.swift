internal import Tabular

/// 1+X 考生信息 — VSL-01: what a list of students may and may not say.
enum StudentRules: RuleFamily {
  static let templates = [exists, elsewhere, pinyin, mobile, entryYear]

  static let exists = FindingTemplate(
    "VSL-01/exists",
    message: Wording(
      zh: "该考生已在“{0}”名单中，每名考生只导入一次。",
      en: "This student is on the list “{0}” already; each is imported once."),
    advice: Wording(zh: "请删除此行。", en: "Remove the row."))
  static let elsewhere = FindingTemplate(
    "VSL-01/elsewhere",
    message: Wording(
      zh: "该身份证号已由其他院校导入，每名考生只属于一个院校。",
      en: "Another school imported this ID number; a student belongs to one school."),
    advice: Wording(
      zh: "请核对身份证号；无误的请联系培训评价组织。", en: "Check the number; if it is right ask the assessment body."))
  static let pinyin = FindingTemplate(
    "VSL-01.pinyin",
    message: Wording(zh: "不是拼音。", en: "Not pinyin."),
    advice: Wording(zh: "请只用拉丁字母，姓与名用空格隔开，如 Zhao Ceshi。", en: "Use Latin letters only, like Zhao Ceshi."))
  static let mobile = FindingTemplate(
    "VSL-01.mobile",
    message: Wording(zh: "不是手机号。", en: "Not a mobile number."),
    advice: Wording(zh: "请填写 11 位手机号。", en: "Write the mobile number of 11 digits."))
  static let entryYear = FindingTemplate(
    "VSL-01.year",
    message: Wording(zh: "入学年份应在 {0}–{1} 之间。", en: "An entry year lies between {0} and {1}."),
    advice: Wording(zh: "请填写 4 位年份，如 2019。", en: "Write four digits, such as 2019."))
}
