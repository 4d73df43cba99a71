internal import Tabular

/// 证件号码 — IDN-01 to IDN-05.
enum IdentityRules: RuleFamily {
  static let templates = [
    length, characters, region, date, future, check, disagree, width, lossy, otherForm,
  ]

  static let length = FindingTemplate(
    "IDN-01.length",
    message: Wording(zh: "居民身份证号应为 18 位，这里是 {0} 位。", en: "A resident ID has 18 characters, this one {0}."),
    advice: Wording(zh: "请核对证件，补全号码。", en: "Look at the card and complete the number."))
  static let characters = FindingTemplate(
    "IDN-01.characters",
    message: Wording(
      zh: "身份证号前 17 位应为数字，末位为数字或 X。", en: "The first 17 characters must be digits, the last a digit or X."),
    advice: Wording(
      zh: "请核对证件，常见的错误是把 0 写成 O、把 1 写成 l。", en: "Look at the card; O for 0 and l for 1 are common slips."))
  static let region = FindingTemplate(
    "IDN-01.region", .warning,
    message: Wording(zh: "身份证号前 6 位 {0} 不是已知的行政区划代码。", en: "The first six digits {0} are no known region."),
    advice: Wording(zh: "请核对证件；若无误可不处理。", en: "Look at the card; if it says so, leave it."))
  static let date = FindingTemplate(
    "IDN-01.date",
    message: Wording(zh: "身份证号中的出生日期 {0} 不存在。", en: "The birth date {0} in the number does not exist."),
    advice: Wording(zh: "请核对证件第 7 至 14 位。", en: "Look at digits 7 to 14 on the card."))
  static let future = FindingTemplate(
    "IDN-01.future",
    message: Wording(zh: "身份证号中的出生日期 {0} 晚于今天。", en: "The birth date {0} in the number lies in the future."),
    advice: Wording(zh: "请核对证件第 7 至 14 位。", en: "Look at digits 7 to 14 on the card."))
  static let check = FindingTemplate(
    "IDN-01.check",
    message: Wording(
      zh: "身份证号校验位不对：按前 17 位算，末位应为 {0}。", en: "The check character is wrong: the first 17 digits ask for {0}."
    ),
    advice: Wording(
      zh: "请逐位核对证件；若前 17 位无误，末位应为 {0}。",
      en: "Compare each digit with the card; if the first 17 are right, the last is {0}."))
  static let disagree = FindingTemplate(
    "IDN-02",
    message: Wording(zh: "与证件号码不一致：按证件号码应为 {0}。", en: "Disagrees with the ID number, which says {0}."),
    advice: Wording(zh: "请核对证件，改正这一格或证件号码。", en: "Look at the card; mend this cell or the number."))
  static let width = FindingTemplate(
    "IDN-03",
    message: Wording(
      zh: "证件号码中有全角字符、空格、撇号或看不见的字符。",
      en: "The number holds full-width, blank, apostrophe or invisible characters."),
    advice: Wording(
      zh: "请改为半角、无空格；或用 --fix-width 导入。",
      en: "Retype it in half width without blanks, or import with --fix-width."))
  static let lossy = FindingTemplate(
    "IDN-04",
    message: Wording(
      zh: "这一格被电子表格当作数字，超过 15 位的数字已经丢失（现在是 {0}）。",
      en: "The spreadsheet took this cell for a number; digits after the 15th are lost (it now holds {0})."),
    advice: Wording(
      zh: "请把这一列设为“文本”格式，再对照原件（证件、准考证）重新输入号码。",
      en: "Format the column as text, then type the number again from the card or ticket."))
  static let otherForm = FindingTemplate(
    "IDN-05", message: Wording(zh: "不符合“{0}”的号码格式。", en: "Not the form of a number of “{0}”."),
    advice: Wording(zh: "请核对证件类型和号码。", en: "Look at the document's kind and number."))
}
