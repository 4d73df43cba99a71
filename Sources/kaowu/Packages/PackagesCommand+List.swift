internal import ArgumentParser
internal import Operations
internal import Tabular

extension PackagesCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出数据包：时间、大小、SHA-256、此后有没有变化 — when made, size, SHA-256, what changed since",
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
      for item in items { PackageLines(item).print(to: console) }
      if items.isEmpty { console.say(zh: "还没有数据包。", en: "There are no packages yet.") }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "一个数据包，以及此后哪些考生有变化 — a package, and which candidates changed since",
      discussion: "例 / example:\n  kaowu packages show 3")

    @Argument(help: "数据包编号 / the package's number") var id: Int
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let detail = try await global.office().package(id)
      if console.isJSON {
        try console.print(json: detail)
        return
      }
      PackageLines(detail.package).print(to: console)
      let rows = detail.changes.map { change in
        [change.name, change.idNumber, PackageLines.words(of: change)[console.language]]
      }
      for line in Columns.lines(rows, indent: 2) { console.print(line) }
    }
  }
}
