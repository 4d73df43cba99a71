internal import ArgumentParser
internal import ExamModel
internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// `kaowu jobs list|show|report|apply|undo|retry|cancel`
struct JobsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "任务台账：列出、查看、重新生成报告、应用计划、撤销、重试、取消 — the ledger of jobs",
    discussion: "例 / example:\n  kaowu jobs list",
    subcommands: [List.self, Show.self, Report.self, Apply.self, Undo.self, Retry.self, Cancel.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出任务，新的在前 — list jobs, the newest first",
      discussion: "例 / example:\n  kaowu jobs list --last 20\n  kaowu jobs list --json")

    @Option(help: "最多列出几个 / how many at most") var last = 1_000
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let jobs = try await global.office().jobs(most: max(1, last))
      if console.isJSON {
        try console.print(json: ItemList(jobs))
        return
      }
      for line in Columns.lines(jobs.map { row($0, console.language) }, right: [0]) { console.print(line) }
      guard jobs.count < last else {
        return console.say(
          zh: "最新的 \(jobs.count) 个任务。更多请用 --last。", en: "The newest \(jobs.count) jobs; --last lists more.")
      }
      console.say(zh: "共 \(jobs.count) 个任务。", en: "\(jobs.count) jobs.")
    }

    private func row(_ job: JobItem, _ language: Language) -> [String] {
      let (result, rows) = (job.result, job.result.rows)
      let counts = Wording(
        zh: "读取 \(rows.read) 行，有错误 \(rows.failed)", en: "\(rows.read) rows read, \(rows.failed) failed")
      let trial = Wording(zh: "（试运行）", en: " (dry run)")[language]
      return [
        result.job, job.startedAt.shortText, job.user, "\(result.sitting) \(result.site)", result.kind,
        (result.queue.map { QueueLine(place: $0).short } ?? ImportWords.outcome(of: result))[language]
          + (result.dryRun ? trial : ""), counts[language],
        result.file.name,
      ]
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "查看一个任务和它发现的问题 — show a job and its findings",
      discussion: "例 / example:\n  kaowu jobs show 3")

    @Argument(help: "任务号 / the job") var job: Int
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let office = try await global.office()
      let result = try await office.job(job, in: console.language)
      try await ImportSummary.print(result, from: office, to: console)
    }
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "重新生成任务的报告 — write a job's report again",
      discussion: "例 / example:\n  kaowu jobs report 3 -o 报告")

    @Argument(help: "任务号 / the job") var job: Int
    @Option(name: [.short, .customLong("output")], help: "文件夹 / the folder", completion: .directory)
    var output: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let result = try await global.office().writeReport(ofJob: job, to: output, in: console.language)
      if console.isJSON {
        try console.print(json: result)
      } else if let path = result.reports.workbook {
        console.say(zh: "报告：\(path)", en: "Report: \(path)")
      }
    }
  }

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "应用计划：把一次试运行照样做出来；数据变了就拒绝 — carry out a dry run",
      discussion: "例 / example:\n  kaowu jobs apply 3")

    @Argument(help: "试运行的任务号 / the dry run") var job: Int
    @Option(help: "报告文件夹，默认 kaowu-reports / the folder for reports", completion: .directory)
    var reports: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let office = try await global.office()
      let result = try await office.applyPlan(job, reports: reports, in: console.language)
      try await ImportSummary.print(result, from: office, to: console)
      if result.hasErrors { throw ExitStatus.findings }
    }
  }

  struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "撤销导入：旧值回来；后来改过的、有依赖的会列出 — take an import back by value",
      discussion: """
        例 / example:
          kaowu jobs undo 3 --dry-run
          kaowu jobs undo 3
        有一条不能撤销就整个拒绝；--partial 只撤销其余的。
        One record that cannot be taken back refuses it all; --partial takes back the others.
        """)

    @Argument(help: "任务号 / the job") var job: Int
    @Flag(help: "只撤销能撤销的 / take back what can be") var partial = false
    @Flag(help: "试运行，什么都不改变 / say what would happen") var dryRun = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let result = try await global.office().undoJob(
        job, isPartial: partial, isDryRun: dryRun, in: console.language)
      if console.isJSON {
        try console.print(json: result)
      } else {
        UndoSummary(result, console.language).print(to: console)
      }
      if result.state == UndoResult.refusedState { throw ExitStatus.notAllowed }
    }
  }
}
