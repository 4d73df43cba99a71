/// A registration workbook into PostgreSQL, against a workbook read by another program, COPY, and statements written by
/// hand.
enum ServerRegistrationImport: Job {
  static let name = "registrations-server"
  static let title = "报名工作簿导入 PostgreSQL · A registration workbook into PostgreSQL"
  static let sizes = [10_000, 100_000]
  static let comparedSize = 100_000
  static let aims =
    "与 polars + 手写 COPY + SQL 相比 beside polars + COPY + SQL by hand；不含服务器的 CPU、内存 without the server's CPU and memory"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    guard let server = BenchServer.named else {
      return [.withoutServer("import"), .withoutServer("polars + COPY")]
    }
    let file = try await BenchFiles.workbook(size, .shared, workshop)
    let empty = try await BenchSitting.emptyDatabase(on: server, workshop)
    return [
      workshop.ours(
        "import", RegistrationImport.importing(file, server.address(of: "registrations"), workshop)
      ) {
        try server.copy(empty, to: "registrations")
      },
      workshop.python(
        "polars + COPY + SQL", "registrations.py",
        ["postgres", file, server.address(of: "plain_registrations")],
        modules: ["polars", "fastexcel"]
      ) { try server.copy("template0", to: "plain_registrations") },
    ]
  }
}
