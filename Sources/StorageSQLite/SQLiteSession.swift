internal import CSQLite
internal import Storage

/// Statements on one SQLite connection.
final class SQLiteSession: Session {
  private let handle: SQLiteHandle

  init(_ handle: SQLiteHandle) { self.handle = handle }

  func execute(_ sql: String, _ parameters: [SQLValue]) throws(StoreError) -> Int {
    let definesTable = ["CREATE", "DROP", "ALTER"].contains { sql.drop { $0.isWhitespace }.hasPrefix($0) }
    if definesTable { handle.forgetStatements() }
    let statement = try handle.statement(sql)
    defer { statement.reset() }
    try statement.bind(parameters)
    while try statement.step() {}
    // A definition leaves the count of the statement before it.
    return definesTable ? 0 : Int(sqlite3_changes64(handle.database))
  }

  func forEach(_ sql: String, _ parameters: [SQLValue], _ body: (any ResultRow) throws -> Void) throws {
    let statement = try handle.statement(sql)
    defer { statement.reset() }
    try statement.bind(parameters)
    let row = SQLiteRow(statement: statement.pointer)
    while try statement.step() { try body(row) }
  }

  func loader(_ table: String, columns: [String]) throws(StoreError) -> any TableLoader {
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    return SQLiteLoader(try handle.statement(sql))
  }
}

/// Loads rows through one prepared statement.
final class SQLiteLoader: TableLoader {
  private let statement: SQLiteStatement
  private var position: CInt = 0

  init(_ statement: SQLiteStatement) { self.statement = statement }

  func add(_ value: SQLValue) throws(StoreError) {
    position += 1
    try statement.bind(value, at: position)
  }

  func add(_ text: String?) throws(StoreError) {
    position += 1
    // Bindings are cleared after each row, so null needs no call.
    if let text { _ = statement.bindText(text, at: position) }
  }

  func endRow() throws(StoreError) {
    defer {
      statement.reset()
      position = 0
    }
    _ = try statement.step()
  }

  func finish() throws(StoreError) {}
}
