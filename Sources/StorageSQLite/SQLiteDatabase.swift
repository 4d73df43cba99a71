public import Storage
internal import Tabular

/// 嵌入式数据库 — the store in one SQLite file (WAL, synchronous FULL): a commit that returned is on the disk.
public final class SQLiteDatabase: Database {
  private let path: String
  private let shared: SQLiteConnection

  /// The words of table definitions that are SQLite's own.
  public static let dialect = Dialect(identity: "INTEGER PRIMARY KEY", layout: .whole)

  /// Opens a store, bringing its tables up to date.
  /// - Parameter create: whether a file that is not there is made; a store that is there is left as it is.
  /// - Throws: `.missing`, `.notAStore`, `.tooNew`, `.disk` …
  public init(path: String, create: Bool = false) async throws {
    self.path = path
    let found = try SQLiteFileLook.at(path, create: create)
    let isKnown = found == .store
    if found == .foreign {
      throw StoreError(
        .notAStore, zh: "这个文件是别的程序的数据库，没有改动它。请用 --store 指出 kaowu 数据库的位置。",
        en: "This file is another program's database and was left as it is. Name a kaowu store with --store.")
    }
    guard isKnown || create else {
      throw StoreError(
        .notAStore, zh: "这个文件不是 kaowu 数据库。请先运行 kaowu init。",
        en: "This file is no kaowu store. Run kaowu init first.")
    }
    shared = try SQLiteConnection(path: path, create: create, rollsTemporaryBack: true)
    let version = isKnown ? try await shared.read { try StoreProperty.read("schema", $0) } : nil
    if version != String(Migrations.newest) {
      _ = try await shared.change { try Migrations.apply($0, dialect: Self.dialect) }
    }
  }

  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await shared.read(body)
  }

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await shared.write(body)
  }

  public func freeze(_ target: String?) async throws {
    try await shared.change { try StoreFreeze.set(target, $0) }
  }

  public func connection() async throws -> any Connection {
    try SQLiteConnection(path: path, create: false, rollsTemporaryBack: false)
  }
}

/// One connection; as an actor it runs one transaction at a time.
actor SQLiteConnection: Connection {
  private let handle: SQLiteHandle
  private let session: SQLiteSession

  init(path: String, create: Bool, rollsTemporaryBack: Bool) throws(StoreError) {
    handle = try SQLiteHandle(path: path, create: create)
    try handle.configure(rollsTemporaryBack: rollsTemporaryBack)
    session = SQLiteSession(handle)
  }

  func read<Result: Sendable>(_ body: @Sendable (any Session) throws -> Result) throws -> Result {
    try transaction("BEGIN DEFERRED", body)
  }

  func write<Result: Sendable>(_ body: @Sendable (any Session) throws -> Result) throws -> Result {
    try change { session in
      try StoreFreeze.requireNone(session)
      return try body(session)
    }
  }

  /// A transaction that writes whether the store is frozen or not.
  func change<Result: Sendable>(_ body: @Sendable (any Session) throws -> Result) throws -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  private func transaction<Result>(_ begin: String, _ body: (any Session) throws -> Result) throws -> Result {
    try handle.run(begin)
    do {
      let result = try body(session)
      try handle.run("COMMIT")
      return result
    } catch {
      // A full disk may have rolled back already; then there is nothing to roll back, which is no error.
      try? handle.run("ROLLBACK")
      throw error
    }
  }
}
