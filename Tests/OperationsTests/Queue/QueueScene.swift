import ExamModel
import Files
import Foundation
import Imports
import Operations
import Storage
import StorageSQLite
import Synchronization
import Tabular
import Testing

/// 排队现场 — a store whose clock a test sets, with a sitting of several sites, and files to be queued.
struct QueueScene: Sendable {
  let fixture: OfficeFixture
  /// The store as the workers see it.
  let database: ClockedDatabase
  let recorder = EventRecorder()

  init() async throws {
    fixture = try await OfficeFixture()
    database = ClockedDatabase(fixture.database)
  }

  /// An office over the store with the settable clock.
  func office(_ user: String = "root") -> Office {
    let clock = fixture.clock
    return Office(
      database: database, library: Shipped.library, userName: user, clock: { clock.now })
  }

  /// Queues a workbook of candidates.
  @discardableResult
  func queue(
    _ candidates: [Candidate], site: String = "990701", as user: String? = nil,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = fixture.newPath(".xlsx")
    try SheetFile.registrations(candidates).write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await queue(path, site: site, as: user, options)
  }

  /// Queues a file.
  @discardableResult
  func queue(
    _ path: String, site: String = "990701", as user: String? = nil,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    var request = ImportRequest(
      kind: "registrations", path: path, sitting: SittingPlan.code, site: site, language: .zh)
    options(&request.options)
    return try await office(user ?? "site\(site)").queueFile(request)
  }

  /// Lets workers of this process take what is there, until the queue is empty.
  func drain(
    workers count: Int = 1, over store: (any Database)? = nil,
    _ change: (inout Worker.Settings) -> Void = { _ in }
  ) async throws {
    var settings = Worker.Settings()
    // So long that no heart beats during a test, however busy the machine: a beat would renew what a test lets run out.
    settings.lease = .seconds(Self.lease)
    settings.poll = .milliseconds(5)
    settings.backOff = .milliseconds(1)
    settings.endsWhenEmpty = true
    change(&settings)
    let clock = fixture.clock
    let office = Office(
      database: store ?? database, library: Shipped.library, userName: "root", clock: { clock.now })
    try await withThrowingTaskGroup(of: Void.self) { [settings] group in
      for number in 1...count {
        let worker = Worker(office, number: number, settings: settings, observer: recorder)
        group.addTask { try await worker.run() }
      }
      try await group.waitForAll()
    }
  }

  /// How long the leases of `drain` are, in seconds.
  private static let lease = 36_000

  /// Lets every lease of `drain` run out.
  func outlastLeases() { database.pass(Self.lease * 1_000 + 1) }

  /// Takes a job as a worker would, without running it.
  func claim(by worker: String = "test", lease: Int = 30_000) async throws -> JobClaim? {
    try await database.claim { try LaneTable.claim(by: worker, lease: lease, $0) }
  }

  /// The states of the jobs in the order of their numbers.
  func states() async throws -> [JobState] { try await fixture.jobs().reversed().map(\.state) }

  func count(_ sql: String) async throws -> Int { try await fixture.count(sql) }
}

/// Keeps what workers tell.
final class EventRecorder: WorkerObserver {
  private let kept = Mutex<[WorkerEvent]>([])
  private let react = Mutex<(@Sendable (WorkerEvent) -> Void)?>(nil)

  var events: [WorkerEvent] { kept.withLock(\.self) }

  /// Lets a test step in at an event.
  func onEvent(_ body: @escaping @Sendable (WorkerEvent) -> Void) { react.withLock { $0 = body } }

  func note(_ event: WorkerEvent) {
    kept.withLock { $0.append(event) }
    react.withLock(\.self)?(event)
  }

  /// What was told, each in a word with the job's number.
  var words: [String] {
    events.map { event in
      switch event {
      case .took(let job): "took \(job.id)"
      case .tookOver(let job): "took over \(job.id)"
      case .ended(let job, let end): "\(end.state) \(job.id)"
      case .broke(let job, let code, _): "broke \(job.id) \(code)"
      case .gaveBack(let job): "gave back \(job.id)"
      case .lostLease(let job): "lost \(job.id)"
      case .storeFailed(let code): "store \(code)"
      }
    }
  }
}

/// A store whose clock a test moves on, and whose transactions it may step into.
final class ClockedDatabase: Database {
  private let base: any Database
  private let offset = Mutex(0)
  private let stepIn = Mutex<(@Sendable (String) async throws -> Void)?>(nil)

  init(_ base: any Database) { self.base = base }

  /// Moves the database's clock on.
  func pass(_ milliseconds: Int) { offset.withLock { $0 += milliseconds } }

  /// Called before each transaction with `read`, `write`, `claim`, or for connections `stage` and `settle`.
  func beforeEach(_ body: (@Sendable (String) async throws -> Void)?) { stepIn.withLock { $0 = body } }

  fileprivate func enter(_ what: String) async throws { try await stepIn.withLock(\.self)?(what) }

  fileprivate func clocked(_ session: any Session) -> any Session {
    ClockedSession(session, offset: offset.withLock(\.self))
  }

  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await enter("read")
    return try await base.read { [self] in try body(clocked($0)) }
  }

  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await enter("write")
    return try await base.write { [self] in try body(clocked($0)) }
  }

  func claim<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await enter("claim")
    return try await base.claim { [self] in try body(clocked($0)) }
  }

  func waitForRing(atMost time: Duration) async throws { try await base.waitForRing(atMost: time) }

  func connection() async throws -> any Connection {
    ClockedConnection(base: try await base.connection(), database: self)
  }

  func freeze(_ target: String?) async throws { try await base.freeze(target) }

  func health() async throws -> StoreHealth { try await base.health() }
}

private struct ClockedConnection: Connection {
  let base: any Connection
  let database: ClockedDatabase

  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await database.enter("stage")
    return try await base.read { [database] in try body(database.clocked($0)) }
  }

  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await database.enter("settle")
    return try await base.write { [database] in try body(database.clocked($0)) }
  }
}

private final class ClockedSession: Session {
  private let base: any Session
  private let offset: Int

  init(_ base: any Session, offset: Int) {
    self.base = base
    self.offset = offset
  }

  func execute(_ sql: String, _ parameters: [SQLValue]) throws(StoreError) -> Int {
    try base.execute(sql, parameters)
  }

  func forEach(_ sql: String, _ parameters: [SQLValue], _ body: (any ResultRow) throws -> Void) throws {
    try base.forEach(sql, parameters, body)
  }

  func now() throws -> Int { try base.now() + offset }

  func ring() throws { try base.ring() }

  func tables() throws -> [TableShape] { try base.tables() }

  func continueNumbers(of table: TableShape) throws { try base.continueNumbers(of: table) }

  var layout: TableLayout { base.layout }

  func addPartitions(ofSitting sitting: Int) throws { try base.addPartitions(ofSitting: sitting) }

  var skipLocked: String { base.skipLocked }

  func loader(_ table: String, columns: [String]) throws(StoreError) -> any TableLoader {
    try base.loader(table, columns: columns)
  }
}
