internal import CSQLite
internal import Storage
internal import Tabular

/// The current row of a statement.
struct SQLiteRow: ResultRow {
  let statement: OpaquePointer

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, CInt(column))) }
  func real(_ column: Int) -> Double { sqlite3_column_double(statement, CInt(column)) }

  func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(statement, CInt(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, CInt(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, CInt(column)) else { return [] }
    return [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, CInt(column)))))
  }

  func read(into row: inout TextRow) {
    row.removeAll()
    for column in 0..<sqlite3_column_count(statement) {
      // One look for the column; its value is asked for all else. Nobody but this thread uses the connection.
      let value = sqlite3_column_value(statement, column)
      // Asked for a number's text, SQLite would print it to memory of its own.
      if sqlite3_value_type(value) == SQLITE_INTEGER {
        row.append(Int(sqlite3_value_int64(value)))
      } else {
        // The text first: asking for it is what makes the number of its bytes known.
        let start = sqlite3_value_text(value)
        row.append(UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
      }
    }
  }
}
