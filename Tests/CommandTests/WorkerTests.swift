import Foundation
import Testing

/// `kaowu import --queue`, `kaowu worker`, `kaowu jobs retry|cancel`: workers as processes.
@Suite(.serialized) struct WorkerTests {
  @Test(
    "OPS-03 import --queue keeps the file, prints the job and ends at once; show and list say where it stands"
  )
  func queueing() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 1, sites: 1), rows: 3)
    let run = try await town.call(town.importing(town.jobs[0], ["--queue"]))
    #expect(try run.status == 0 && (run.object()["state"] as? String) == "received")
    try FileManager.default.removeItem(atPath: town.fixture.path(town.jobs[0].file))
    #expect(try await town.call(["jobs", "show", "1"]).output.hasPrefix("排队：任务 1，"))
    #expect(try await town.call(["jobs", "list"]).output.contains("排队"))
    let worker = try await town.call(town.worker())
    #expect(worker.status == 0, "\(worker.errors)")
    #expect(try await town.call(["jobs", "show", "1"]).output.contains("已导入（任务 1）"))
    let report = try await town.call(["jobs", "report", "1", "-o", town.fixture.path("r")])
    #expect(report.status == 0)
  }

  @Test("OPS-03 the log is one JSON object a line, and holds no name, no number and no file name")
  func log() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 7, sites: 2), rows: 5)
    try await town.handIn(["--queue"])
    let run = try await town.call(town.worker())
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errorLines.count >= 16)
    for line in run.errorLines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(object?["level"] != nil && object?["time"] != nil && object?["message"] != nil, "\(line)")
    }
    #expect(run.errors.contains("\"findings.FMT.email\":\"1\""))
    for secret in ["测试", "没有", "job-", ".xlsx", "candidate", "138000"] {
      #expect(!run.errors.contains(secret), "\(secret)")
    }
    #expect(!run.errors.contains { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
    for index in 0..<35 { #expect(!run.errors.contains(CandidateWorkbook.number(index))) }
  }

  @Test("OPS-06 SIGTERM: a worker finishes the job that it is at, takes no other, and ends with 0")
  func politeStop() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 2, sites: 1), rows: 3_000)
    try await town.handIn(["--queue"])
    let worker = try town.start(town.worker([]))
    while worker.isRunning, try await !town.ledger()[0].contains(" checking ") {
      try await Task.sleep(for: .milliseconds(5))
    }
    worker.signal(SIGTERM)
    let run = try await worker.end()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try await town.ledger().map { $0.split(separator: " ")[1] } == ["done", "received"])
  }

  @Test("OPS-06 a second SIGTERM: the job is handed back at once, nothing is taken, and the status is 130")
  func hastyStop() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 1, sites: 1), rows: 6_000)
    try await town.handIn(["--queue"])
    let worker = try town.start(town.worker([]))
    while worker.isRunning, try await !town.ledger()[0].contains(" checking ") {
      try await Task.sleep(for: .milliseconds(5))
    }
    worker.signal(SIGTERM)
    // One pending signal of a number is all that a process keeps; the second is another.
    worker.signal(SIGINT)
    let run = try await worker.end()
    #expect(run.status == 130, "\(run.errors)")
    #expect(run.errors.contains("job given back"))
    #expect(try await town.ledger().map { $0.split(separator: " ")[1] } == ["received"])
    #expect(try await town.candidates().isEmpty)
  }

  @Test("OPS-03 metrics are served over HTTP while workers wait, and are gone when they stop")
  func metrics() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 1, sites: 1), rows: 3)
    try await town.handIn(["--queue"])
    let port = Int.random(in: 20_000..<32_000)
    let worker = try town.start(town.worker(["--metrics", "127.0.0.1:\(port)"]))
    let url = try #require(URL(string: "http://127.0.0.1:\(port)/metrics"))
    var text = ""
    while worker.isRunning,
      !text.contains("kaowu_jobs_ended_total{kind=\"registrations\",state=\"done\"} 1\n")
    {
      text = (try? await Self.body(of: url)) ?? ""
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(text.contains("# TYPE kaowu_stage_seconds histogram\n"))
    #expect(text.contains("kaowu_rows_total{kind=\"registrations\",outcome=\"created\"} 3\n"))
    worker.signal(SIGTERM)
    #expect(try await worker.end().status == 0)
    let wrong = try await town.call(town.worker(["--once", "--metrics", "nowhere"]))
    #expect(wrong.status == 2)
  }

  @Test("OPS-06 jobs cancel and retry: a job that waits is cancelled and queued again")
  func cancelAndRetry() async throws {
    let town = try await QueueTown(QueueTown.Size(jobs: 1, sites: 1), rows: 3)
    try await town.handIn(["--queue"])
    let cancelled = try await town.call(["jobs", "cancel", "1", "--json"])
    #expect(try cancelled.status == 0 && (cancelled.object()["state"] as? String) == "cancelled")
    #expect(try await town.call(["jobs", "cancel", "1"]).status == 4)
    let again = try await town.call(["jobs", "retry", "1", "--json"])
    #expect(try again.status == 0 && (again.object()["state"] as? String) == "received")
    #expect(try await town.call(town.worker()).status == 0)
    #expect(try await town.ledger().map { $0.split(separator: " ")[1] } == ["done"])
    #expect(try await town.call(["jobs", "retry", "1"]).status == 4)
  }

  private static func body(of url: URL) async throws -> String {
    let run = try await StartedCommand(
      URL(filePath: "/usr/bin/curl"), ["-s", "-m", "5", url.absoluteString],
      in: FileManager.default.temporaryDirectory, environment: [:]
    ).end()
    return run.output
  }
}
