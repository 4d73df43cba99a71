internal import Tabular

/// 表头 — REG-02, for every kind of file with headings.
enum HeaderRules: RuleFamily {
  static let templates = [missing, none, unknown, doubled, swapped]

  static let missing = FindingTemplate(
    "REG-02", message: Wording(zh: "缺少必需的列：{0}。", en: "Required columns are missing: {0}."),
    advice: Wording(zh: "请使用下载的模板，不要改列名。", en: "Use the template and leave its headings as they are."))
  static let none = FindingTemplate(
    "REG-02/header",
    message: Wording(zh: "找不到列名行；应有的列：{0}。", en: "No heading row was found; it should hold: {0}."),
    advice: Wording(zh: "请使用下载的模板，不要删除列名行。", en: "Use the template and keep its heading row."))
  static let unknown = FindingTemplate(
    "REG-02/unknown", .warning,
    message: Wording(zh: "不认识的列“{0}”，未读取。", en: "The unknown column “{0}” was not read."),
    advice: Wording(zh: "若其中有需要的数据，请改用模板中的列名。", en: "If it holds needed data, use a heading of the template.")
  )
  static let doubled = FindingTemplate(
    "REG-02/doubled", message: Wording(zh: "列“{0}”出现了不止一次。", en: "The column “{0}” appears more than once."),
    advice: Wording(zh: "请只保留一列。", en: "Keep one of them."))
  static let swapped = FindingTemplate(
    "REG-02/swapped", .warning,
    message: Wording(
      zh: "姓名与证件号码两列像是整列填反了：{1} 行中有 {0} 行。",
      en: "The columns of names and ID numbers look swapped: in {0} of {1} rows."),
    advice: Wording(zh: "请把这两列的列名对调后重新导入。", en: "Exchange the headings of the two columns and import again."))
}
