internal import ArgumentParser
internal import Foundation
internal import Imports
internal import Operations
internal import Programmes
internal import Storage
internal import Tabular

/// `kaowu sitting load|list|show|copy|close`
struct SittingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitting", abstract: "考次：载入、列出、查看、复制、关闭 — sittings",
    discussion: "例 / example:\n  kaowu sitting load SampleData/ncre/sitting/ncre-58.yaml",
    subcommands: [Load.self, List.self, Show.self, Copy.self, Close.self])

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "load",
      abstract: "载入考次文件，全部生效或全不生效 — load a sitting file, all or nothing",
      discussion: """
        文件是 YAML，或 kaowu template sitting、kaowu sitting show -o 写出的工作簿（.xlsx，也读 .xls）；由内容判断，与扩展名无关。
        没有写 organisations、users 或 accounts（工作簿中那张表不填）时，沿用已有的；写了 accounts，则只留下所写的账户。

        例 / example:
          kaowu sitting load SampleData/ncre/sitting/ncre-58.yaml --dry-run
          kaowu sitting load 考次.xlsx
        """)

    @Argument(help: "考次文件（YAML 或工作簿）/ the sitting file, YAML or a workbook", completion: .file())
    var file: String

    @Flag(help: "只说明会改变什么 / say what would change, change nothing")
    var dryRun = false

    @OptionGroup var global: GlobalOptions

    private struct Result: Encodable {
      var sitting: String
      var loaded: Bool
      var copiedFrom: String?
      var changes: [SittingChanges.Change]
      var findings: [FindingLine]
    }

    func run() async throws {
      let console = global.console
      let load = try await global.office().loadSitting(path: file, isDryRun: dryRun)
      let findings = load.findings.map { FindingLine($0, in: console.language) }
      if console.isJSON {
        try console.print(
          json: Result(
            sitting: load.sitting, loaded: load.isLoaded, copiedFrom: load.copiedFrom,
            changes: load.changes, findings: findings))
      } else {
        for finding in findings { console.print(finding.line(in: console.language)) }
        for change in load.changes where !load.hasErrors {
          console.print("  \(change.path): \(change.old ?? "—") → \(change.new ?? "—")")
        }
        report(load, console)
      }
      if load.hasErrors { throw ExitStatus.findings }
    }

    private func report(_ load: SittingLoad, _ console: Console) {
      let (count, errors) = (load.changes.count, load.findings.count { $0.severity == .error })
      if errors > 0 {
        console.say(
          zh: "考次文件有 \(errors) 处错误，未载入。", en: "The sitting file has \(errors) errors and was not loaded.")
      } else if count == 0 {
        console.say(
          zh: "与已载入的考次 \(load.sitting) 相同，没有变化。",
          en: "The same as the sitting \(load.sitting) that was loaded: no change.")
      } else if !load.isLoaded {
        console.say(zh: "试运行：会有 \(count) 处变化，未载入。", en: "Dry run: \(count) changes, not loaded.")
      } else {
        console.say(
          zh: "考次 \(load.sitting) 已载入，\(count) 处变化。", en: "Sitting \(load.sitting) loaded, \(count) changes.")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出考次 — list sittings", discussion: "例 / example:\n  kaowu sitting list --json")

    @OptionGroup var global: GlobalOptions

    struct Item: Encodable {
      var sitting: String
      var programme: String
      var name: String
      var closed: Bool
    }

    func run() async throws {
      let console = global.console
      let items = try await global.office().sittings().map {
        Item(sitting: $0.code, programme: $0.programme, name: $0.name, closed: $0.isClosed)
      }
      if console.isJSON {
        try console.print(json: ItemList(items))
      } else {
        for item in items {
          let state = item.closed ? Wording(zh: "（已关闭）", en: " (closed)")[console.language] : ""
          console.print("\(item.sitting)  \(item.name)\(state)")
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "查看考次的设置，或导出为可再载入的工作簿 — show what was set for a sitting",
      discussion: """
        --json 的键 / keys: sitting programme number name closed examDates ages organisations users
          windows [organisation windows [window opens closes inherited]] subjects [organisation subjects [subject dates]]
          fees [organisation personFen subjectFen subjects] sites [site open … capacity preferredDates subjects roster]
          plans calendar

        例 / example:
          kaowu sitting show ncre-58
          kaowu sitting show ncre-58 --json
          kaowu sitting show ncre-58 -o 考次.xlsx    # 含分账账户；修改后用 sitting load 载入
        """)

    @Argument(help: "考次 / the sitting")
    var sitting: String

    @Option(
      name: [.short, .customLong("output")], help: "写成工作簿（.xlsx），可修改后再载入 / write a workbook",
      completion: .file())
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      if let output {
        try await global.office().writeSitting(sitting, to: output)
        if console.isJSON { try console.print(json: ["sitting": sitting, "path": output]) }
        console.say(
          zh: "考次 \(sitting) 已写到 \(output)，修改后可用 kaowu sitting load 载入。",
          en: "The sitting \(sitting) is at \(output); edit it and load it with kaowu sitting load.")
        return
      }
      let view = SittingView(try await global.office().open(sitting))
      if console.isJSON {
        try console.print(json: view)
      } else {
        for line in view.lines(in: console.language) { console.print(line) }
      }
    }
  }

  struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy",
      abstract: "复制机构、用户和分账账户，建立新考次 — make a sitting from an earlier one",
      discussion: """
        新考次没有考试日期、操作时间、科目和设置，载入它的考次文件以后才能办理业务。
        考次文件没有写 organisations 或 users 时，沿用已有的。

        例 / example:
          kaowu sitting copy ncre-58 ncre-59 --name 2021年3月全国计算机等级考试
        """)

    @Argument(help: "以前的考次 / the earlier sitting") var from: String
    @Argument(help: "新考次 / the new sitting") var to: String
    @Option(help: "新考次的名称 / the new sitting's name") var name: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let copy = try await global.office().copySitting(from, to: to, name: name)
      if console.isJSON { try console.print(json: copy) }
      console.say(
        zh: """
          考次 \(copy.sitting)（\(copy.name)）已建立：\(copy.organisations) 个机构、\(copy.users) 个用户、\
          \(copy.accounts) 个分账账户。请用 kaowu sitting load 载入它的设置。
          """,
        en: """
          Sitting \(copy.sitting) (\(copy.name)) was made with \(copy.organisations) organisations, \(copy.users) \
          users and \(copy.accounts) settlement accounts. Load its settings with kaowu sitting load.
          """)
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "关闭考次：只能查询和导出 — close a sitting for good",
      discussion: "例 / example:\n  kaowu sitting close ncre-57")

    @Argument(help: "考次 / the sitting")
    var sitting: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.office().closeSitting(sitting)
      let console = global.console
      if console.isJSON { try console.print(json: ["sitting": sitting, "state": "closed"]) }
      console.say(zh: "考次 \(sitting) 已关闭。", en: "Sitting \(sitting) is closed.")
    }
  }
}
