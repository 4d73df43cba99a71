import Storage
import StoragePostgres
import TestStores
import Testing

/// What a server's planner knows of temporary tables that were loaded; it never looks at them by itself.
@Suite(.enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
struct LoadedTableTests {
  private struct Stop: Error {}

  /// A connection on which three transactions have loaded rows into a temporary table.
  private static func loaded(_ store: ServerStore) async throws -> any Connection {
    let connection = try await store.database.connection()
    try await connection.read { _ = try $0.execute("CREATE TEMP TABLE loaded (number BIGINT)") }
    for _ in 0..<3 {
      try await connection.read { session in
        let loader = try session.loader("loaded", columns: ["number"])
        for number in 0..<1_000 {
          try loader.add(.integer(number))
          try loader.endRow()
        }
        try loader.finish()
      }
    }
    return connection
  }

  /// How many columns of the table the planner has statistics of.
  @Sendable private static func known(_ session: any Session) throws -> Int {
    try session.count("SELECT count(*) FROM pg_stats WHERE tablename = 'loaded'")
  }

  @Test("the planner knows a loaded table before the next statement reads it")
  func query() async throws {
    let connection = try await Self.loaded(try await ServerStore())
    #expect(try await connection.read(Self.known) == 1)
  }

  @Test("it knows it too where an index is made first")
  func index() async throws {
    let connection = try await Self.loaded(try await ServerStore())
    try await connection.write { session in
      try session.execute("CREATE INDEX loaded_by_number ON loaded (number)")
      #expect(try Self.known(session) == 1)
    }
  }

  @Test("it knows it again after a transaction that was rolled back")
  func rollback() async throws {
    let connection = try await Self.loaded(try await ServerStore())
    await #expect(throws: Stop.self) {
      try await connection.write { session in
        #expect(try Self.known(session) == 1)
        throw Stop()
      }
    }
    #expect(try await connection.read(Self.known) == 1)
  }
}
