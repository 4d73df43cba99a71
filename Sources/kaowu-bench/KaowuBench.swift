internal import ArgumentParser
internal import Foundation

/// 性能基准 — makes data, runs the public command on it, beside other programs that do the same and a floor in C, and
/// prints what each cost. No test asserts a time: machines are noisy, so look at the ratios of one run.
@main
struct KaowuBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaowu-bench",
    abstract: "性能基准 — what the main jobs cost, beside other programs",
    discussion: """
      数据由种子生成，放在 $KAOWU_BENCH_DATA（默认临时文件夹），下次再用。没有安装的对照程序会跳过。
      Data comes from a seed and is kept in $KAOWU_BENCH_DATA; programs that are not installed are passed over.

      作业 / jobs: \(everyJob.map { $0.name }.joined(separator: " "))

      例 / example:
        kaowu-bench --quick
        kaowu-bench --jobs registrations,scores --runs 5
      """)

  @Flag(help: "小规模，约三分钟 / small sizes, about three minutes") var quick = false
  @Option(help: "作业，逗号分隔；默认全部 / the jobs") var jobs: String?
  @Option(help: "每项运行几次，取中位数 / runs of each, the median counts") var runs: Int?
  @Option(help: "kaowu 命令的路径，默认在本程序旁 / the command") var kaowu: String?
  @Option(help: "对照程序和下限程序所在文件夹 / the folder of peers and floors") var peers = "bench"
  @Option(name: .shortAndLong, help: "把表格写入文件 / write the tables to a file") var output: String?

  func run() async throws {
    let command =
      kaowu
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "kaowu").path
    let workshop = try Workshop(command: command, peers: peers)
    let wanted = jobs.map { Set($0.split(separator: ",").map(String.init)) }
    if let unknown = wanted?.subtracting(everyJob.map { $0.name }).sorted().first {
      throw ValidationError("没有作业“\(unknown)” / there is no job “\(unknown)”")
    }
    var report = BenchReport(machine: Machine.current, isQuick: quick)
    for job in everyJob where wanted?.contains(job.name) ?? true {
      let sizes = quick ? job.quickSizes : job.sizes
      var table = JobTable(job)
      for size in sizes {
        note("\(job.name) \(size) …")
        let contenders = try await job.contenders(size, workshop).filter {
          $0.role == .ours || size == (quick ? job.quickSizes : [job.comparedSize]).last
        }
        // What is larger than what is compared tells how the cost grows; once is enough for that.
        let isOnce = quick || size > job.comparedSize
        let rounds = Rounds(runs: runs ?? (isOnce ? 1 : 3), workshop: workshop)
        table.add(try rounds.run(contenders), size: size)
      }
      print(table.markdown)
      report.add(table)
    }
    if let output { try report.markdown.write(toFile: output, atomically: true, encoding: .utf8) }
  }

  private func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
