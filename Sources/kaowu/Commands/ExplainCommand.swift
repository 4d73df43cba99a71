internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu explain RULE-ID`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一条规则：是什么意思，怎样改正 — what a finding means and how to mend it",
    discussion: """
      不写规则号时列出全部 / without a rule ID all are listed.

      例 / example:
        kaowu explain IDN-01
        kaowu explain FMT.date
      """)

  @Argument(help: "规则号，写在每个问题末尾的方括号里 / the ID, as it stands behind each finding")
  var rule: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = global.console
    let explanations = try rule.map { rule throws(UsageError) in try RuleExplanations.of(rule) }
    let found = explanations ?? RuleExplanations.all
    if console.isJSON {
      try console.print(json: ItemList(found.map { $0.item(in: console.language) }))
      return
    }
    guard rule != nil else {
      let rows = found.map { [$0.code, Columns.cut($0.meaning[console.language], to: 80)] }
      for line in Columns.lines(rows) { console.print(line) }
      return
    }
    for explanation in found {
      let mark = Wording(
        zh: explanation.isRefusal ? "不允许" : explanation.isError ? "错误" : "提醒",
        en: explanation.isRefusal ? "not allowed" : explanation.isError ? "error" : "warning")
      console.print("\(explanation.code)  [\(mark[console.language])]")
      console.print("  " + explanation.meaning[console.language])
      console.print("  → " + explanation.remedy[console.language])
    }
  }
}
