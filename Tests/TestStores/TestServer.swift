import Foundation
import Storage

@testable import StoragePostgres

/// 测试数据库服务器 — the PostgreSQL server that `$KAOWU_TEST_POSTGRES` names: `scripts/with-postgres` makes one. Each store of a
/// test is a database of its own there. Making and removing databases takes longer than most tests, so the next test gets
/// one that another is done with, emptied.
public actor TestServer {
  /// The server of this run, or nil where tests run on SQLite.
  public static let shared: TestServer? = ProcessInfo.processInfo.environment["KAOWU_TEST_POSTGRES"].map {
    TestServer($0)
  }

  /// The server's address, without a database.
  public nonisolated let url: String
  private let template = "kaowu_template_\(ProcessInfo.processInfo.processIdentifier)"
  private var templateTask: Task<[String], any Error>?
  private let turns = Turns(most: 24)
  private var empty: [String] = []

  /// A server at an address.
  public init(_ url: String) { self.url = url }

  /// The name of a database with an empty store in it.
  /// - Parameter isFirst: whether it is its test's first one, for which the test waits its turn.
  func makeStore(isFirst: Bool) async throws -> String {
    let task = templateTask ?? Task { try await makeTemplate() }
    templateTask = task
    _ = try await task.value
    if isFirst { await turns.take() }
    if let name = empty.popLast() { return name }
    return try await create(from: template)
  }

  /// Makes a database, from a template and with what belongs behind the statement.
  public func makeDatabase(from template: String, _ options: String = "") async throws -> String {
    try await create(from: template, options)
  }

  private func create(from template: String, _ options: String = "") async throws -> String {
    let name = "kaowu_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await run("CREATE DATABASE \(name) TEMPLATE \(template) \(options)")
    return name
  }

  /// Takes back a database that a test is done with; the next one does not wait for it.
  nonisolated func giveBack(_ name: String, isFirst: Bool) {
    Task.detached { await self.takeBack(name, isFirst: isFirst) }
  }

  private func takeBack(_ name: String, isFirst: Bool) async {
    do {
      let tables = try await templateTask?.value ?? []
      try await run(Self.emptying(tables), in: name)
      empty.append(name)
    } catch {
      // One that a test left in no state to be emptied is left to the end of the server.
    }
    if isFirst { await turns.give() }
  }

  /// - Returns: the tables of an empty store.
  private func makeTemplate() async throws -> [String] {
    try await run("DROP DATABASE IF EXISTS \(template)")
    let database = try await PostgresDatabase(
      PostgresAddress("\(url)/\(template)"), create: true, mostIdle: 0)
    return try await database.read { session in try session.tables().map(\.name) }
  }

  /// Removes all rows, the number of the schema apart, and all tables that a test made; numbers begin anew. The rooms of
  /// sittings stay for the sittings of the next test.
  private static func emptying(_ tables: [String]) -> String {
    let known = tables.map { "'\($0)'" }.joined(separator: ", ")
    return """
      DO $$ DECLARE t record; BEGIN
        PERFORM set_config('session_replication_role', 'replica', true);
        FOR t IN SELECT c.oid, c.relname, c.relkind, c.relispartition FROM pg_class c
          WHERE c.relnamespace = CAST('kaowu' AS regnamespace) AND c.relkind IN ('r', 'S') LOOP
          IF t.relkind = 'S' THEN
            PERFORM setval(CAST(t.oid AS regclass), 1, false);
          ELSIF t.relname = 'store_property' THEN
            DELETE FROM kaowu.store_property WHERE name <> 'schema';
          ELSIF t.relispartition OR t.relname IN (\(known)) THEN
            EXECUTE format('DELETE FROM kaowu.%I', t.relname);
          ELSE
            EXECUTE format('DROP TABLE kaowu.%I CASCADE', t.relname);
          END IF;
        END LOOP;
      END $$
      """
  }

  /// Runs a statement outside of all stores.
  public func run(_ sql: String, in database: String = "postgres") async throws {
    let connection = PostgresConnection(try PostgresAddress("\(url)/\(database)?target_session_attrs=any"))
    try await connection.open()
    _ = try await connection.use { handle in try handle.run(sql).changes }
  }

  /// The number that a statement gives.
  public func count(_ sql: String, in database: String = "postgres") async throws -> Int {
    let connection = PostgresConnection(try PostgresAddress("\(url)/\(database)?target_session_attrs=any"))
    try await connection.open()
    return try await connection.use { handle in Int(try handle.run(sql).value ?? "") ?? 0 }
  }
}

/// So many tests have a database at the same time: each takes server processes. Where a test keeps its own for good,
/// another is let in once nothing moves.
actor Turns {
  private var left: Int
  private var waiting: [(id: Int, continuation: CheckedContinuation<Void, Never>)] = []
  private var asked = 0
  private var moved = ContinuousClock.now

  init(most: Int) { left = most }

  func take() async {
    guard left <= 0 else {
      left -= 1
      return
    }
    asked += 1
    let id = asked
    Task { try await relent(id) }
    await withCheckedContinuation { waiting.append((id, $0)) }
  }

  /// Lets one in that waits while nothing moves.
  private func relent(_ id: Int) async throws {
    while waiting.contains(where: { $0.id == id }) {
      try await Task.sleep(for: .seconds(2))
      guard waiting.first?.id == id, moved.duration(to: .now) > .seconds(5) else { continue }
      left -= 1
      moved = .now
      waiting.removeFirst().continuation.resume()
    }
  }

  func give() {
    left += 1
    moved = .now
    guard left > 0, !waiting.isEmpty else { return }
    left -= 1
    waiting.removeFirst().continuation.resume()
  }
}
