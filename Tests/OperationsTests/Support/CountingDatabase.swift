import Storage
import Synchronization
import TestStores
import Testing

/// Which statements ran, and how often each.
final class StatementCounter: Sendable {
  private let statements = Mutex<[String: Int]>([:])

  func note(_ sql: String) { statements.withLock { $0[sql, default: 0] += 1 } }

  /// What `body` runs, by the statements' texts.
  func counting(_ body: () async throws -> Void) async throws -> [String: Int] {
    statements.withLock { $0 = [:] }
    try await body()
    return statements.withLock { $0 }
  }
}

/// Statements of the program that ran in this process: each is looked at once.
private let checked = Mutex<Set<String>>([])

/// Records what is wrong with how a statement joins the tables that grow.
private func check(_ sql: String) {
  guard checked.withLock({ $0.insert(sql).inserted }) else { return }
  for fault in JoinCheck.faults(in: sql) { Issue.record("\(fault): \(sql)") }
}

/// A database that counts the statements which run on it. Rows that are loaded into tables are no statements.
final class CountingDatabase: Database {
  private let base: any Database
  let counter: StatementCounter
  private let checks: Bool

  /// - Parameter checks: whether it is the program's own statements that run on it, which are checked (`JoinCheck`).
  init(_ base: any Database, _ counter: StatementCounter, checks: Bool = false) {
    self.base = base
    self.counter = counter
    self.checks = checks
  }

  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await base.read { [counter, checks] in try body(CountingSession($0, counter, checks: checks)) }
  }

  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await base.write { [counter, checks] in try body(CountingSession($0, counter, checks: checks)) }
  }

  func claim<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await base.claim { [counter, checks] in try body(CountingSession($0, counter, checks: checks)) }
  }

  func waitForRing(atMost time: Duration) async throws { try await base.waitForRing(atMost: time) }

  func connection() async throws -> any Connection {
    CountingConnection(base: try await base.connection(), counter: counter, checks: checks)
  }

  func freeze(_ target: String?) async throws { try await base.freeze(target) }

  func health() async throws -> StoreHealth { try await base.health() }
}

private struct CountingConnection: Connection {
  let base: any Connection
  let counter: StatementCounter
  let checks: Bool

  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await base.read { [counter, checks] in try body(CountingSession($0, counter, checks: checks)) }
  }

  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
  {
    try await base.write { [counter, checks] in try body(CountingSession($0, counter, checks: checks)) }
  }
}

private final class CountingSession: Session {
  private let base: any Session
  private let counter: StatementCounter
  private let checks: Bool

  init(_ base: any Session, _ counter: StatementCounter, checks: Bool) {
    self.base = base
    self.counter = counter
    self.checks = checks
  }

  func execute(_ sql: String, _ parameters: [SQLValue]) throws(StoreError) -> Int {
    counter.note(sql)
    if checks { check(sql) }
    return try base.execute(sql, parameters)
  }

  func forEach(_ sql: String, _ parameters: [SQLValue], _ body: (any ResultRow) throws -> Void) throws {
    counter.note(sql)
    if checks { check(sql) }
    try base.forEach(sql, parameters, body)
  }

  func now() throws -> Int { try base.now() }

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
