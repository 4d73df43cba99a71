internal import ArgumentParser
internal import Operations
internal import Tabular

extension CandidatesCommand {
  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "更新非关键信息，一次最多 3000 名 — update non-key fields of at most 3 000 candidates",
      discussion: """
        例 / example:
          kaowu candidates update --sitting ncre-58 --site 990701 --where 班级=会计一班 --set 院系=会计学院 --set 邮编=990000
          kaowu candidates update --sitting ncre-58 --site 990701 --id 名单.txt --set class=会计二班 --dry-run
        """)

    @OptionGroup var selection: CandidateSelection
    @Option(
      name: .customLong("set"),
      help: "字段=值，可写多个；值为空则不改 / FIELD=VALUE: \(CandidateValues.fields.joined(separator: " "))")
    var assignments: [String] = []
    @Flag(name: .customLong("dry-run"), help: "只显示会改什么 / only show what would change") var isDryRun = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard !assignments.isEmpty else {
        throw UsageError(
          zh: "请用 --set 字段=值 写出要改什么。", en: "Say what to change with --set FIELD=VALUE.")
      }
      for assignment in assignments where !assignment.contains("=") {
        throw UsageError(
          zh: "--set 的“\(assignment)”没有等号。请写成 字段=值，如 class=会计一班。",
          en: "--set “\(assignment)” has no equals sign. Write FIELD=VALUE, such as class=A1.")
      }
    }

    func run() async throws {
      let console = global.console
      let outcome = try await UsageError.naming {
        let values = try CandidateValues(assignments.map(CandidateSelection.parted))
        return try await global.office().updateCandidates(selection.request, values, isDryRun: isDryRun)
      }
      try CandidateOutcomeView(outcome).print(
        to: console, isDryRun: isDryRun,
        done: Wording(
          zh: "查询到 \(outcome.matched) 名考生，更新 \(outcome.changed) 名。",
          en: "\(outcome.matched) candidates found, \(outcome.changed) updated."))
    }
  }
}
