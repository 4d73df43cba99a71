import Files
import Foundation
import Imports
import Operations
import Storage
import Synchronization
import Tabular
import Testing

/// Queued imports, run by workers of this process.
@Suite struct WorkerTests {
  @Test("OPS-03 a queued import ends as a direct one: the same records, the same counts, the same findings")
  func sameAsDirect() async throws {
    let direct = try await OfficeFixture()
    let scene = try await QueueScene()
    var bad = Candidate.some(40)
    bad[7].email = "没有"
    let expected = try await direct.register(bad) { $0.isPartial = true }
    let queued = try await scene.queue(bad) { $0.isPartial = true }
    #expect(queued.state == "received" && queued.queue?.attempts == 0)
    #expect(try await scene.states() == [.received])
    try await scene.drain()
    #expect(scene.recorder.words == ["took 1", "done 1"])
    let result = try await scene.office().job(1, in: .zh)
    #expect(result.state == "done" && result.tally == expected.tally && result.marks == expected.marks)
    #expect(result.by == nil && result.queue == nil)
    #expect(try await scene.fixture.stored() == (try await direct.stored()))
    #expect(try await scene.count("SELECT count(*) FROM queued_job") == 0)
    // Every report can be made from the store, also the copy with the bad cells and the rows that were not taken.
    let folder = scene.fixture.folder.path("again")
    let reports = try await scene.office().writeReport(ofJob: 1, to: folder, in: .zh).reports
    for path in [reports.workbook, reports.json, reports.annotated, reports.rejected] {
      #expect(FileManager.default.fileExists(atPath: try #require(path)))
    }
  }

