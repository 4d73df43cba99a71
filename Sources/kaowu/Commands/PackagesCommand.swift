internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu packages list`
struct PackagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packages", abstract: "数据包：列出已生成的 — the packages that were made",
    discussion: "例 / example:\n  kaowu packages list --sitting ncre-58 --site 990701",
    subcommands: [List.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出数据包：时间、大小、SHA-256 — when they were made, sizes, SHA-256",
      discussion: "例 / example:\n  kaowu packages list --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码；默认本机构 / a site or an organisation above") var site: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let items = try await global.office().packages(sitting: sitting, organisation: site)
      if console.isJSON {
        try console.print(json: ItemList(items))
        return
      }
      for item in items {
        let records = Wording(zh: "\(item.records) 条", en: "\(item.records) records")[console.language]
        console.print("\(item.madeAt)  \(item.package)  \(records)  \(item.bytes) B  \(item.sha256)")
      }
      if items.isEmpty { console.say(zh: "还没有数据包。", en: "There are no packages yet.") }
    }
  }
}
