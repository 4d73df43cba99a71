internal import ArgumentParser
internal import Foundation
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu trail show|verify|export`
struct TrailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trail", abstract: "审计：这个值从哪里来，谁改过，有没有被动过 — the audit trail",
    discussion: "例 / example:\n  kaowu trail show --sitting ncre-58 --id 990101200001010014",
    subcommands: [Show.self, Verify.self, Export.self])

  /// Whose trail is asked for.
  struct Selection: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码；默认为可见的全部 / the site's code") var site = ""
    @Option(name: .customLong("id"), help: "证件号码或考场号 / an ID number, or a room") var key: String?
    @Option(help: "字段，如 联系电话 或 phone / a field") var field: String?
    @Option(help: "任务号 / what a job did") var job: Int?
    @Flag(help: "显示完整证件号码 / show whole ID numbers") var full = false

    var request: TrailRequest {
      var request = TrailRequest(sitting: sitting)
      (request.site, request.key, request.field, request.job) = (site, key, field, job)
      request.isWhole = full
      return request
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "查看审计记录：文件、工作表、行、列、规则、人、时间 — where a value comes from",
      discussion: """
        例 / example:
          kaowu trail show --sitting ncre-58 --id 990101200001010014 --field 联系电话
          kaowu trail show --sitting ncre-58 --job 3
        """)

    @OptionGroup var selection: Selection
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().trail(selection.request)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      for item in items { console.print(TrailLine(item, console.language).text) }
      console.say(zh: "共 \(items.count) 条。", en: "\(items.count) in all.")
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "核对审计记录有没有被改动、删去或调换 — check that nobody changed the trail",
      discussion: """
        例 / example:
          kaowu trail verify --json > 审计核对.json
          kaowu trail verify --known 审计核对.json
        每个考点的记录自成一链。把核对结果另行保存，以后用 --known 可以确认此前的记录未变。
        Each site's entries are a chain. Keep the result elsewhere: with --known it proves later that nothing before it
        was changed.
        """)

    @Option(help: "以前保存的核对结果（--json 的输出）/ the result of an earlier check", completion: .file())
    var known: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let check = try await global.office().verifyTrail(known: try earlierEnds())
      if console.isJSON { try console.print(json: check) }
      if check.intact {
        console.say(
          zh: "审计记录完整：\(check.ends.count) 个机构共 \(check.entries) 条，摘要 \(check.head)",
          en:
            "The trail is intact: \(check.entries) entries of \(check.ends.count) organisations, hash \(check.head)"
        )
        return
      }
      console.say(TrailLine.fault(check))
      throw ExitStatus.findings
    }

    private func earlierEnds() throws -> [TrailTable.End] {
      guard let known else { return [] }
      guard let data = FileManager.default.contents(atPath: known) else {
        throw FileError(
          .unreadable, at: known, zh: "读不到以前的核对结果。请检查 --known。",
          en: "The earlier result cannot be read. Check --known.")
      }
      do {
        return try JSONDecoder().decode(TrailCheck.self, from: data).ends
      } catch {
        throw FileError(
          .wrongKind, at: known, zh: "这不是 kaowu trail verify --json 的输出。请检查 --known。",
          en: "This is not what kaowu trail verify --json prints. Check --known.")
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "把审计记录写成 CSV — write the trail as CSV",
      discussion: "例 / example:\n  kaowu trail export --sitting ncre-58 -o 审计.csv")

    @OptionGroup var selection: Selection
    @Option(name: [.short, .customLong("output")], help: "文件 / the file", completion: .file())
    var output: String
    @OptionGroup var global: GlobalOptions

    struct Done: Encodable {
      var path: String
      var entries: Int
    }

    func run() async throws {
      let console = global.console
      let count = try await global.office().exportTrail(
        selection.request, to: output, in: console.language)
      if console.isJSON { try console.print(json: Done(path: output, entries: count)) }
      console.say(zh: "\(count) 条：\(output)", en: "\(count) entries: \(output)")
    }
  }
}
