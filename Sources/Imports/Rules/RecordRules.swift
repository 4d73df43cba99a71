internal import Tabular

/// 各类导入共有 — what any kind may find: a record that is there already, a record that stands twice in the file.
enum RecordRules: RuleFamily {
  static let templates = [exists, twice, scale]

  static let exists = FindingTemplate(
    "OPS-07.exists", message: Wording(zh: "已有相同的记录。", en: "The record is there already."),
    advice: Wording(
      zh: "若要更新，请使用覆盖（--override）；否则请删除此行。", en: "To update it, import with --override; else remove the row.")
  )
  static let twice = FindingTemplate(
    "OPS-07.twice",
    message: Wording(zh: "同一记录在本文件中重复：另见第 {0} 行。", en: "The record stands again in this file, in row {0}."),
    advice: Wording(zh: "请只保留一行。", en: "Keep one of the rows."))
  static let scale = FindingTemplate(
    "OPS-07.scale",
    message: Wording(
      zh: "这个文件会修改或删除 {0} 的 {1} 条记录（现有 {2} 条），超过 {3} %，所以先停下来确认，什么都没有导入。",
      en:
        "This file would change or remove {1} of the {2} records of {0}, more than {3} %: stopped, nothing was taken."
    ),
    advice: Wording(
      zh: "请核对文件是否拿错；确认无误后加上 --confirm {4} 再导入。",
      en: "Check that it is the right file; if it is, import it again with --confirm {4}."))
}
