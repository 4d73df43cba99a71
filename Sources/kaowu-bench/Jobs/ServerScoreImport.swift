/// A score file in GB 18030 into PostgreSQL, against COPY and statements written by hand.
enum ServerScoreImport: Job {
  static let name = "scores-server"
  static let title = "成绩文件导入 PostgreSQL · A score file into PostgreSQL"
  static let sizes = [10_000, 100_000, 1_000_000]
  static let comparedSize = 1_000_000
  static let aims =
    "与手写 COPY + SQL 相比 beside COPY + SQL by hand；不含服务器的 CPU、内存 without the server's CPU and memory"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    guard let server = BenchServer.named else {
      return [.withoutServer("import"), .withoutServer("COPY + SQL")]
    }
    let file = try await BenchFiles.scores(size, workshop)
    let entries = try await BenchFiles.entries(size, workshop)
    let filled = try await BenchSitting.database(size, .ticketed, on: server, workshop)
    let plain = try await server.database("plain_entries_\(size)") { address in
      try workshop.sql("scores-load.sql", on: address, ["entries": entries])
    }
    let hand = workshop.sql(
      "COPY + SQL", "scores.sql", on: server.address(of: "plain"), ["scores": file]
    ) { try server.copy(plain, to: "plain") }
    return [
      workshop.ours(
        "import",
        ["import", "scores", file, "--reports", workshop.path("out/reports"), "--quiet"]
          + BenchSitting.options(server.address(of: "scores"), at: BenchSitting.later)
      ) { try server.copy(filled, to: "scores") },
      hand,
    ]
  }
}
