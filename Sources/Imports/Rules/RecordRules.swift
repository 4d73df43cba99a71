internal import Tabular

/// 各类导入共有 — what any kind may find: a record that is there already, a record that stands twice in the file.
enum RecordRules: RuleFamily {
  static let templates = [exists, twice]

  static let exists = FindingTemplate(
    "OPS-07.exists", message: Wording(zh: "已有相同的记录。", en: "The record is there already."),
    advice: Wording(
      zh: "若要更新，请使用覆盖（--override）；否则请删除此行。", en: "To update it, import with --override; else remove the row.")
  )
  static let twice = FindingTemplate(
    "OPS-07.twice",
    message: Wording(zh: "同一记录在本文件中重复：另见第 {0} 行。", en: "The record stands again in this file, in row {0}."),
    advice: Wording(zh: "请只保留一行。", en: "Keep one of the rows."))
}