  @Test("OPS-03 several workers take each job once, at most one of a site at a time")
  func several() async throws {
    let scene = try await QueueScene()
    for start in stride(from: 0, to: 60, by: 10) {
      let site = start % 20 == 0 ? "990701" : "990703"
      try await scene.queue((start..<start + 10).map { Candidate($0) }, site: site)
    }
    let running = Mutex<[String: Int]>([:])
    scene.recorder.onEvent { event in
      running.withLock { running in
        switch event {
        case .took(let job): running[job.site, default: 0] += 1
        case .ended(let job, _): running[job.site, default: 0] -= 1
        default: break
        }
        for (site, count) in running { #expect(count <= 2, "\(site)") }
      }
    }
    try await scene.drain(workers: 3)
    #expect(try await scene.states() == Array(repeating: .done, count: 6))
    #expect(scene.recorder.words.filter { $0.hasPrefix("took") }.sorted() == (1...6).map { "took \($0)" })
    #expect(try await scene.fixture.stored().count == 60)
    #expect(try await scene.count("SELECT max(token) FROM lane") == 3)
    #expect(try await scene.count("SELECT count(*) FROM upload") == 0, "what needs no file keeps none")
  }

  @Test("OPS-03 a slow worker that lost its lease commits nothing, and leaves the job to whoever took it")
  func fencing() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(20))
    let other = Mutex<JobClaim?>(nil)
    // Right before its merge the worker sleeps for too long, and another takes the job.
    scene.database.beforeEach { [scene] what in
      guard what == "settle", other.withLock({ $0 == nil }) else { return }
      scene.database.beforeEach(nil)
      scene.outlastLeases()
      let claim = try await scene.claim(by: "other")
      other.withLock { $0 = claim }
    }
    scene.recorder.onEvent { [scene] event in
      // The other one dies, too; then the job is run to its end.
      if case .lostLease = event { scene.outlastLeases() }
    }
    let before = try await scene.fixture.stored()
    #expect(before.isEmpty)
    try await scene.drain()
    #expect(scene.recorder.words == ["took 1", "lost 1", "took over 1", "done 1"])
    #expect(other.withLock { $0?.token } == 2)
    #expect(try await scene.fixture.stored().count == 20)
    #expect(try await scene.count("SELECT token FROM lane") == 3)
  }

  @Test("OPS-01 OPS-03 a worker that lost its lease does not move the state of a job that another has ended")
  func lateState() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(3))
    let isFirst = Mutex(true)
    scene.database.beforeEach { [scene] what in
      guard what == "stage",
        isFirst.withLock({
          let was = $0; $0 = false; return was
        })
      else { return }
      scene.database.beforeEach(nil)
      scene.outlastLeases()
      try await scene.drain()
    }
    try await scene.drain()
    #expect(scene.recorder.words == ["took 1", "took over 1", "done 1", "lost 1"])
    #expect(try await scene.states() == [.done])
    #expect(try await scene.fixture.stored().count == 3)
  }

  @Test("OPS-03 a store that is busy is tried again after back-off, and the job fails after five attempts")
  func attempts() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(2))
    scene.database.beforeEach { what in
      if what == "settle" { throw StoreError(.busy, zh: "数据库太忙。", en: "The store is busy.") }
    }
    try await scene.drain { $0.lease = .seconds(600) }
    scene.database.beforeEach(nil)
    #expect(
      scene.recorder.words
        == (1...4).flatMap { _ in ["took 1", "broke 1 store.busy"] } + ["took 1", "failed 1"])
    let waits = scene.recorder.events.compactMap { event -> Double? in
      if case .broke(_, _, let wait) = event { wait } else { nil }
    }
    #expect(waits == [0.001, 0.002, 0.004, 0.008])
    let failed = try await scene.office().job(1, in: .zh)
    #expect(failed.state == "failed" && failed.error == "数据库太忙。")
    #expect(try await scene.fixture.stored().isEmpty)
    // Its file is still there.
    let again = try await scene.office("site990701").retryJob(1, in: .zh)
    #expect(again.state == "received" && again.queue?.attempts == 0)
    try await scene.drain()
    #expect(try await scene.states() == [.done])
    #expect(try await scene.fixture.stored().count == 2)
  }

  @Test("OPS-03 a job whose workers are killed again and again fails, and says so")
  func poison() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(1))
    for _ in 1...5 {
      #expect(try await scene.claim(lease: 1_000) != nil)
      scene.database.pass(1_001)
    }
    try await scene.drain()
    #expect(scene.recorder.words == ["took over 1", "failed 1"])
    #expect(try await scene.office().job(1, in: .zh).error?.contains("多次被中断") == true)
  }

  @Test("OPS-04 a bad file ends a queued job at once with its words, and so does a refusal")
  func endsAtOnce() async throws {
    let scene = try await QueueScene()
    try await scene.queue(try scene.fixture.folder.file("x.xlsx", [1, 2, 3]))
    try await scene.queue(Candidate.some(1))
    // Between handing in and running, the user loses the right to change anything.
    try await scene.drain { $0.endsWhenEmpty = true }
    #expect(scene.recorder.words == ["took 1", "failed 1", "took 2", "done 2"])
    #expect(try await scene.office().job(1, in: .zh).error?.isEmpty == false)
    try await scene.queue((50..<52).map { Candidate($0) })
    try await scene.fixture.execute("UPDATE member SET role = 'viewer' WHERE name = 'site990701'")
    try await scene.drain()
    let refused = try await scene.office().job(3, in: .zh)
    #expect(refused.state == "failed" && refused.error?.contains("ORG-02") == true)
  }

  @Test(
    "WIN-03 OPS-03 the window is that of handing in: what came in time is taken, what comes late is not queued"
  )
  func window() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(2))
    try scene.fixture.setClock("2020-09-02 10:00")
    let late = try await refusal { try await scene.queue(Candidate.some(3)) }
    #expect(late.rule == "WIN-03")
    try await scene.drain()
    #expect(try await scene.states() == [.done])
    #expect(
      try await refusal { try await scene.queue(Candidate.some(1), as: "view990701") }.reason == .viewer)
  }

  @Test("OPS-03 the same content is queued once; with other options it is another job")
  func doubled() async throws {
    let scene = try await QueueScene()
    let path = scene.fixture.newPath(".xlsx")
    try SheetFile.registrations(Candidate.some(1)).write(to: path)
    let first = try await scene.queue(path)
    let second = try await scene.queue(path)
    let third = try await scene.queue(path) { $0.overrides = true }
    #expect(first.queue?.already == nil && second.queue?.already == true)
    #expect(second.job == first.job && third.job != first.job)
    #expect(try await scene.count("SELECT jobs FROM lane") == 2)
    try await scene.drain()
    #expect(try await scene.states() == [.done, .done])
  }

  @Test("OPS-01 jobs in the queue are not taken for interrupted ones")
  func recovery() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(1))
    _ = try await scene.claim()
    #expect(try await scene.office().recoverJobs().isEmpty)
    #expect(try await scene.states() == [.received])
  }
}
