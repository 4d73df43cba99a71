internal import CSQLite
internal import Storage

/// 数据库文件辨认 — what lies at a path, seen without writing to it: opening a store switches its file to another journal,
/// which a database of another program must be spared.
enum SQLiteFileLook {
  /// Nothing is there, or a database without a single table: a store may be made of it.
  case blank
  /// A store of this program.
  case store
  /// A database of another program.
  case foreign

  /// Looks at the file.
  /// - Parameter create: whether a file that is not there is no error.
  /// - Throws: `.missing`, `.notAStore` for what is no database, `.corrupt`, `.disk`.
  static func at(_ path: String, create: Bool) throws -> SQLiteFileLook {
    let handle: SQLiteHandle
    do {
      handle = try SQLiteHandle(path: path, .look)
    } catch {
      if create, error.code == .missing { return .blank }
      throw error
    }
    let session = SQLiteSession(handle)
    let tables = try session.count("SELECT count(*) FROM sqlite_schema")
    let own = try session.count("SELECT count(*) FROM sqlite_schema WHERE name = 'store_property'")
    return own > 0 ? .store : tables > 0 ? .foreign : .blank
  }
}
