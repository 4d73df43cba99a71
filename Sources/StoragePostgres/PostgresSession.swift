internal import CPostgres
internal import Storage

/// Statements on one connection to a server.
final class PostgresSession: Session {
  let handle: PostgresHandle
  private var cursors = 0
  /// Cursors that are read to their end; they are closed along with the next statement, which saves a message.
  private var readCursors: [String] = []
  private var statistics = TableStatistics()

  init(_ handle: PostgresHandle) { self.handle = handle }

  var layout: TableLayout { .partitioned }

  var skipLocked: String { " FOR UPDATE SKIP LOCKED" }

  func execute(_ sql: String, _ parameters: [SQLValue]) throws(StoreError) -> Int {
    let changes = try run([PostgresStatement(sql, parameters)]).changes
    if PostgresWords.isDefinition(sql) { statistics.forget() }
    return changes
  }

  func forEach(_ sql: String, _ parameters: [SQLValue], _ body: (any ResultRow) throws -> Void) throws {
    guard PostgresWords.isQuery(sql) else {
      return try hand(run([PostgresStatement(sql, parameters)]), to: body)
    }
    cursors += 1
    let cursor = "kaowu_cursor_\(cursors)"
    var asked = Self.firstRows
    var result = try run([
      PostgresStatement("DECLARE \(cursor) NO SCROLL CURSOR FOR \(sql)", parameters),
      PostgresStatement("FETCH FORWARD \(asked) FROM \(cursor)"),
    ])
    defer { readCursors.append(cursor) }
    while true {
      try hand(result, to: body)
      guard Int(result.rows) == asked else { return }
      asked = Self.rowsAtATime(after: result)
      result = try run([PostgresStatement("FETCH FORWARD \(asked) FROM \(cursor)")])
    }
  }

  func loader(_ table: String, columns: [String]) throws(StoreError) -> any TableLoader {
    PostgresLoader(table, columns: columns, self)
  }

  func now() throws -> Int {
    try count("SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)")
  }

  func ring() throws { try execute("SELECT pg_notify('\(PostgresBell.channel)', '')") }

  /// Begins anew: a transaction's end closes its cursors.
  func forgetCursors() { readCursors = [] }

  /// Begins anew after a transaction that was rolled back, and with it what the planner was told.
  func forgetKnownSizes() { statistics.forgetKnown() }

  /// Runs statements, closing first what is read. Before they do the planner looks at the tables that were loaded: once
  /// for all that was loaded since the last statement.
  func run(_ statements: [PostgresStatement]) throws(StoreError) -> PostgresResult {
    if !statements.isEmpty {
      for table in statistics.due() { try lookAt(table) }
    }
    var all: [PostgresStatement] = []
    for cursor in readCursors { all.append(try PostgresStatement("CLOSE \(cursor)")) }
    readCursors = []
    return try handle.run(all + statements)
  }

  /// Runs `COPY` with the rows of a loader.
  func copy(_ rows: [UInt8], _ count: Int, into table: String, columns: [String]) throws(StoreError) {
    if !readCursors.isEmpty { _ = try run([]) }
    let list = columns.joined(separator: ", ")
    _ = try handle.run("COPY \(table) (\(list)) FROM STDIN")
    try handle.putCopy(rows)
    statistics.note(count, in: table)
  }

  /// Has the planner look at a table, if it is a temporary one: the server looks at lasting tables by itself, and never at
  /// temporary ones.
  private func lookAt(_ table: String) throws(StoreError) {
    let isTemporary = try handle.run(
      PostgresStatement(
        "SELECT 1 FROM pg_class WHERE oid = to_regclass($1) AND relpersistence = 't'", [.text(table)]))
    if isTemporary.rows > 0 { try handle.run("ANALYZE \(table)") }
  }

  private func hand(_ result: PostgresResult, to body: (any ResultRow) throws -> Void) throws {
    for row in 0..<result.rows { try body(PostgresRow(result: result.pointer, row: row)) }
    withExtendedLifetime(result) {}
  }

  /// Most results are read with one message; of pictures, a few dozen fit into the memory well.
  private static let firstRows = 50

  /// As many rows as make about a mebibyte.
  private static func rowsAtATime(after result: PostgresResult) -> Int {
    min(5_000, max(10, (1 << 20) * Int(result.rows) / max(1, result.size)))
  }
}

/// What kind of statement a text is.
enum PostgresWords {
  /// Whether a statement can be read through a cursor.
  static func isQuery(_ sql: String) -> Bool { ["SELECT", "WITH", "VALUES"].contains(firstWord(sql)) }

  /// Whether a statement makes or removes a table.
  static func isDefinition(_ sql: String) -> Bool { ["CREATE", "DROP", "ALTER"].contains(firstWord(sql)) }

  private static func firstWord(_ sql: String) -> String {
    String(sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }).uppercased()
  }
}
