public import Files
public import Storage
import StoragePostgres
import StorageSQLite

/// 测试数据库 — an empty store that goes with its test: on the server of this run, else in a file of the test's folder.
public final class TestStore: Sendable {
  /// The store.
  public let database: any Database
  /// What `--store` takes.
  public let url: String
  private let name: String?

  /// The name of the file in the test's folder.
  public static let fileName = "store.sqlite"

  private init(_ database: any Database, url: String, name: String?) {
    self.database = database
    self.url = url
    self.name = name
  }

  deinit { if let name { TestServer.shared?.giveBack(name) } }

  /// An empty store.
  public static func make(in folder: TemporaryFolder) async throws -> TestStore {
    guard let server = TestServer.shared else {
      let path = folder.path(fileName)
      return TestStore(try await SQLiteDatabase(path: path, create: true), url: path, name: nil)
    }
    let name = try await server.makeStore()
    let url = "\(server.url)/\(name)"
    return TestStore(try await PostgresDatabase(PostgresAddress(url), mostIdle: 2), url: url, name: name)
  }

  /// The same store, opened once more, as another program would.
  public func openedAgain() async throws -> any Database {
    name == nil
      ? try await SQLiteDatabase(path: url) : try await PostgresDatabase(PostgresAddress(url), mostIdle: 1)
  }
}

extension TestStore {
  /// The store's tables, for each the SQL of its columns as literals.
  public static func columns(_ session: any Session) throws -> [String: [String]] {
    let sql =
      TestServer.shared == nil
      ? """
      SELECT t.name, 'quote(' || c.name || ')' FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' ORDER BY t.name, c.cid
      """
      : """
      SELECT c.relname, 'quote_nullable(' || a.attname || ')' FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = CAST(current_schema() AS regnamespace) AND a.attnum > 0
      ORDER BY c.relname, a.attnum
      """
    var columns: [String: [String]] = [:]
    try session.forEach(sql, []) { columns[$0.text(0), default: []].append($0.text(1)) }
    return columns
  }
}
