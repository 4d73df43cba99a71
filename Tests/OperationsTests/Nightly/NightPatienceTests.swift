import Operations
import Storage
import Synchronization
import Testing

/// A night in which the store goes away for a while.
@Suite("A store that is out of reach at night")
struct NightPatienceTests {
  @Test("SCO-09 a store that comes back is waited for: every file is taken once, and nothing fails")
  func comesBack() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    try fixture.dropScores("b.csv", 2...2)
    let database = ClockedDatabase(fixture.site.database)
    // Away when it is first asked, then in the midst of the first import.
    database.beforeEach(Trouble(.lost, at: [1, 2, 7]).step)
    let summary = try await fixture.night(office: fixture.office(on: database))
    #expect(summary.error == nil && summary.failed.isEmpty)
    #expect(summary.done.map(\.file) == ["a.csv", "b.csv"])
    #expect(try await fixture.scores().count == 2)
    #expect(try fixture.waiting().isEmpty)
  }

  @Test("SCO-09 a commit of which nobody knows whether it happened: the ledger tells, nothing is taken twice")
  func uncertain() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    let database = ClockedDatabase(fixture.site.database)
    let merged = Atomic(false)
    database.beforeEach { [fixture] _ in
      guard try await !fixture.scores().isEmpty, !merged.exchange(true, ordering: .relaxed) else { return }
      throw StoreError(.uncertain, zh: "提交时断开", en: "lost in the commit")
    }
    let summary = try await fixture.night(office: fixture.office(on: database))
    let isMerged = merged.load(ordering: .relaxed)
    #expect(isMerged)
    #expect(summary.done.map(\.movedTo) == ["done/a.csv"] && summary.failed.isEmpty)
    #expect(try await fixture.scores().count == 1)
    #expect(try await fixture.jobs().count { $0.contains("scores done") } == 1)
  }

  @Test("SCO-09 a store that stays away ends the run with it, and the files wait")
  func staysAway() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    let database = ClockedDatabase(fixture.site.database)
    database.beforeEach { _ in throw StoreError(.lost, zh: "断开", en: "lost") }
    let summary = try await fixture.night(office: fixture.office(on: database)) { $0.patience = 0.6 }
    #expect((summary.cause as? StoreError)?.code == .lost)
    #expect(try fixture.waiting() == ["a.csv"])
    database.beforeEach(nil)
    #expect(try await fixture.night().taken == 1)
  }
}

/// Fails some of the transactions, counted from one.
private final class Trouble: Sendable {
  private let code: StoreError.Code
  private let places: Set<Int>
  private let seen = Mutex(0)

  init(_ code: StoreError.Code, at places: Set<Int>) { (self.code, self.places) = (code, places) }

  @Sendable func step(_ what: String) async throws {
    let place = seen.withLock { count in
      count += 1
      return count
    }
    if places.contains(place) { throw StoreError(code, zh: "断开", en: "lost") }
  }
}
