internal import ArgumentParser
internal import Files
internal import Foundation
internal import Tabular

/// `kaowu-bench registrations` — a registration workbook into an empty store with every rule, for several sizes.
struct Registrations: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "报名工作簿导入空库 — a registration workbook into an empty store",
    discussion: "例 / example:\n  kaowu-bench registrations --rows 10000,100000 --runs 3")

  @Option(help: "行数，逗号分隔 / sizes") var rows = "10000,100000"
  @Option(help: "每种行数运行几次，取中位数 / runs of each size, the median counts") var runs = 3
  @Option(help: "kaowu 命令的路径，默认在本程序旁 / the command") var kaowu: String?
  @Flag(help: "再以覆盖方式导入同一文件 / then the same file with override") var again = false

  func run() throws {
    let command =
      kaowu
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "kaowu").path
    let folder = try TemporaryFolder()
    let sizes = rows.split(separator: ",").compactMap { Int($0) }
    var costs: [(rows: Int, seconds: Double)] = []
    print("rows      columns  run        wall s   cpu s    peak MB")
    for size in sizes {
      let workbook = folder.path("registrations-\(size).xlsx")
      try RegistrationWorkbook(rows: size, seed: 58).write(to: workbook)
      var walls: [Double] = []
      for run in 1...max(1, runs) {
        let store = folder.path("store-\(size)-\(run).sqlite")
        try prepare(store, command, folder)
        let cost = try importing(workbook, store, command, folder)
        walls.append(cost.wall)
        report(size, "\(run)", cost)
        if again {
          report(size, "\(run) again", try importing(workbook, store, command, folder, "--override"))
        }
      }
      costs.append((size, walls.sorted()[walls.count / 2]))
    }
    if let first = costs.first, let last = costs.last, costs.count > 1 {
      let ratio = last.seconds / first.seconds
      let exponent = log(ratio) / log(Double(last.rows) / Double(first.rows))
      print(
        "\(last.rows) rows cost \(text(ratio)) times as much as \(first.rows); cost grows as rows to the power \(text(exponent))"
      )
    }
  }

  private func prepare(_ store: String, _ command: String, _ folder: TemporaryFolder) throws {
    let sitting = folder.path("bench-58.yaml")
    try Data(RegistrationWorkbook.sitting.utf8).write(to: URL(fileURLWithPath: sitting))
    _ = try MeasuredProcess.run(command, ["init", "--store", store, "--allow-clock", "--json"])
    _ = try MeasuredProcess.run(command, ["sitting", "load", sitting, "--store", store, "--json"])
  }

  private func importing(
    _ workbook: String, _ store: String, _ command: String, _ folder: TemporaryFolder, _ more: String...
  ) throws -> MeasuredProcess.Cost {
    try MeasuredProcess.run(
      command,
      [
        "import", "registrations", workbook, "--sitting", "ncre-58", "--site", "990701", "--store", store,
        "--quiet",
        "--now", "2020-08-01T09:00:00+08:00", "--reports", folder.path("reports"), "--json",
      ] + more)
  }

  private func report(_ rows: Int, _ run: String, _ cost: MeasuredProcess.Cost) {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    print(
      padded(String(rows), 10) + padded(String(RegistrationWorkbook.columns), 9) + padded(run, 11)
        + padded(text(cost.wall), 9) + padded(text(cost.cpu), 9) + text(cost.peakMegabytes))
  }

  /// Two decimals.
  private func text(_ number: Double) -> String { String(Double(Int(number * 100 + 0.5)) / 100) }
}
