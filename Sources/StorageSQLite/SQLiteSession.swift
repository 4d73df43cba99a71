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
    SQLiteLoader(handle, table: table, columns: columns)
  }
}

/// Loads rows, several with each run of one prepared statement: to begin and to end a run costs more than a row does.
final class SQLiteLoader: TableLoader {
  /// The most rows of a run. More would save little, and make the statement longer to prepare.
  private static let mostRows = 8
  /// How many bytes may wait for a run: SQLite holds copies of them until then.
  private static let mostBytes = 64 << 10

  private let handle: SQLiteHandle
  private let table: String
  private let columns: [String]
  /// Held by this loader alone from its first value on, for the rows that wait lie in it.
  private var statement: SQLiteStatement?
  private var position: CInt = 0
  private var rows = 0
  private var bytes = 0

  init(_ handle: SQLiteHandle, table: String, columns: [String]) {
    self.handle = handle
    self.table = table
    self.columns = columns
  }

  deinit { statement?.reset() }

  func add(_ value: SQLValue) throws(StoreError) {
    position += 1
    bytes += Self.size(of: value)
    try held().bind(value, at: position)
  }

  func add(_ text: String?) throws(StoreError) {
    position += 1
    // Bindings are cleared after each run, so null needs no call.
    guard let text else { return }
    bytes += text.utf8.count
    _ = try held().bindText(text, at: position)
  }

  func endRow() throws(StoreError) {
    rows += 1
    assert(Int(position) == rows * columns.count, "A row of \(table) has too few values, or too many")
    if rows == Self.mostRows || bytes >= Self.mostBytes { try run() }
  }

  func finish() throws(StoreError) {
    if rows > 0 { try run() }
    statement?.reset()
    statement = nil
  }

  private func run() throws(StoreError) {
    let statement = try held()
    defer {
      statement.reset()
      statement.hold()
      (position, rows, bytes) = (0, 0, 0)
    }
    try statement.bind(.integer(rows), at: CInt(columns.count * Self.mostRows + 1))
    _ = try statement.step()
  }

  private func held() throws(StoreError) -> SQLiteStatement {
    if let statement { return statement }
    let statement = try handle.statement(sql)
    statement.hold()
    self.statement = statement
    return statement
  }

  /// Puts in the first rows of a list, as many as its last parameter says.
  private var sql: String {
    let width = columns.count
    let lists = (0..<Self.mostRows).map { row in
      "(" + (1...width).map { "$\(row * width + $0)" }.joined(separator: ", ") + ")"
    }
    return """
      INSERT INTO \(table) (\(columns.joined(separator: ", ")))
      SELECT * FROM (VALUES \(lists.joined(separator: ", "))) LIMIT $\(width * Self.mostRows + 1)
      """
  }

  private static func size(of value: SQLValue) -> Int {
    switch value {
    case .text(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .null, .integer, .real: 0
    }
  }
}
