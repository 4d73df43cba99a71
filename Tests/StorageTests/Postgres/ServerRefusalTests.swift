import Storage
import Tabular
import TestStores
import Testing

@testable import StoragePostgres

/// Servers and databases that cannot be a store, and servers that are not there.
@Suite struct ServerRefusalTests {
  @Test(
    "libpq's words hold the server's code, or none: ports and other words with five characters are none",
    arguments: [
      (
        "connection to server at \"127.0.0.1\", port 25432 failed: Connection refused\n\tIs the server running?",
        ""
      ),
      ("connection to server at \"10.0.0.1\", port 54321 failed: timeout expired", ""),
      ("connection to server at \"127.0.0.1\", port 25432 failed: FATAL:  57P03\n", "57P03"),
      ("connection to server at \"127.0.0.1\", port 25432 failed: 致命错误:  3D000\n", "3D000"),
      ("port 15432 failed: Connection refused\n\tIs it?\nport 15433 failed: FATAL:  53300\n", "53300"),
      ("connection to server at \"127.0.0.1\", port 25432 failed: session is read-only\n", ""), ("", ""),
    ])
  func state(_ message: String, _ state: String) {
    #expect(PostgresHandle.state(in: message) == state)
  }

  @Test("where no server listens it is said without waiting for one, and the port is no error code")
  func nobody() async throws {
    let address = try PostgresAddress("postgres://postgres@127.0.0.1:25999/kaowu")
    let error = await #expect(throws: StoreError.self) {
      // Would it wait, it would be for a day.
      try await PostgresDatabase(address, patience: .seconds(86_400))
    }
    #expect(error?.code == .lost && error?.detail == "")
  }

  /// Databases whose texts are not UTF-8, or do not sort by their bytes.
  static let unfitOptions = [
    "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'", "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
    "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN' LC_COLLATE 'C' LC_CTYPE 'C'",
  ]

  @Test(
    "a database with another encoding or collation is refused with the statement that makes a right one, and left alone",
    .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)), arguments: unfitOptions)
  func unfit(_ options: String) async throws {
    let cluster = try await TestCluster.shared()
    let name = try await TestServer(cluster.url).makeDatabase(from: "template0", options)
    let address = try PostgresAddress("\(cluster.url)/\(name)")
    let error = await #expect(throws: StoreError.self) { try await PostgresDatabase(address, create: true) }
    #expect(error?.code == .failed)
    let statement =
      "CREATE DATABASE \"\(name)_c\" ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    #expect(error?.wording.zh.contains(statement) == true && error?.wording.en.contains(statement) == true)
    #expect(
      try await cluster.count("SELECT count(*) FROM pg_namespace WHERE nspname = 'kaowu'", in: name) == 0)
    try await cluster.execute(statement)
    _ = try await PostgresDatabase(address.to(database: name + "_c"), create: true)
  }

  @Test(
    "what is no store is told apart: no such database, no store in it, another program's tables",
    .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
  func noStore() async throws {
    let cluster = try await TestCluster.shared()
    let missing = try PostgresAddress("\(cluster.url)/kaowu_nowhere")
    #expect(await #expect(throws: StoreError.self) { try await PostgresDatabase(missing) }?.code == .missing)
    let empty = try await cluster.makeStore()
    let code = await #expect(throws: StoreError.self) { try await PostgresDatabase(PostgresAddress(empty)) }?
      .code
    #expect(code == .notAStore)
    let name = try #require(empty.split(separator: "/").last.map(String.init))
    try await cluster.execute("CREATE SCHEMA kaowu CREATE TABLE theirs (name TEXT)", in: name)
    let error = await #expect(throws: StoreError.self) {
      try await PostgresDatabase(PostgresAddress(empty), create: true)
    }
    #expect(error?.code == .notAStore && error?.wording.en.contains("another program") == true)
  }

  @Test(
    "OPS-03 a server that restarts: reads and writes wait for it and go on, and so does whoever opens the store meanwhile",
    .enabled(if: TestCluster.isPossible, Comment(rawValue: TestCluster.why)))
  func restart() async throws {
    let cluster = try await TestCluster.make()
    let store = try await ServerStore(on: cluster)
    try await cluster.stop()
    async let written = store.database.write { try $0.execute("INSERT INTO thing VALUES ('a', 1)", []) }
    async let read = store.database.read { try $0.count("SELECT 7") }
    // Two servers named, one of which is going to be there.
    let several = store.url.replacing(
      "127.0.0.1:\(cluster.port)", with: "127.0.0.1:25999,127.0.0.1:\(cluster.port)")
    async let opened = PostgresDatabase(PostgresAddress(several))
    try await Task.sleep(for: .milliseconds(300))
    try await cluster.start()
    #expect(try await written == 1)
    #expect(try await read == 7)
    #expect(try await opened.read { try $0.count("SELECT count(*) FROM thing") } <= 1)
    #expect(try await store.things() == 1)
  }
}
