/// A score file in GB 18030 against as many entries as it has rows, with all three comparisons, stored.
enum ScoreImport: Job {
  static let name = "scores"
  static let title = "成绩文件导入 · A score file"
  static let sizes = [10_000, 100_000, 1_000_000, 5_000_000]
  static let comparedSize = 1_000_000
  static let aims = "≤ 1.3 × iconv + DuckDB（目标 aim 0.4 ×）"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let file = try await BenchFiles.scores(size, workshop)
    let filled = try await BenchSitting.store(size, .ticketed, workshop)
    let store = workshop.path("out/scores.sqlite")
    let options = BenchSitting.options(
      store, at: BenchSitting.later, site: BenchSitting.organisation(size))
    let ours = workshop.ours(
      "import",
      ["import", "scores", file, "--reports", workshop.path("out/reports"), "--quiet"] + options
    ) { try workshop.copy(filled, to: store) }
    guard size <= comparedSize else { return [ours] }
    let entries = try await BenchFiles.entries(size, workshop)
    func peer(_ name: String, _ how: String, _ modules: [String]) -> Contender {
      let (base, copy) = (workshop.path("scores-\(size).\(how)"), workshop.path("out/scores.\(how)"))
      let load = workshop.python(name, "scores.py", ["load-\(how)", entries, base], modules: modules)
      return workshop.python(name, "scores.py", [how, file, copy], modules: modules) {
        if !workshop.exists(base) {
          _ = try MeasuredProcess.run(load.command[0], Array(load.command.dropFirst()))
        }
        try workshop.copy(base, to: copy)
      }
    }
    return [
      ours,
      peer("iconv + DuckDB", "duckdb", ["duckdb"]),
      peer("Python + SQLite", "sqlite", []),
      workshop.floor(
        "C: 解码并合并 decode and join", "scores", [entries, file, workshop.path("out/scores.floor")]),
    ]
  }
}
