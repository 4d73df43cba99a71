internal import CSQLite
internal import Storage
internal import Tabular

/// An open SQLite connection and its prepared statements. Used by one task at a time (its owner is an actor).
final class SQLiteHandle {
  let database: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]

  /// Once for the process, before its first connection.
  private static let stoppedCounting = kaowu_sqlite3_stop_counting()

  /// How long a statement waits for another process that writes, in milliseconds.
  static let patience: CInt = 60_000

  /// What may be done with the file.
  enum Access {
    /// It is looked at, and never written to.
    case look
    /// It is written to, and must be there.
    case use
    /// It is written to, and made where it is not there.
    case make

    fileprivate var flags: CInt {
      switch self {
      case .look: SQLITE_OPEN_READONLY
      case .use: SQLITE_OPEN_READWRITE
      case .make: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    }
  }

  convenience init(path: String, create: Bool) throws(StoreError) {
    try self.init(path: path, create ? .make : .use)
  }

  init(path: String, _ access: Access) throws(StoreError) {
    _ = Self.stoppedCounting
    var handle: OpaquePointer?
    let flags = access.flags | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close_v2(handle) }
      throw code == SQLITE_CANTOPEN
        ? StoreError(
          .missing, zh: "没有这个数据库，或打不开它。请先运行 kaowu init，或用 --store 指出它的位置。",
          en: "There is no such store, or it cannot be opened. Run kaowu init first, or name it with --store."
        )
        : .from(handle, code)
    }
    database = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Self.patience)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(database)
  }

  /// Settings that hold for the connection: a commit is on the disk when it returns; temporary tables go to files,
  /// so that staging a big import does not fill the memory. A connection of one's own is for work of that size: what it
  /// changes is written once, at the commit, as long as it fits into the cache.
  /// - Parameter rollsTemporaryBack: whether temporary tables must be sound after a transaction that was rolled back;
  ///   where the connection ends with it, they need no journal.
  func configure(rollsTemporaryBack: Bool) throws(StoreError) {
    for pragma in [
      "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = FILE",
      "cache_size = \(rollsTemporaryBack ? -32_000 : -36_000)",
      "temp.cache_size = \(rollsTemporaryBack ? -16_000 : -40_000)",
      "temp.journal_mode = \(rollsTemporaryBack ? "DELETE" : "OFF")",
    ] {
      let code = sqlite3_exec(database, "PRAGMA \(pragma)", nil, nil, nil)
      guard code == SQLITE_OK else { throw .from(database, code) }
    }
  }

  func run(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw .from(database, code) }
  }

  /// A prepared statement, kept for the next time the same text is asked for.
  func statement(_ sql: String) throws(StoreError) -> SQLiteStatement {
    if let known = statements[sql], !known.isBusy { return known }
    let statement = try SQLiteStatement(database, SQLiteDatabase.dialect.fill(sql))
    statements[sql] = statement
    return statement
  }

  /// Forgets the prepared statements, which would keep a table from being dropped.
  func forgetStatements() { statements.removeAll() }
}

extension StoreError {
  /// The error for a result code of SQLite.
  static func from(_ database: OpaquePointer?, _ code: CInt) -> StoreError {
    let detail = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    switch code & 0xFF {
    case SQLITE_NOTADB:
      return StoreError(
        .notAStore, detail: detail, zh: "这个文件不是 kaowu 数据库。请用 --store 指出正确的文件。",
        en: "This file is no kaowu store. Name the right one with --store.")
    case SQLITE_CORRUPT:
      return StoreError(
        .corrupt, detail: detail, zh: "数据库文件已损坏。请停止使用并从备份恢复。",
        en: "The store is damaged. Stop using it and restore a backup.")
    case SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY:
      return StoreError(
        .disk, detail: detail, zh: "写数据库失败：磁盘已满、只读或出错。数据没有改变；请检查磁盘后重试。",
        en:
          "Writing the store failed: the disk is full, read-only or broken. Nothing changed; check it and retry."
      )
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(
        .busy, detail: detail, zh: "另一个操作占用数据库太久。请稍后重试。",
        en: "Another operation held the store for too long. Try again later.")
    case SQLITE_CONSTRAINT:
      return StoreError(
        .constraint, detail: detail, zh: "数据库拒绝了这次写入（约束）。数据没有改变；请报告此错误。",
        en: "The store refused this write (constraint). Nothing changed; please report this.")
    default:
      return StoreError(
        .failed, detail: detail, zh: "数据库操作失败（\(detail)）。数据没有改变。",
        en: "The store failed (\(detail)). Nothing changed.")
    }
  }
}
