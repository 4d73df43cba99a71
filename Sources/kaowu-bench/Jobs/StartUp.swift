/// What a command costs before it does anything, and what the smallest import does.
enum StartUp: Job {
  static let name = "start-up"
  static let title = "启动 · Start-up"
  static let unit = "行 rows"
  static let sizes = [10]
  static let quickSizes = [10]
  static let comparedSize = 10
  static let aims = "--help ≤ 20 ms（目标 aim 5 ms），导入 10 行 an import of 10 rows ≤ 60 ms（30 ms）"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let file = try await BenchFiles.workbook(size, .shared, workshop)
    let empty = try await BenchSitting.emptyStore(workshop)
    let store = workshop.path("out/start-up.sqlite")
    let reports = workshop.path("out/reports")
    return [
      workshop.ours("--help", ["--help"]),
      workshop.ours(
        "import",
        ["import", "registrations", file, "--reports", reports, "--quiet"] + BenchSitting.options(store)
      ) { try workshop.copy(empty, to: store) },
      workshop.python("python", "start.py", [], modules: []),
      workshop.python("python + DuckDB", "start.py", ["duckdb"], modules: ["duckdb"]),
    ]
  }
}
