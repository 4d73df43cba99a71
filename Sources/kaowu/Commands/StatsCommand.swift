internal import ArgumentParser
internal import Exports
@preconcurrency internal import Glibc
internal import Operations
internal import Tabular

/// `kaowu stats scores|capacity|registration|downloads`
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "统计：在屏幕上显示，或写成工作簿 — statistics on screen and as workbooks",
    discussion: "例 / example:\n  kaowu stats registration --sitting ncre-58",
    subcommands: [Scores.self, Capacity.self, Registration.self, Downloads.self])

  /// What every statistic takes.
  struct Options: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码；默认本机构 / a site or an organisation above") var site: String?
    @Option(
      name: .shortAndLong, help: "另写成工作簿 / write a workbook too", completion: .file(extensions: ["xlsx"]))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run(_ kind: StatisticsKind) async throws {
      let console = global.console
      let office = try await global.office()
      let table = try await office.statistics(kind, sitting: sitting, organisation: site)
      if let output { try office.write(table, to: output, language: console.language) }
      if console.isJSON {
        try console.print(json: table)
      } else {
        TablePrinter(table, hasColours: isatty(STDOUT_FILENO) == 1).print(to: console)
      }
      if let output { console.say(zh: "已写入 \(output)", en: "Written to \(output)") }
    }
  }

  struct Scores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "成绩统计 — results by site and subject",
      discussion: "例 / example:\n  kaowu stats scores --sitting ncre-58 --site 990701 -o 成绩统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.scores) }
  }

  struct Capacity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "科目容量统计 — places in all and left, by site and subject",
      discussion: "例 / example:\n  kaowu stats capacity --sitting ncre-58")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.capacity) }
  }

  struct Registration: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "报考统计 — entries and candidates by site and subject",
      discussion: "例 / example:\n  kaowu stats registration --sitting ncre-58 -o 报考统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.registration) }
  }

  struct Downloads: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "考生下载准考证统计 — tickets made ahead and downloaded, by site and subject",
      discussion: "例 / example:\n  kaowu stats downloads --sitting ncre-58 --site 990701 -o 下载统计.xlsx")

    @OptionGroup var options: Options

    func run() async throws { try await options.run(.downloads) }
  }
}
