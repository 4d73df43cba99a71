import Storage
import Tabular
import Testing

@testable import StorageSQLite

@Suite struct TransactionTests {
  struct Stop: Error {}

  @Test("a transaction whose body throws leaves nothing behind, tables included")
  func rollback() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    await #expect(throws: Stop.self) {
      try await database.write { session in
        try session.execute("INSERT INTO thing (name) VALUES ('a')")
        try session.execute("CREATE TABLE other (name TEXT)")
        try session.execute("INSERT INTO other VALUES ('b')")
        throw Stop()
      }
    }
    #expect(try await database.things() == 0)
    await #expect(throws: StoreError.self) {
      try await database.read { try $0.count("SELECT count(*) FROM other") }
    }
    #expect(try await database.write { try $0.execute("INSERT INTO thing (name) VALUES ('a')") } == 1)
  }

  @Test("a statement that breaks a constraint rolls back what came before it")
  func constraint() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    let error = await #expect(throws: StoreError.self) {
      try await database.write { session in
        try session.execute("INSERT INTO thing (name) VALUES ('a')")
        try session.execute("INSERT INTO thing (name) VALUES ('a')")
      }
    }
    #expect(error?.code == .constraint && error?.detail.isEmpty == false)
    #expect(try await database.things() == 0)
  }

  @Test("a read stands on one snapshot, whoever writes meanwhile")
  func snapshot() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    let path = store.path
    let counts = try await database.read { session in
      let before = try session.count("SELECT count(*) FROM thing")
      let other = try SQLiteHandle(path: path, create: false)
      try other.run("INSERT INTO thing (name) VALUES ('a')")
      return [before, try session.count("SELECT count(*) FROM thing")]
    }
    #expect(counts == [0, 0])
    #expect(try await database.things() == 1)
  }

  @Test("what was written is there when the store is opened again")
  func durable() async throws {
    let store = try StoreFolder()
    try await store.withThings().write { _ = try $0.execute("INSERT INTO thing (name) VALUES ('a')") }
    #expect(try await store.open(create: false).things() == 1)
  }

  @Test("writers through several connections take turns, and none is lost")
  func writers() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    try await database.write { _ = try $0.execute("INSERT INTO thing (name, size) VALUES ('a', 0)") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        let connection = try await database.connection()
        group.addTask {
          for _ in 0..<10 {
            try await connection.write { session in
              let size = try session.count("SELECT size FROM thing")
              try session.execute("UPDATE thing SET size = $1", [.integer(size + 1)])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await database.read { try $0.count("SELECT size FROM thing") } == 40)
  }

  @Test("temporary tables live as long as their connection, over transactions, and nobody else sees them")
  func temporaryTables() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    let connection = try await database.connection()
    try await connection.read { session in
      try session.execute("CREATE TEMP TABLE stage (name TEXT)")
      try session.execute("INSERT INTO stage VALUES ('a')")
    }
    #expect(
      try await connection.write { session in
        try session.execute("INSERT INTO thing (name) SELECT name FROM stage")
      } == 1)
    #expect(try await connection.read { try $0.count("SELECT count(*) FROM stage") } == 1)
    #expect(try await database.things() == 1)
    let other = try await database.connection()
    await #expect(throws: StoreError.self) {
      try await database.read { try $0.count("SELECT count(*) FROM stage") }
    }
    await #expect(throws: StoreError.self) {
      try await other.read { try $0.count("SELECT count(*) FROM stage") }
    }
  }

  @Test("a table is dropped and made anew under statements that were prepared for the old one")
  func droppedTable() async throws {
    let store = try StoreFolder()
    let database = try await store.withThings()
    let connection = try await database.connection()
    for round in 1...3 {
      let counts = try await connection.read { session in
        try session.execute("DROP TABLE IF EXISTS stage")
        try session.execute(
          "CREATE TEMP TABLE stage (name TEXT\(String(repeating: ", more TEXT", count: round == 2 ? 1 : 0)))")
        try session.execute("INSERT INTO stage (name) VALUES ('a')")
        return try session.count("SELECT count(*) FROM stage")
      }
      #expect(counts == 1)
    }
  }
}
