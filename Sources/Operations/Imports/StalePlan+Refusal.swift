internal import Imports
internal import Tabular

extension StalePlan {
  /// What is said to whoever wants to carry out a plan that no longer fits: which rows, what was planned, what is now.
  func refusal(plan: Int) -> Refusal {
    let zh = rows.map { row in
      "第 \(row.number) 行：计划\(Self.word(row.plannedOutcome).zh)\(Self.changes(row.planned))，现在\(Self.word(row.outcome).zh)\(Self.changes(row.found))"
    }
    let en = rows.map { row in
      "row \(row.number): planned \(Self.word(row.plannedOutcome).en)\(Self.changes(row.planned)), now \(Self.word(row.outcome).en)\(Self.changes(row.found))"
    }
    let more = total > rows.count
    return Refusal(
      .stale, rule: "REG-18",
      Wording(
        zh: "计划 \(plan) 之后数据变了，\(total) 行与计划不同，什么都没有导入。请重新试运行。\n"
          + zh.joined(separator: "\n") + (more ? "\n……" : ""),
        en:
          "The data moved since plan \(plan): \(total) rows differ from it, nothing was taken. Make a new dry run.\n"
          + en.joined(separator: "\n") + (more ? "\n…" : "")))
  }

  private static func changes(_ text: String?) -> String {
    guard let text else { return "" }
    let lines = text.split(separator: "\n").map {
      $0.drop { $0 != ":" }.isEmpty ? String($0) : fields(String($0))
    }
    return "（" + lines.joined(separator: "；") + "）"
  }

  /// The fields of a planned change: what stands behind the record and its part.
  private static func fields(_ line: String) -> String {
    line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).last.map(String.init) ?? line
  }

  private static func word(_ outcome: String) -> Wording {
    switch outcome {
    case "created": Wording(zh: "新增", en: "created")
    case "updated": Wording(zh: "更新", en: "updated")
    case "unchanged": Wording(zh: "未变", en: "unchanged")
    case "skipped": Wording(zh: "跳过", en: "skipped")
    case "failed": Wording(zh: "有错误", en: "failed")
    default: Wording(zh: "没有此行", en: "absent")
    }
  }
}
