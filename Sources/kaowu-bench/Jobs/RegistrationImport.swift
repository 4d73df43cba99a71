/// A registration workbook into a store without candidates: every rule, reports, ledger, a durable commit.
enum RegistrationImport: Job {
  static let name = "registrations"
  static let title = "报名工作簿导入空库 · A registration workbook into an empty store"
  // Larger workbooks have more shared texts than are kept in memory, and are refused.
  static let sizes = [10_000, 100_000, 250_000]
  static let comparedSize = 100_000
  static let aims = "≤ 0.7 × polars + DuckDB；目标 aim ≤ 1.6 × 下限 the floor"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let file = try await BenchFiles.workbook(size, .shared, workshop)
    let empty = try await BenchSitting.emptyStore(workshop)
    let store = workshop.path("out/registrations.sqlite")
    let other = workshop.path("out/registrations.other")
    let clear: @Sendable () throws -> Void = { workshop.remove(other) }
    func peer(_ name: String, _ how: String, _ modules: [String]) -> Contender {
      workshop.python(name, "registrations.py", [how, file, other], modules: modules, prepare: clear)
    }
    return [
      workshop.ours("import", importing(file, store, workshop)) { try workshop.copy(empty, to: store) },
      peer("polars + DuckDB", "polars", ["polars", "fastexcel", "duckdb", "pyarrow"]),
      peer("calamine + SQLite", "calamine", ["python_calamine"]),
      peer("openpyxl + SQLite", "openpyxl", ["openpyxl"]),
    ]
  }

  static func importing(_ file: String, _ store: String, _ workshop: Workshop) -> [String] {
    ["import", "registrations", file, "--reports", workshop.path("out/reports"), "--quiet"]
      + BenchSitting.options(store)
  }
}
