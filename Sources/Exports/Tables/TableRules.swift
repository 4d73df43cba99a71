internal import Tabular

/// 导出表规则 — the words of what is found while a table is written, under the rule of the export that it belongs to.
struct TableRules: Sendable {
  /// A character that the code page does not have, and nothing that may stand for it.
  let characters: FindingTemplate
  /// The same, with something in its place.
  let replaced: FindingTemplate
  /// A value that is longer than its field.
  let width: FindingTemplate
  /// A value that the field cannot hold as a number.
  let number: FindingTemplate
  /// There is nothing to export.
  let empty: FindingTemplate

  init(_ rule: String) {
    characters = FindingTemplate(
      "\(rule)/characters",
      message: Wording(
        zh: "准考证号 {0} 的“{1}”含有代码页 936 没有的字符：{2}。",
        en: "“{1}” of ticket {0} has characters that code page 936 does not have: {2}."),
      advice: Wording(
        zh: "请在姓名中用“[同音字]”代替，或用 --characters question 以 ?? 代替；生僻字后已注明同音字的用 --characters homophone。",
        en:
          "Give a homophone in brackets in the name; or use --characters question to write ??, or --characters homophone where one follows the character."
      ))
    replaced = FindingTemplate(
      "\(rule)/replaced", .warning,
      message: Wording(
        zh: "准考证号 {0} 的“{1}”含有代码页 936 没有的字符：{2}，写作“{3}”。",
        en: "“{1}” of ticket {0} has characters that code page 936 does not have: {2}; written as “{3}”."),
      advice: Wording(
        zh: "请通知机考现场核对该考生。", en: "Tell the test room to check this candidate by hand."))
    width = FindingTemplate(
      "\(rule)/width",
      message: Wording(
        zh: "准考证号 {0} 的“{1}”需要 {2} 字节，字段只有 {3} 字节（汉字占 2 字节）。",
        en: "“{1}” of ticket {0} needs {2} bytes, its field has {3} (a Chinese character takes 2)."),
      advice: Wording(
        zh: "请缩短这项内容，或在导出定义中加宽字段。", en: "Shorten it, or widen the field in the export's definition."))
    number = FindingTemplate(
      "\(rule)/number",
      message: Wording(
        zh: "准考证号 {0} 的“{1}”不能写入数值字段（小数位不超过 {2}）。",
        en: "“{1}” of ticket {0} cannot be written to a field of numbers with at most {2} decimals."),
      advice: Wording(
        zh: "请核对这个数，或在导出定义中修改字段。", en: "Check the number, or change the field in the export's definition."))
    empty = Self.empty(rule)
  }

  /// The words for a package without records.
  static func empty(_ rule: String) -> FindingTemplate {
    FindingTemplate(
      "\(rule)/empty", .warning,
      message: Wording(zh: "没有可导出的记录，生成的是空包。", en: "There is no record to export; the package is empty."),
      advice: Wording(zh: "如不应为空，请检查考次和考点。", en: "If it should not be empty, check the sitting and the site.")
    )
  }

  var all: [FindingTemplate] { [characters, replaced, width, number, empty] }
}
