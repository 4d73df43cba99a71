import Files
import FoundationEssentials
import Imports
import Operations
import Pipeline
import Storage
import Synchronization
import Tabular
import Testing

/// The ledger of runs.
@Suite struct JobStateTests {
  @Test(
    "OPS-01 a job goes from received over checking and applying to its end, kept in the store at every step")
  func states() async throws {
    let fixture = try await OfficeFixture()
    let watched = WatchedDatabase(fixture.database)
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations(Candidate.some(3)).write(to: path)
    let office = Office(
      database: watched, library: Shipped.library, userName: "site990701", clock: { fixture.clock.now })
    var request = ImportRequest(kind: "registrations", path: path, sitting: SittingPlan.code, site: "990701")
    request.reports = fixture.folder.path("reports")
    let result = try await office.importFile(request)
    #expect(watched.states == ["received", "checking", "applying"])
    let job = try #require(try await fixture.jobs().first)
    #expect(job.state == .done && job.endedAt != nil && String(job.id) == result.job)
    #expect(
      job.user == "site990701" && job.fileSHA256 == result.file.sha256 && job.fileBytes == result.file.bytes)
    #expect(job.summary.flatMap { ImportResult(json: $0) }?.tally == [3, 3, 0, 0, 0, 0])
  }

  @Test("OPS-01 refused, failed and taken runs end as that, and never change again")
  func ends() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(1))
    _ = try await fixture.register(Candidate.some(1))
    _ = try? await fixture.importing("registrations", try fixture.folder.file("x.xlsx", [1, 2, 3]))
    #expect(try await fixture.jobs().map(\.state) == [.failed, .refused, .done])
    #expect(try await fixture.office("root").recoverJobs().isEmpty)
    for job in try await fixture.jobs() {
      let ended = try await fixture.database.write {
        try JobTable.end(job.id, .cancelled, at: 0, findings: 0, summary: nil, $0)
      }
      #expect(!ended)
    }
    #expect(try await fixture.jobs().map(\.state) == [.failed, .refused, .done])
  }

  /// Owners of open jobs by what is done to a real one's parts: host, process, beginning.
  static let owners: [(name: String, change: @Sendable ([String]) -> String, isFailed: Bool)] = [
    ("this process", { $0.joined(separator: ":") }, false),
    ("a process that is gone", { "\($0[0]):\(4_194_304 + 7):\($0[2])" }, true),
    ("a process number that came round again", { "\($0[0]):\($0[1]):1" }, true),
    ("a process of another machine", { "elsewhere-\($0[0]):\($0[1]):1" }, false),
    ("nobody that can be made out", { _ in "?" }, true),
  ]

  @Test(
    "OPS-01 an open job whose process is gone is failed at the next start, a live owner's is left alone",
    arguments: owners.indices, [JobState.received, .checking, .checked, .applying])
  func recovery(index: Int, state: JobState) async throws {
    let (name, change, isFailed) = Self.owners[index]
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(1))
    let owner = try #require(try await fixture.jobs().first).owner
    let begun = JobRecord(
      kind: "registrations", state: state, sitting: 1, site: "990701", user: "site990701", fileName: "x.xlsx",
      fileBytes: 1, fileSHA256: "", options: "{}", owner: change(owner.components(separatedBy: ":")),
      startedAt: 1)
    let id = try await fixture.database.write { try JobTable.insert(begun, $0) }
    let before = try await fixture.dump()
    let ended = try await fixture.office("root").recoverJobs()
    #expect(ended.map(\.id) == (isFailed ? [id] : []), "\(name)")
    let job = try #require(try await fixture.database.read { try JobTable.read(id, $0) })
    #expect(job.state == (isFailed ? .failed : state) && (job.endedAt != nil) == isFailed, "\(name)")
    if isFailed { #expect(job.summary.flatMap { ImportResult(json: $0) }?.error == "interrupted") }
    #expect(try await fixture.dump() == before)
    #expect(try await fixture.office("root").recoverJobs().isEmpty)
  }

  @Test("OPS-01 a run whose job was ended by somebody else takes nothing")
  func endedMeanwhile() async throws {
    let fixture = try await OfficeFixture()
    let watched = WatchedDatabase(fixture.database) { state, session in
      if state == .applying { try session.execute("UPDATE job SET state = 'failed'") }
    }
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations(Candidate.some(3)).write(to: path)
    let office = Office(
      database: watched, library: Shipped.library, userName: "site990701", clock: { fixture.clock.now })
    let before = try await fixture.dump()
    let request = ImportRequest(kind: "registrations", path: path, sitting: SittingPlan.code, site: "990701")
    let refused = try await refusal { _ = try await office.importFile(request) }
    #expect(refused.reason == .stale)
    #expect(try await fixture.dump() == before)
    #expect(try await fixture.jobs().map(\.state) == [.failed])
  }
}

/// A store that notes the state of the newest job after every transaction, and lets a test step in.
final class WatchedDatabase: Database {
  private let base: any Database
  private let seen = Mutex<[String]>([])
  private let stepIn: @Sendable (JobState, any Session) throws -> Void

  init(_ base: any Database, stepIn: @escaping @Sendable (JobState, any Session) throws -> Void = { _, _ in })
  {
    self.base = base
    self.stepIn = stepIn
  }

  func health() async throws -> StoreHealth { try await base.health() }

  func freeze(_ target: String?) async throws { try await base.freeze(target) }

  /// The states in order, each once.
  var states: [String] { seen.withLock { $0 } }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.read(body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.write { [self] session in
      let result = try body(session)
      if let job = try JobTable.all(session).first {
        seen.withLock { if $0.last != job.state.rawValue { $0.append(job.state.rawValue) } }
        try stepIn(job.state, session)
      }
      return result
    }
  }

  func connection() async throws -> any Connection { try await base.connection() }
}
