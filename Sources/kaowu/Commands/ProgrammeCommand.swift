internal import ArgumentParser
internal import Operations
internal import Programmes
internal import Tabular

/// `kaowu programme list|show|check`
struct ProgrammeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: "考试项目定义：列出、查看、检查 — programme definitions, no store needed",
    discussion: "例 / example:\n  kaowu programme show ncre",
    subcommands: [List.self, Show.self, Check.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出考试项目 — list the programmes", discussion: "例 / example:\n  kaowu programme list --json")

    @OptionGroup var global: GlobalOptions

    private struct Item: Encodable {
      var programme: String
      var name: String
      var subjects: Int
      var imports: [String]
    }

    func run() async throws {
      let (console, library) = (global.console, try global.library())
      let items = try library.identifiers().map { id in
        let programme = try library.programme(id)
        return Item(
          programme: id, name: programme.name, subjects: programme.subjects.count,
          imports: programme.layouts.keys.sorted())
      }
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      let table = items.map { item in
        let subjects = Wording(zh: "\(item.subjects) 个科目", en: "\(item.subjects) subjects")
        return [item.programme, item.name, subjects[console.language]]
      }
      for line in Columns.lines(table) { console.print(line) }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "查看考试项目：机构、科目、可导入的列 — levels, subjects, columns that can be imported",
      discussion: "例 / example:\n  kaowu programme show ncre")

    @Argument(help: "考试项目 / the programme") var programme: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let (console, library) = (global.console, try global.library())
      let known = try library.identifiers()
      guard known.contains(programme) else {
        throw UsageError.unknown(Wording(zh: "考试项目", en: "programme"), programme, known: known)
      }
      let view = ProgrammeView(try library.programme(programme))
      if console.isJSON {
        try console.print(json: view)
      } else {
        for line in view.lines(in: console.language) { console.print(line) }
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "检查考试项目文件夹，列出所有错误 — check a programme's folder and list all mistakes",
      discussion: "例 / example:\n  kaowu programme check Templates/Programmes/ncre")

    @Argument(help: "考试项目文件夹 / the programme's folder", completion: .directory) var folder: String
    @OptionGroup var global: GlobalOptions

    private struct Result: Encodable {
      var folder: String
      var findingsTotal: Int
      var findings: [FindingLine]
    }

    func run() async throws {
      let console = global.console
      let findings = try ProgrammeCheck.findings(folder: folder)
      if console.isJSON {
        let lines = findings.map { FindingLine($0, in: console.language) }
        try console.print(json: Result(folder: folder, findingsTotal: findings.count, findings: lines))
      } else {
        for finding in findings {
          console.print("✗ \(ProgrammeCheck.message(finding, in: console.language)) [\(finding.rule)]")
        }
        if findings.isEmpty {
          console.say(zh: "定义没有错误：\(folder)", en: "The definition has no mistakes: \(folder)")
        } else {
          console.say(zh: "定义有 \(findings.count) 处错误。", en: "The definition has \(findings.count) mistakes.")
        }
      }
      if !findings.isEmpty { throw ExitStatus.findings }
    }
  }
}
