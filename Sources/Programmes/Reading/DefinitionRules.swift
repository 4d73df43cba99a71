public import Tabular

/// 定义检查文案 — what can be wrong with a programme definition, in words. The place names file, line and key.
public enum DefinitionRules {
  static let unknownKey = FindingTemplate(
    "DEF.key",
    message: Wording(zh: "不认识的键“{0}”，它不会起作用。", en: "The key “{0}” is not known and would have no effect."),
    advice: Wording(zh: "这里可用的键：{1}。请改正或删去。", en: "Known keys here: {1}. Correct it or leave it out."))
  static let missing = FindingTemplate(
    "DEF.missing", message: Wording(zh: "缺少“{0}”。", en: "“{0}” is missing."),
    advice: Wording(zh: "请补上“{0}”。", en: "Add “{0}”."))
  static let kind = FindingTemplate(
    "DEF.kind", message: Wording(zh: "“{0}”的写法不对，应当是{1}。", en: "“{0}” is not written as {2}."),
    advice: Wording(zh: "请把它写成{1}。", en: "Write it as {2}."))
  static let value = FindingTemplate(
    "DEF.value", message: Wording(zh: "“{0}”的值“{1}”不能用。", en: "“{0}” cannot be “{1}”."),
    advice: Wording(zh: "可用的值：{2}。", en: "It can be: {2}."))
  static let table = FindingTemplate(
    "DEF.table", message: Wording(zh: "没有名为“{0}”的码表。", en: "There is no code table “{0}”."),
    advice: Wording(
      zh: "已有的码表：{1}。请改名，或在 CodeTables 文件夹加上 {0}.csv。",
      en: "There are: {1}. Correct the name, or add {0}.csv to the folder CodeTables."))
  static let tableNeeded = FindingTemplate(
    "DEF.tableNeeded",
    message: Wording(zh: "代码列“{0}”没有写码表。", en: "The coded column “{0}” names no code table."),
    advice: Wording(zh: "请加上 table，或把 type 改为 text。", en: "Add a table, or make its type text."))
  static let doubled = FindingTemplate(
    "DEF.doubled", message: Wording(zh: "“{0}”出现了两次：{1}。", en: "“{0}” stands twice: {1}."),
    advice: Wording(zh: "请只保留一个，或改名。", en: "Keep one of them, or rename it."))
  static let pattern = FindingTemplate(
    "DEF.pattern",
    message: Wording(zh: "号码格式“{0}”不能用：{1}。", en: "The number pattern “{0}” cannot be used: {2}."),
    advice: Wording(
      zh: "写法例如 {subject:2}{sitting:2}{site:6}{room:2}{serial:4}，总长不超过 30。",
      en: "Write it like {subject:2}{sitting:2}{site:6}{room:2}{serial:4}, 30 characters at most."))
  static let width = FindingTemplate(
    "DEF.width",
    message: Wording(zh: "“{0}”的宽度是 {1}，需要 {2}。", en: "The width of “{0}” is {1}; {3} is needed."),
    advice: Wording(
      zh: "请改宽度。什么都不会被截断，放不下就会出错。", en: "Change the width. Nothing is ever cut, so it would not fit."))
  static let reference = FindingTemplate(
    "DEF.reference",
    message: Wording(zh: "“{0}”指向“{1}”，但没有这一项。", en: "“{0}” names “{1}”, which is not there."),
    advice: Wording(zh: "已有：{2}。", en: "There are: {2}."))
  static let row = FindingTemplate(
    "DEF.row",
    message: Wording(zh: "这一行有 {0} 个字段，标题行有 {1} 个。", en: "The line has {0} fields, the first line has {1}."),
    advice: Wording(
      zh: "请补足或删去逗号；这些表不用引号，别名之间用 |。",
      en: "Add or remove commas; these tables know no quotes, and aliases are separated by |."))
  static let placeholder = FindingTemplate(
    "DEF.placeholder",
    message: Wording(zh: "“{0}”里的占位符 {1} 不能用在这里。", en: "The placeholder {1} cannot be used in “{0}”."),
    advice: Wording(zh: "这里可用：{2}。", en: "Here it can be: {2}."))
  static let outside = FindingTemplate(
    "DEF.outside",
    message: Wording(
      zh: "“{0}”从 ({1}, {2}) 起，宽 {3}、高 {4} 毫米，超出了{5}。",
      en: "“{0}” is {3} by {4} mm from ({1}, {2}), which is outside the {6}."),
    advice: Wording(zh: "请改位置或大小，否则会被裁掉。", en: "Move it or make it smaller; else it would be cut off."))
  static let sample = FindingTemplate(
    "DEF.sample",
    message: Wording(zh: "“{0}”的样例“{1}”自己就通不过检查。", en: "The sample “{1}” of “{0}” would itself be refused."),
    advice: Wording(zh: "请换一个码表里有的样例。", en: "Use a sample that the code table holds."))

  static let statistic = FindingTemplate(
    "DEF.statistic",
    message: Wording(zh: "常用统计“{0}”不能用：{1}", en: "The preset “{0}” cannot be used: {2}"),
    advice: Wording(
      zh: "写法与 kaowu stats general 相同，见 kaowu stats general --help。",
      en: "It is written like kaowu stats general; see kaowu stats general --help."))

  /// All templates, for those who show findings.
  public static let templates = [
    unknownKey, missing, kind, value, table, tableNeeded, doubled, pattern, width, reference, row, sample,
    statistic, placeholder, outside,
  ]
}
