internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu tickets number`
struct TicketsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tickets", abstract: "准考证号生成 — ticket numbers",
    discussion: "例 / example:\n  kaowu tickets number --sitting ncre-58 --site 990701",
    subcommands: [Number.self])

  struct Number: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "为考点的全部报考生成准考证号 — make the ticket numbers of a site",
      discussion: """
        全部报考都已编排时才能生成；已有的号码不变。

        例 / example:
          kaowu tickets number --sitting ncre-58 --site 990701
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let numbering = try await global.office().numberTickets(sitting: sitting, site: site)
      if console.isJSON { try console.print(json: numbering) }
      console.say(
        zh: "共 \(numbering.entries) 科次：新生成 \(numbering.made) 个准考证号，保留 \(numbering.kept) 个。",
        en: "\(numbering.entries) entries: \(numbering.made) ticket numbers made, \(numbering.kept) kept.")
    }
  }
}
