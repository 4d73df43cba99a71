internal import ArgumentParser
internal import Foundation
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu nightly --inbox DIR`
struct NightlyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly", abstract: "夜间任务：从投递文件夹取成绩、直邮、违纪文件 — take files from a drop folder",
    discussion: """
      种类按列名认，考次和考点按准考证号认；取过的移到 done/，没取的移到 failed/（旁边有 .txt 说明），报告在 reports/。
      文件 --settle 秒没有变化，或旁边有 .done 文件，才算传完。
      the kind is told by the columns, sitting and site by the ticket numbers; done/, failed/, reports/ beside the files.

      退出码 / exit status:
        0 全部接收（守候：被要求停止） / all taken (watching: stopped as asked)
        1 有文件没有接收 / some files failed
        3 投递文件夹打不开 / the drop folder cannot be opened
        4 另一个夜间任务正在处理它 / another nightly job has it
        5 数据库或磁盘出错 / the store or the disk failed
        130 --once 中途被要求停止；正在取的文件已取完 / --once was stopped; the file that was begun was finished

      例 / example:
        kaowu nightly --inbox 投递 --once --json
        kaowu nightly --inbox 投递 --every 30
      """)

  @Option(help: "投递文件夹 / the drop folder", completion: .directory) var inbox: String
  @Flag(help: "取完现有的文件就结束；没有它就一直守候 / take what is there and end") var once = false
  @Option(help: "守候时每隔多少秒看一次 / seconds between two looks") var every = 30.0
  @Option(help: "文件多少秒没有变化才算传完 / seconds without a change before a file is whole") var settle = 10.0
  @Option(help: "数据库暂时连不上时，等多少秒再放弃 / seconds to wait for a store that is out of reach for now")
  var patience = 300.0
  @Flag(help: "覆盖已有的记录；变更太多的文件会被拦下 / replace what is there") var override = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (0...86_400).contains(settle), (0.1...86_400).contains(every),
      (0...86_400).contains(patience)
    else {
      throw UsageError(
        zh: "--settle 和 --patience 应在 0 到 86400 秒之间，--every 应在 0.1 到 86400 秒之间。",
        en: "--settle and --patience are 0 to 86400 seconds, --every 0.1 to 86400 seconds.")
    }
  }

  func run() async throws {
    let console = global.console
    try requireStoreElsewhere()
    let office = try await global.office()
    var request = NightlyRequest(inbox: inbox, settle: settle, language: console.language)
    request.overrides = override
    request.patience = patience
    if once {
      let summary = try await office.nightly(request)
      try print(summary, to: console)
      try end(summary)
    } else {
      let summary = try await office.watch(request, every: every) { look in
        for line in look.lines(in: console.language) { console.say(Wording(zh: line, en: line)) }
      }
      if console.isJSON { try console.print(json: summary) }
      if let cause = summary.cause { throw cause }
    }
  }

  private func print(_ summary: NightlySummary, to console: Console) throws {
    if console.isJSON { return try console.print(json: summary) }
    for line in summary.lines(in: console.language) { console.print(ScreenText.masked(line)) }
  }

  private func end(_ summary: NightlySummary) throws {
    if let cause = summary.cause { throw cause }
    if summary.isStopped { throw ExitStatus.cancelled }
    if !summary.failed.isEmpty { throw ExitStatus.findings }
  }

  /// The store in the drop folder would be taken for a file that was dropped.
  private func requireStoreElsewhere() throws {
    guard let store = try StoreLocation(option: global.store).folder else { return }
    guard store.resolvingSymlinksInPath().path != URL(fileURLWithPath: inbox).resolvingSymlinksInPath().path
    else {
      throw UsageError(
        zh: "数据库就在投递文件夹里，会被当作投递的文件。请用 --inbox 指出另一个文件夹。",
        en:
          "The store lies in the drop folder and would be taken for a dropped file. Name another with --inbox."
      )
    }
  }
}
