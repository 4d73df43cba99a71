internal import ArgumentParser
internal import Exports
@preconcurrency internal import Glibc
internal import Operations
internal import Tabular

/// `kaowu stats registration|payment|candidates|capacity|arrangement|rooms|downloads|ticket-downloads|violations|scores|general`
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "统计：在屏幕上显示，或写成工作簿 — statistics on screen and as workbooks",
    discussion: """
      例 / example:
        kaowu stats registration --sitting ncre-58
        kaowu stats general --rows subject --pivot sex --measures candidates --sitting ncre-58
      """,
    subcommands: [
      Registration.self, Payment.self, Candidates.self, Capacity.self, Arrangement.self, Rooms.self,
      Downloads.self, TicketDownloads.self, Violations.self, Scores.self, GeneralStats.self,
    ])

  /// What every statistic takes.
  struct Options: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码；默认本机构 / a site or an organisation above") var site: String?
    @Option(
      name: .shortAndLong, help: "另写成工作簿 / write a workbook too", completion: .file(extensions: ["xlsx"]))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run(_ kind: StatisticsKind) async throws {
      let office = try await global.office()
      try show(try await office.statistics(kind, sitting: sitting, organisation: site), office)
    }

    /// Writes the workbook where one is asked for, and shows the table.
    func show(_ table: StatisticsTable, _ office: Office) throws {
      let console = global.console
      if let output { try office.write(table, to: output, language: console.language) }
      if console.isJSON {
        try console.print(json: table)
      } else {
        TablePrinter(table, hasColours: isatty(STDOUT_FILENO) == 1).print(to: console)
      }
      if let output { console.say(zh: "已写入 \(output)", en: "Written to \(output)") }
    }
  }

  struct Registration: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "registration",
      abstract: "报考统计 — entries and candidates by site and subject, paid and seated",
      discussion: "例 / example:\n  kaowu stats registration --sitting ncre-58 -o 报考统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.registration) }
  }

  struct Payment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "payment",
      abstract: "支付统计 — what is paid, by whom, and how much, by site and subject",
      discussion: "例 / example:\n  kaowu stats payment --sitting ncre-58 --site 990701 -o 支付统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.payment) }
  }

  struct Candidates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "candidates",
      abstract: "考生统计 — candidates by site: sex, method, locks, audit, photos",
      discussion: "例 / example:\n  kaowu stats candidates --sitting ncre-58 -o 考生统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.candidates) }
  }

  struct Capacity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "capacity",
      abstract: "科目容量统计 — places in all and left, by site and subject",
      discussion: "例 / example:\n  kaowu stats capacity --sitting ncre-58 -o 科目容量统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.capacity) }
  }

  struct Arrangement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "arrangement",
      abstract: "编排统计 — paid, seated and preferred days by site and subject",
      discussion: "例 / example:\n  kaowu stats arrangement --sitting ncre-58 --site 990701")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.arrangement) }
  }

  struct Rooms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rooms",
      abstract: "考场统计 — seats, used and free by room and batch",
      discussion: "例 / example:\n  kaowu stats rooms --sitting ncre-58 --site 990701 -o 考场统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.rooms) }
  }

  struct Downloads: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "downloads",
      abstract:
        "下载统计 — packages made and fetched, by site and kind; tickets that candidates downloaded, by subject",
      discussion: "例 / example:\n  kaowu stats downloads --sitting ncre-58")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.downloads) }
  }

  struct Violations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "violations",
      abstract: "违规分类统计 — absences and violations by site, subject and kind",
      discussion: "例 / example:\n  kaowu stats violations --sitting ncre-58 -o 违规分类统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.violations) }
  }

  struct Scores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scores",
      abstract: "成绩统计 — results by site and subject, with rates and charts",
      discussion: "例 / example:\n  kaowu stats scores --sitting ncre-58 --site 990701 -o 成绩统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.scores) }
  }

  struct TicketDownloads: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ticket-downloads",
      abstract: "考生下载准考证统计 — candidates' tickets made ahead and downloaded, by site and subject",
      discussion: "例 / example:\n  kaowu stats ticket-downloads --sitting ncre-58 --site 990701 -o 下载统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.ticketDownloads) }
  }
}
