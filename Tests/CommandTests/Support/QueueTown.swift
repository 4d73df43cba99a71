import Foundation
import Testing

/// 排队现场 — a store with several sites, and workbooks for them that are queued.
struct QueueTown: Sendable {
  let fixture: CommandFixture
  let sites: [String]
  let jobs: [(site: String, file: String)]

  /// How much of everything.
  struct Size {
    var jobs: Int
    var sites: Int
  }

  /// - Parameter rows: how many candidates each workbook holds.
  init(_ size: Size, rows: Int) async throws {
    fixture = try CommandFixture()
    let sites = (1...size.sites).map { "9908" + (10...99).map(String.init)[$0] }
    self.sites = sites
    jobs = (0..<size.jobs).map { (sites[$0 % sites.count], "job-\($0).xlsx") }
    for (number, job) in jobs.enumerated() {
      var book = CandidateWorkbook(rows, first: number * rows)
      // Some files are refused: that is an end like any other.
      if number % 7 == 6 { book.set("电子邮件", of: rows / 2, to: "没有") }
      try book.write(job.file, in: fixture)
    }
    #expect(try await call(["init", "--allow-clock"]).status == 0)
    var text = SittingText()
    text.moreSites = sites
    let load = try await call(["sitting", "load", try fixture.write("sitting.yaml", text.yaml)])
    try #require(load.status == 0, "\(load.screen)")
  }

  /// Runs a command at a moment when registration is open.
  func call(_ arguments: [String]) async throws -> CommandRun {
    try await fixture.run(arguments)
  }

  func start(_ arguments: [String]) throws -> StartedCommand {
    try fixture.start(arguments)
  }

  /// What a call needs to import a job's file.
  func importing(_ job: (site: String, file: String), _ more: [String] = []) -> [String] {
    [
      "import", "registrations", fixture.path(job.file), "--sitting", "ncre-58", "--site", job.site,
      "--quiet",
      "--json", "--now", CommandFixture.registering,
    ] + more
  }

  /// The call of a worker.
  func worker(_ more: [String] = ["--once"]) -> [String] {
    ["worker", "--lease", "1", "--now", CommandFixture.registering] + more
  }

  /// Imports or queues every file.
  func handIn(_ more: [String] = []) async throws {
    for job in jobs {
      let run = try await call(importing(job, more))
      try #require([0, 1].contains(run.status), "\(run.screen)")
    }
  }

  /// The jobs of the ledger in their order: state, rows created, findings.
  func ledger() async throws -> [String] {
    let run = try await call(["jobs", "list", "--json"])
    let items = try #require(try run.object()["items"] as? [[String: Any]])
    return items.reversed().map { item in
      let rows = item["rows"] as? [String: Any]
      let file = item["file"] as? [String: Any]
      return
        "\(file?["name"] ?? "") \(item["state"] ?? "") \(rows?["created"] ?? "") \(item["findingsTotal"] ?? "")"
    }
  }

  /// Every candidate of every site, as the command lists them.
  func candidates() async throws -> [String] {
    var all: [String] = []
    for site in sites {
      let run = try await call(
        [
          "candidates", "list", "--sitting", "ncre-58", "--site", site, "--full", "--json", "--now",
          CommandFixture.registering,
        ])
      let items = try #require(try run.object()["items"] as? [[String: Any]])
      all += try items.map {
        String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
      }
    }
    return all.sorted()
  }
}
