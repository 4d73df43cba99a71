import Foundation
import Tabular
import Testing

@testable import Storage
@testable import StorageSQLite

/// Files that are opened as stores.
@Suite struct StoreFileTests {
  private func code(_ store: StoreFolder, create: Bool = false) async -> StoreError.Code? {
    do {
      let database = try await store.open(create: create)
      _ = try await database.read { session in
        let tables = try session.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) }
        for table in tables { _ = try session.all("SELECT * FROM \(table)") { $0.text(0) } }
      }
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  private func schema(_ database: SQLiteDatabase) async throws -> [String] {
    try await database.read { session in
      try session.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") { $0.text(0) }
    }
  }

  @Test("a store is made once; making it again leaves it as it is")
  func idempotent() async throws {
    let store = try StoreFolder()
    let first = try await store.open()
    try await first.write { try StoreProperty.write("made", "once", $0) }
    let before = try await schema(first)
    #expect(before.count > 10)
    let again = try await store.open()
    #expect(try await schema(again) == before)
    let applied = try await again.write { try Migrations.apply($0, dialect: SQLiteDatabase.dialect) }
    #expect(applied.isEmpty)
    #expect(try await schema(again) == before)
    #expect(try await again.read { try StoreProperty.read("made", $0) } == "once")
    #expect(try await again.read { try StoreProperty.read("schema", $0) } == String(Migrations.newest))
  }

  @Test("a store of a newer version is refused and left as it is")
  func tooNew() async throws {
    let store = try StoreFolder()
    let database = try await store.open()
    try await database.write { try StoreProperty.write("schema", String(Migrations.newest + 1), $0) }
    for create in [false, true] { #expect(await code(store, create: create) == .tooNew) }
    let kept = try await database.read { try StoreProperty.read("schema", $0) }
    #expect(kept == String(Migrations.newest + 1))
  }

  @Test("where there is no file there is no store, and none is made unasked")
  func missing() async throws {
    let store = try StoreFolder()
    #expect(await code(store) == .missing)
    #expect(!FileManager.default.fileExists(atPath: store.path))
  }

  @Test(
    "a file of another kind is no store",
    arguments: [
      "text that is long enough to be more than a header, over 100 bytes in all, so that nobody takes it for a short file of SQLite",
      "SQLite format 2",
    ])
  func noStore(text: String) async throws {
    let store = try StoreFolder()
    try store.write(Array(text.utf8))
    for create in [false, true] { #expect(await code(store, create: create) == .notAStore) }
    #expect(try store.bytes() == Array(text.utf8))
  }

  @Test(
    "OPS-04 a database of another program is no store, and not one byte of it changes",
    arguments: ["DELETE", "WAL"])
  func anotherDatabase(journal: String) async throws {
    let store = try StoreFolder()
    let handle = try SQLiteHandle(path: store.path, create: true)
    try handle.run("PRAGMA journal_mode = \(journal)")
    try handle.run("CREATE TABLE other (name TEXT)")
    try handle.run("INSERT INTO other VALUES ('kept')")
    let before = try store.bytes()
    for create in [false, true] {
      #expect(await code(store, create: create) == .notAStore)
      #expect(try store.bytes() == before)
    }
    // Bytes 18 and 19 of a database say how it keeps its journal.
    #expect(before[18] == (journal == "WAL" ? 2 : 1))
    #expect(try SQLiteSession(handle).count("SELECT count(*) FROM other") == 1)
  }

  @Test("an empty file becomes a store when one is made, and only then")
  func emptyFile() async throws {
    let store = try StoreFolder()
    try store.write([])
    #expect(await code(store) == .notAStore)
    #expect(try store.bytes().isEmpty)
    #expect(await code(store, create: true) == nil)
    #expect(await code(store) == nil)
  }

  @Test("a store whose tables still lie in the log of a process that was killed is known as one")
  func onlyInTheLog() async throws {
    let store = try StoreFolder()
    let database = try await store.open()
    let copy = try StoreFolder()
    // A copy taken while the store is open is what a killed process leaves: the log was not handed over.
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: store.path + ending, toPath: copy.path + ending)
    }
    #expect(try copy.bytes().count < 8_192)
    #expect(await code(copy) == nil)
    _ = try await database.read { try StoreProperty.read("schema", $0) }
  }

  @Test(
    "a damaged or shortened store is said to be damaged, never read as if it were whole",
    arguments: [2, 3, 5])
  func damaged(page: Int) async throws {
    let store = try StoreFolder()
    let database = try await store.open()
    try await database.write { session in
      for number in 0..<2_000 {
        try StoreProperty.write("property \(number)", String(repeating: "x", count: 50), session)
      }
    }
    try await database.write { _ = try $0.execute("DELETE FROM store_property WHERE name = 'property 0'") }
    let handle = try SQLiteHandle(path: store.path, create: false)
    try handle.run("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = try store.bytes()
    let size = Int(whole[16]) << 8 | Int(whole[17])
    #expect(whole.count > 20 * size)

    let copy = try StoreFolder()
    var broken = whole
    for place in page * size..<(page + 1) * size { broken[place] = 0xFF }
    try copy.write(broken)
    #expect(await code(copy) == .corrupt)
    let short = try StoreFolder()
    try short.write(Array(whole[..<(whole.count / 2 / size * size)]))
    #expect(await code(short) == .corrupt)
  }

  @Test("the statements of a migration file are split at their ends, comments dropped, tokens filled")
  func statements() {
    let sql = """
      -- First; a comment.
      CREATE TABLE a (
        id {identity},
        name TEXT  -- kept
      );

        -- Second.
      CREATE INDEX b ON a (name);
      """
    let statements = Migrations.statements(sql)
    #expect(statements.count == 2)
    #expect(!statements[0].contains("First") && statements[1].contains("CREATE INDEX b ON a (name)"))
    #expect(
      SQLiteDatabase.dialect.fill("id {identity}, {other} {") == "id INTEGER PRIMARY KEY, {other} {")
  }

  @Test("what is meant for one kind of database is left out for the other")
  func layouts() {
    let sql = "a {embedded INTEGER}{server BIGINT} b{server ,\n  c}; {server x"
    let file = Dialect(identity: "", layout: .whole)
    let server = Dialect(identity: "", layout: .partitioned)
    #expect(file.fill(sql) == "a INTEGER b; {server x")
    #expect(server.fill(sql) == "a BIGINT b,\n  c; {server x")
  }
}
