import Tabular

extension FindingTemplate {
  static let unknownKey = FindingTemplate(
    "SET-08.key",
    message: Wording(zh: "“{0}”不是这里可以使用的键。", en: "“{0}” is no key that is known here."),
    advice: Wording(zh: "请改为以下之一或删除：{1}。", en: "Use one of these or remove it: {1}."))

  static let missing = FindingTemplate(
    "SET-08.missing",
    message: Wording(zh: "缺少必填的“{0}”。", en: "The required “{0}” is missing."),
    advice: Wording(zh: "请补上 {0}: 和它的值。", en: "Add {0}: with its value."))

  static let blank = FindingTemplate(
    "SET-08.blank",
    message: Wording(
      zh: "“{0}”后面没有值，看不出是要设置还是不设置。", en: "Nothing follows “{0}”, so nobody can tell what is meant."),
    advice: Wording(zh: "请写上值；不需要设置时请删除这个键。", en: "Give it a value, or remove the key."))

  static let tooManyDates = FindingTemplate(
    "SET-08.dates",
    message: Wording(zh: "这里有 {0} 个日期，最多 {1} 个。", en: "There are {0} dates here; the most is {1}."),
    advice: Wording(
      zh: "请只列出考试日期；连续的日期写首日和末日。", en: "List exam dates only; for a range write its first and last day."))

  static let wrongForm = FindingTemplate(
    "SET-08.form",
    message: Wording(zh: "这里应为{0}。", en: "This should be {1}."),
    advice: Wording(zh: "请按这个形式填写。", en: "Write it in that form."))
}
