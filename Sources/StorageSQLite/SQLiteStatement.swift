internal import CSQLite
internal import Storage

/// A prepared statement, finalised when the last reference goes.
final class SQLiteStatement {
  let pointer: OpaquePointer
  private let database: OpaquePointer
  private let sql: String
  /// Where each `$n` lies: SQLite numbers named parameters by first appearance, not by their names.
  private let positions: [CInt]
  /// Whether somebody uses it: it has begun and is not reset, or is held.
  private(set) var isBusy = false

  init(_ database: OpaquePointer, _ sql: String) throws(StoreError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw .from(database, code) }
    pointer = handle
    self.database = database
    self.sql = sql
    let count = sqlite3_bind_parameter_count(handle)
    positions =
      count == 0 ? [] : (1...count).map { sqlite3_bind_parameter_index(handle, "$\($0)") }
  }

  deinit { sqlite3_finalize(pointer) }

  func bind(_ parameters: [SQLValue]) throws(StoreError) {
    // PostgreSQL takes no parameter that is not used, nor a gap between them; a fault of the program shows here first.
    assert(parameters.count == positions.count && !positions.contains(0), "Parameters do not fit: \(sql)")
    for (index, value) in parameters.enumerated() where index < positions.count {
      try bind(value, at: positions[index])
    }
  }

  func bind(_ value: SQLValue, at position: CInt) throws(StoreError) {
    let code =
      switch value {
      case .null: sqlite3_bind_null(pointer, position)
      case .integer(let number): sqlite3_bind_int64(pointer, position, Int64(number))
      case .real(let number): sqlite3_bind_double(pointer, position, number)
      case .text(let text): bindText(text, at: position)
      case .bytes(let bytes): bindBytes(bytes, at: position)
      }
    guard code == SQLITE_OK else { throw .from(database, code) }
  }

  func bindText(_ text: String, at position: CInt) -> CInt {
    var text = text
    return text.withUTF8 { bytes in
      // An empty string's pointer may be nil, which SQLite would take for null.
      guard let start = bytes.baseAddress else { return sqlite3_bind_text(pointer, position, "", 0, nil) }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        sqlite3_bind_text(pointer, position, characters, CInt(bytes.count), Self.copies)
      }
    }
  }

  private func bindBytes(_ bytes: [UInt8], at position: CInt) -> CInt {
    bytes.isEmpty
      ? sqlite3_bind_zeroblob(pointer, position, 0)
      : bytes.withUnsafeBytes {
        sqlite3_bind_blob(pointer, position, $0.baseAddress, CInt($0.count), Self.copies)
      }
  }

  /// Steps once. Returns whether there is a row.
  func step() throws(StoreError) -> Bool {
    isBusy = true
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw .from(database, code)
    }
  }

  /// Keeps others from using the statement until it is reset: values wait in it.
  func hold() { isBusy = true }

  /// Makes the statement ready for its next use.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    isBusy = false
  }

  /// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that does not reach Swift).
  private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
