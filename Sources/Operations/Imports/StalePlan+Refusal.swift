internal import Imports
internal import Tabular

extension StalePlan {
  /// What is said to whoever wants to carry out a plan that no longer fits: which rows, what was planned, what is now.
  func refusal(plan: Int) -> Refusal {
    func lines(_ language: Language) -> String {
      let more = total > rows.count ? ["…"] : []
      return (rows.map { line($0, language) } + more).joined(separator: "\n")
    }
    return Refusal(
      .stale, rule: "REG-18",
      Wording(
        zh: "计划 \(plan) 之后数据变了，\(total) 行与计划不同，什么都没有导入。请重新试运行。\n\(lines(.zh))",
        en:
          "The data moved since plan \(plan): \(total) rows differ from it, nothing was taken. Make a new dry run.\n\(lines(.en))"
      ))
  }

  private func line(_ row: Row, _ language: Language) -> String {
    let planned = Self.word(row.plannedOutcome)[language] + Self.text(of: row.planned, language)
    let found = Self.word(row.outcome)[language] + Self.text(of: row.found, language)
    return Wording(
      zh: "第 \(row.number) 行：计划\(planned)，现在\(found)",
      en: "row \(row.number): planned \(planned), now \(found)")[language]
  }

  private static func text(of fields: [Field], _ language: Language) -> String {
    guard !fields.isEmpty else { return "" }
    let texts = fields.map { "\($0.title[language]) \($0.old ?? "—") → \($0.new ?? "—")" }
    return Wording(zh: "（\(texts.joined(separator: "；"))）", en: " (\(texts.joined(separator: "; ")))")[
      language]
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
