import Foundation
import Storage
import TestStores
import Testing

/// Queued imports under fire: every job ends, once, and the store exports what one exports that a single worker filled in
/// peace. `scripts/chaos` runs the same with much more of everything.
@Suite(.serialized) struct ChaosTests {
  /// What a store is compared with.
  struct Peace: Sendable {
    let files: ChaosFiles
    let ledger: [String]
    let exports: [String: String]
  }

  /// One worker, one file after the other, on SQLite; made once, for all that is compared with it.
  private static let peace = Task {
    let files = try ChaosFiles(.asked)
    let town = try await ChaosTown(files)
    try await town.handIn(files.first)
    try await work(town)
    try await town.arrange()
    try files.writeScores(try await town.tickets())
    try await town.handIn(files.second)
    try await work(town)
    // Of every third site one file is refused; all others are good.
    let ledger = try await town.ledger()
    let refused = ledger.filter { !$0.contains(" done ") }
    try #require(
      refused.count == files.sites.count / 3 && refused.allSatisfy { $0.contains("-more.xlsx refused ") },
      "\(refused)")
    return Peace(files: files, ledger: ledger, exports: try await town.exports())
  }

  private static func work(_ town: ChaosTown) async throws {
    let run = try await town.call(["worker", "--once", "--quiet", "--now", CommandFixture.registering])
    try #require(run.status == 0, "\(run.errors)")
  }

  /// What happens to a store while its workers are killed.
  private func chaos(
    on store: String?, _ name: String, seed: UInt64 = 58,
    _ accidents: (_ jobs: Int) -> [Fire.Accident] = { _ in [] }
  ) async throws {
    guard let peace = try? await Self.peace.value else {
      // What is thrown here was noted where it happened, as part of another test.
      Issue.record("there is nothing to compare with")
      return
    }
    let files = peace.files
    let (began, town) = (ContinuousClock.now, try await ChaosTown(files, store: store))
    var fire = Fire(town, seed: seed)
    // Files come in while workers take them, and while whatever happens happens.
    async let handedIn: Void = town.handIn(files.first)
    try await fire.burn(until: files.first.count, accidents(files.first.count))
    try await handedIn
    try await town.arrange()
    async let handedInLater: Void = town.handIn(files.second)
    try await fire.burn(until: files.first.count + files.second.count)
    try await handedInLater
    let seconds = Int((ContinuousClock.now - began) / .seconds(1))
    print(
      "chaos on \(name), seed \(seed): \(peace.ledger.count) jobs of \(files.sites.count) sites, "
        + "\(files.size.workers) workers, \(fire.kills) kills, \(fire.takeovers) jobs taken over, "
        + "\(fire.accidents) accidents, \(town.troubleCount) hand-ins repeated, \(seconds) s")
    // A test that never killed a worker at work would prove nothing.
    #expect(fire.takeovers > 0 && fire.kills > 0)
    #expect(try await town.ledger() == peace.ledger)
    let exports = try await town.exports()
    #expect(exports == peace.exports)
    #expect(exports.count == files.sites.count * 4)
    #expect(try await town.call(["trail", "verify"]).status == 0)
    let queue = try await town.database().read { session in
      try session.count("SELECT count(*) FROM queued_job")
        + session.count("SELECT count(*) FROM lane WHERE jobs <> 0")
    }
    #expect(queue == 0)
  }

  @Test("OPS-03 OPS-01 workers that are killed at any moment lose no job and do none twice, on SQLite")
  func sqlite() async throws { try await chaos(on: nil, "SQLite") }

  @Test(
    "OPS-03 OPS-01 workers that are killed at any moment lose no job and do none twice, on PostgreSQL",
    .enabled(if: TestServer.shared != nil, "KAOWU_TEST_POSTGRES names no server (scripts/with-postgres)"))
  func postgres() async throws {
    let server = try #require(TestServer.shared)
    let name = try await server.makeDatabase(from: "template0")
    try await chaos(on: "\(server.url)/\(name)", "PostgreSQL")
  }

  @Test(
    "OPS-03 a server that breaks down and starts again while workers are killed loses no accepted job and does none twice",
    .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
  func restarts() async throws {
    let cluster = try await TestCluster.make()
    let asked = ProcessInfo.processInfo.environment["KAOWU_CHAOS_RESTARTS"].flatMap(Int.init) ?? 1
    try await chaos(on: try await cluster.makeStore(), "PostgreSQL with \(asked) restarts") { jobs in
      (1...asked).map { number in
        Fire.Accident(after: jobs * number / (asked + 1)) { try await cluster.restart() }
      }
    }
  }

  @Test(
    "OPS-03 a standby that takes the place of its primary: workers go on with it, and no accepted job is lost",
    .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
  func standby() async throws {
    let primary = try await TestCluster.make()
    let store = try await primary.makeStore()
    let standby = try await primary.standby()
    let both = store.replacing(
      "127.0.0.1:\(primary.port)", with: "127.0.0.1:\(primary.port),127.0.0.1:\(standby.port)")
    try await chaos(on: both, "PostgreSQL with a standby promoted") { jobs in
      [
        Fire.Accident(after: jobs / 2) {
          try await primary.stop()
          try await standby.promote()
        }
      ]
    }
  }
}
