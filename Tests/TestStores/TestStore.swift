public import Files
public import Storage
import StoragePostgres
import StorageSQLite

/// 测试数据库 — an empty store that goes with its test: on the server of this run, else in a file of the test's folder.
public final class TestStore: Database {
  /// What `--store` takes.
  public let url: String
  private let base: any Database
  private let name: String?
  private let isFirst: Bool

  /// The name of the file in the test's folder.
  public static let fileName = "store.sqlite"

  private init(_ base: any Database, url: String, name: String? = nil, isFirst: Bool = true) {
    self.base = base
    self.url = url
    self.name = name
    self.isFirst = isFirst
  }

  // Whoever holds the store can still use it: only then is it given to another test.
  deinit { if let name { TestServer.shared?.giveBack(name, isFirst: isFirst) } }

  /// An empty store.
  /// - Parameters:
  ///   - isEmbedded: whether it is a file even where this run has a server.
  ///   - isFirst: whether the test has no other store: only so many tests have one at a time.
  public static func make(
    in folder: TemporaryFolder, isEmbedded: Bool = false, isFirst: Bool = true
  ) async throws -> TestStore {
    guard !isEmbedded, let server = TestServer.shared else {
      let path = folder.path(fileName)
      return TestStore(try await SQLiteDatabase(path: path, create: true), url: path)
    }
    let name = try await server.makeStore(isFirst: isFirst)
    let url = "\(server.url)/\(name)"
    let database = try await PostgresDatabase(PostgresAddress(url), mostIdle: 2)
    return TestStore(database, url: url, name: name, isFirst: isFirst)
  }

  /// The same store, opened once more, as another program would.
  public func openedAgain() async throws -> any Database {
    name == nil
      ? try await SQLiteDatabase(path: url) : try await PostgresDatabase(PostgresAddress(url), mostIdle: 1)
  }
}

extension TestStore {
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.read(body)
  }

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.write(body)
  }

  public func claim<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.claim(body)
  }

  public func waitForRing(atMost time: Duration) async throws { try await base.waitForRing(atMost: time) }

  public func connection() async throws -> any Connection { try await base.connection() }

  public func freeze(_ target: String?) async throws { try await base.freeze(target) }

  public func health() async throws -> StoreHealth { try await base.health() }
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
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0
        AND c.relnamespace = CAST(current_schema() AS regnamespace)
      ORDER BY c.relname, a.attnum
      """
    var columns: [String: [String]] = [:]
    try session.forEach(sql, []) { columns[$0.text(0), default: []].append($0.text(1)) }
    return columns
  }
}
