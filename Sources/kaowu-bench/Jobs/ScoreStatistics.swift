/// Statistics of all scores of a sitting.
enum ScoreStatistics: Job {
  static let name = "statistics"
  static let title = "成绩统计 · Statistics of scores"
  static let sizes = [10_000, 100_000, 1_000_000]
  static let comparedSize = 1_000_000
  static let aims = "≤ 2 × DuckDB（目标 aim 0.3 ×）"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let store = try await BenchSitting.store(size, .scored, workshop)
    let entries = try await BenchFiles.entries(size, workshop)
    func peer(_ name: String, _ how: String, _ modules: [String]) -> Contender {
      let base = workshop.path("statistics-\(size).\(how)")
      let load = workshop.python(name, "scores.py", ["load-\(how)", entries, base], modules: modules)
      return workshop.python(name, "scores.py", ["statistics-\(how)", base], modules: modules) {
        if !workshop.exists(base) {
          _ = try MeasuredProcess.run(load.command[0], Array(load.command.dropFirst()))
        }
      }
    }
    return [
      workshop.ours(
        "stats scores",
        ["stats", "scores", "--sitting", "ncre-58", "--store", store, "--now", BenchSitting.later, "--json"]),
      peer("DuckDB", "duckdb", ["duckdb"]), peer("Python + SQLite", "sqlite", []),
    ]
  }
}
