import Foundation
import Storage
import StorageSQLite
import TestKit
import Testing

/// Imports that are killed, stopped, or that have to wait for one another.
@Suite(.serialized) struct KillTests {
  @Test(
    "OPS-01 kill -9 at any moment of an import leaves the store as before or as after",
    arguments: [58 as UInt64])
  func kills(_ seed: UInt64) async throws {
    let scene = try await ImportScene(rows: 2_000)
    let clock = ContinuousClock()
    let began = clock.now
    let full = try await scene.fixture.importWorkbook("more.xlsx", ["--quiet"])
    // How long an import takes now; kept up to date below, for the machine may be busier at one time than another.
    var duration = clock.now - began
    #expect(full.status == 0)
    let after = try await scene.contents()
    try #require(after != scene.before)

    var random = SeededGenerator(seed: seed)
    var outcomes: [String: Int] = [:]
    for round in 1...50 {
      try scene.restore()
      let share = Double.random(in: 0..<1, using: &random)
      let started = try scene.fixture.start(scene.call)
      started.signal(SIGKILL, after: duration * share)
      let run = try await started.end()
      let contents = try await scene.contents()
      let outcome = contents == scene.before ? "before" : contents == after ? "after" : "torn"
      outcomes[outcome, default: 0] += 1
      duration = outcome == "after" ? duration * 0.9 : duration * 1.1
      #expect(outcome != "torn", "seed \(seed), round \(round), share \(share)")
      if run.status == 0 { #expect(outcome == "after") }
      try await scene.expectRecovery(outcome)
      if round.isMultiple(of: 10) {
        let again = try await scene.fixture.importWorkbook("more.xlsx", ["--quiet", "--override"])
        #expect(again.status == 0, "\(again.screen)")
        #expect(again.errors.isEmpty, "what was interrupted is said once")
        #expect(try await scene.contents() == after)
      }
    }
    print("seed \(seed): \(outcomes)")
    // A test that never meets a running import would prove nothing.
    #expect(outcomes["before", default: 0] > 5)
  }

  @Test("OPS-06 Ctrl-C ends an import with status 130: the job is cancelled and nothing is taken")
  func interrupt() async throws {
    let scene = try await ImportScene(rows: 8_000)
    let started = try scene.fixture.start(scene.call + ["--json"])
    while try await scene.newestJob()?.state != "checking", started.isRunning {
      try await Task.sleep(for: .milliseconds(5))
    }
    started.signal(SIGINT)
    let run = try await started.end()
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasSuffix("已取消，数据没有改变。\n"))
    #expect(try await scene.newestJob()?.state == "cancelled")
    #expect(try await scene.contents() == scene.before)
    #expect(try await scene.fixture.importWorkbook("more.xlsx", ["--quiet"]).status == 0)
  }

  @Test("an import waits while another process holds the store, and then succeeds")
  func waiting() async throws {
    let scene = try await ImportScene(rows: 50)
    let holder = try await SQLiteDatabase(path: scene.store)
    let started = try await holder.write { session in
      try session.execute("UPDATE sitting SET name = name")
      let started = try scene.fixture.start(scene.call)
      // Long enough for the import to come to its first write; what is asked is only that it has not given up.
      Thread.sleep(forTimeInterval: 1)
      #expect(started.isRunning)
      return started
    }
    let run = try await started.end()
    #expect(run.status == 0, "\(run.screen)")
    #expect(try await scene.contents() != scene.before)
  }
}
