/// All tables as one page.
struct BenchReport {
  private let machine: Machine
  private let isQuick: Bool
  private var tables: [JobTable] = []

  init(machine: Machine, isQuick: Bool) {
    self.machine = machine
    self.isQuick = isQuick
  }

  mutating func add(_ table: JobTable) { tables.append(table) }

  var markdown: String {
    let head = """
      # 性能 · Benchmarks

      \(machine.processor)，\(machine.cores) 核 cores，\(machine.memoryGigabytes) GiB，\(machine.system)\
      \(isQuick ? "；快速运行 quick run" : "")

      由 `scripts/bench -o docs/BENCHMARKS.md` 写成。各程序轮流运行，取中位数；时间含启动，数据在页缓存中。别的程序只做表中写明的事，
      `kaowu` 做全部规则、报告、台账，提交落盘。看同一次运行里的比值，不看秒数。
      Written by `scripts/bench -o docs/BENCHMARKS.md`. The programs run in turn; medians, start-up included, files in the page
      cache. The others do only what is named; `kaowu` applies every rule, writes reports and ledger, and commits to disk.
      Look at the ratios of one run, not at the seconds.

      """
    return ([head] + tables.map(\.markdown)).joined(separator: "\n")
  }
}
