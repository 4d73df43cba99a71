import Foundation
import Storage

@testable import StoragePostgres

/// 测试数据库服务器 — the PostgreSQL server that `$KAOWU_TEST_POSTGRES` names: `scripts/with-postgres` makes one. Each store of a
/// test is a database of its own there, copied from one whose tables are made.
public actor TestServer {
  /// The server of this run, or nil where tests run on SQLite.
  public static let shared: TestServer? = ProcessInfo.processInfo.environment["KAOWU_TEST_POSTGRES"].map {
    TestServer($0)
  }

  /// The server's address, without a database.
  public nonisolated let url: String
  private let template = "kaowu_template_\(ProcessInfo.processInfo.processIdentifier)"
  private var templateTask: Task<Void, any Error>?
  private let turns = Turns(most: 12)
  private var leaving: Task<Void, Never>?

  init(_ url: String) { self.url = url }

  /// Makes a database with a store in it.
  func makeStore() async throws -> String {
    if templateTask == nil {
      templateTask = Task {
        try await run("DROP DATABASE IF EXISTS \(template)")
        let address = try PostgresAddress("\(url)/\(template)")
        _ = try await PostgresDatabase(address, create: true, mostIdle: 0)
      }
    }
    try await templateTask?.value
    return try await makeDatabase(from: template)
  }

  /// Makes a database, from a template and with what belongs behind the statement.
  public func makeDatabase(from template: String, _ options: String = "") async throws -> String {
    await turns.take()
    let name = "kaowu_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await run("CREATE DATABASE \(name) TEMPLATE \(template) \(options)")
    return name
  }

  /// Removes a database that a test is done with; the next one does not wait for it.
  public nonisolated func drop(_ name: String) { Task.detached { await self.leave(name) } }

  private func leave(_ name: String) {
    let before = leaving
    leaving = Task {
      await before?.value
      // The whole server goes when the run ends.
      try? await run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }
    Task { await turns.give() }
  }

  /// Runs a statement outside of all stores.
  public func run(_ sql: String) async throws {
    let connection = PostgresConnection(try PostgresAddress("\(url)/postgres"))
    try await connection.open()
    _ = try await connection.use { handle in try handle.run(sql).changes }
  }
}

/// So many tests have a database at the same time: each takes server processes. A test that needs two while all are
/// taken gets its second one late rather than never.
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
      try await Task.sleep(for: .seconds(5))
      guard waiting.first?.id == id, moved.duration(to: .now) > .seconds(20) else { continue }
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
