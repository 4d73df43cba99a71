internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu tickets number|check|download`
struct TicketsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tickets", abstract: "准考证号生成、考生准考证检测和下载 — ticket numbers, candidates' tickets",
    discussion: "例 / example:\n  kaowu tickets number --sitting ncre-58 --site 990701",
    subcommands: [Number.self, Check.self, Download.self])

  struct Number: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "number",
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

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "检测考生准考证：未生成的、生成后数据又有变动的 — candidates' tickets that are missing or out of date",
      discussion: "例 / example:\n  kaowu tickets check --sitting ncre-58 --site 990701")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let check = try await global.office().checkCandidateTickets(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: check)
        return
      }
      for ticket in check.missing {
        console.print(console.language == .zh ? "未生成  \(ticket)" : "missing  \(ticket)")
      }
      for ticket in check.outdated {
        console.print(console.language == .zh ? "需重新生成  \(ticket)" : "out of date  \(ticket)")
      }
      console.say(
        zh:
          "共 \(check.entries) 张：\(check.upToDate) 张可下载，\(check.missing.count) 张未生成，\(check.outdated.count) 张需重新生成。",
        en:
          "\(check.entries) tickets: \(check.upToDate) ready, \(check.missing.count) missing, \(check.outdated.count) out of date."
      )
    }
  }

  struct Download: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "download",
      abstract: "取出一名考生预生成的准考证，并计入下载统计 — hand one ticket out to its candidate, and count it",
      discussion: """
        例 / example:
          kaowu tickets download --sitting ncre-58 --site 990701 --ticket 1458990701010001 -o 准考证.pdf
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "准考证号 / the ticket number") var ticket: String
    @Option(name: .shortAndLong, help: "写到 / the PDF to write", completion: .file(extensions: ["pdf"]))
    var output: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let download = try await global.office().downloadTicket(
        ticket, sitting: sitting, site: site, to: output)
      if console.isJSON { try console.print(json: download) }
      console.say(zh: "已写入 \(download.path)", en: "Written to \(download.path)")
    }
  }
}
