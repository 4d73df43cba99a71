internal import Tabular

/// 单元格格式 — cells that are empty, or do not have the form that their column asks for.
enum FormRules: RuleFamily {
  static let templates = [
    required, date, number, length, code, email, emailEnding, phone, blank, separator, formula, time, swapped,
  ]

  static let required = FindingTemplate(
    "REQ", message: Wording(zh: "必填项为空。", en: "This cell must not be empty."),
    advice: Wording(zh: "请填写“{0}”。", en: "Fill in “{0}”."))
  static let date = FindingTemplate(
    "FMT.date", message: Wording(zh: "不是有效的日期。", en: "Not a valid date."),
    advice: Wording(zh: "请写成 2000-01-31 的样子。", en: "Write it like 2000-01-31."))
  static let time = FindingTemplate(
    "FMT.time", message: Wording(zh: "不是有效的时间。", en: "Not a valid time."),
    advice: Wording(zh: "请写成 08:30 的样子。", en: "Write it like 08:30."))
  static let number = FindingTemplate(
    "FMT.number", message: Wording(zh: "不是有效的数字。", en: "Not a valid number."),
    advice: Wording(zh: "只能填写数字。", en: "Write digits only."))
  static let length = FindingTemplate(
    "FMT.length", message: Wording(zh: "太长：有 {0} 个字，最多 {1} 个。", en: "Too long: {0} characters, at most {1}."),
    advice: Wording(zh: "请缩短到 {1} 个字以内。", en: "Shorten it to {1} characters."))
  static let code = FindingTemplate(
    "FMT.code", message: Wording(zh: "不在“{0}”码表中。", en: "Not in the code table “{0}”."),
    advice: Wording(zh: "请从模板的下拉列表中选择。", en: "Choose one from the template's list."))
  static let email = FindingTemplate(
    "FMT.email", message: Wording(zh: "不是有效的电子邮件地址。", en: "Not a valid e-mail address."),
    advice: Wording(zh: "请写成 name@example.com 的样子。", en: "Write it like name@example.com."))
  static let emailEnding = FindingTemplate(
    "FMT.email/ending", .warning,
    message: Wording(zh: "电子邮件地址的结尾像是打错了。", en: "The end of the e-mail address looks mistyped."),
    advice: Wording(zh: "请核对地址；若无误可不处理。", en: "Check the address; if it is right, leave it."))
  static let phone = FindingTemplate(
    "FMT.phone", message: Wording(zh: "不是有效的电话号码。", en: "Not a valid telephone number."),
    advice: Wording(
      zh: "请填写 11 位手机号，或带区号的固定电话。", en: "Write an 11-digit mobile number, or a landline with its area code."))
  static let blank = FindingTemplate(
    "FMT.blank", message: Wording(zh: "姓名中有空格。", en: "The name holds blanks."),
    advice: Wording(zh: "请去掉空格。", en: "Remove the blanks."))
  static let separator = FindingTemplate(
    "FMT.separator",
    message: Wording(zh: "姓名间隔号不规范，应为“·”（U+00B7）。", en: "The name separator must be “·” (U+00B7)."),
    advice: Wording(zh: "请改用“·”。", en: "Use “·”."))
  static let formula = FindingTemplate(
    "FMT.formula", message: Wording(zh: "公式的结果是错误值 {0}。", en: "The formula's result is the error {0}."),
    advice: Wording(zh: "请改正公式，或直接填写值。", en: "Mend the formula, or type the value."))
  static let swapped = FindingTemplate(
    "FMT.swapped",
    message: Wording(
      zh: "姓名与证件号码填反了：姓名列中是号码，这一列中是姓名。",
      en: "Name and ID number are swapped: the name column holds the number, this one the name."),
    advice: Wording(zh: "请把这一行的两格对调。", en: "Exchange the two cells of this row."))
}
