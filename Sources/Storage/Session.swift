internal import Glibc
public import Tabular

/// 结果行 — one row of a query's result; columns are counted from 0. It is valid only inside the body it is given to.
public protocol ResultRow {
  /// Whether the column is null.
  func isNull(_ column: Int) -> Bool
  /// The column as a number; 0 where it is null.
  func integer(_ column: Int) -> Int
  /// The column as a number with decimals; 0 where it is null.
  func real(_ column: Int) -> Double
  /// The column as text; empty where it is null.
  func text(_ column: Int) -> String
  /// The column as bytes; empty where it is null.
  func bytes(_ column: Int) -> [UInt8]
  /// All columns as texts, one field each; empty where one is null. It is the cheapest way to take a whole row.
  func read(into row: inout TextRow)
}

extension ResultRow {
  /// The column as text, or nil where it is null.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  /// The column as a number, or nil where it is null.
  public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }
  /// Whether the column holds 1.
  public func flag(_ column: Int) -> Bool { integer(column) != 0 }
}

/// 会话 — statements inside one transaction. Its calls do not suspend, so nothing can come between them.
///
/// Statements are written once, in the subset of SQL that SQLite and PostgreSQL share; parameters are `$1`, `$2` ….
public protocol Session: AnyObject {
  /// Runs one statement.
  /// - Returns: the number of rows it inserted, changed or deleted.
  @discardableResult
  func execute(_ sql: String, _ parameters: [SQLValue]) throws(StoreError) -> Int

  /// Runs a query and hands each row of its result to `body`.
  func forEach(_ sql: String, _ parameters: [SQLValue], _ body: (any ResultRow) throws -> Void) throws

  /// The database's own clock, in milliseconds since 1970: the one clock that workers on several machines share.
  func now() throws -> Int

  /// Wakes whoever waits for a ring, once this transaction is committed.
  func ring() throws

  /// The tables of the store as its catalogue describes them.
  func tables() throws -> [TableShape]

  /// Lets the numbers that the database gives out go on behind the greatest one of a table, into which rows with numbers
  /// of their own were loaded.
  func continueNumbers(of table: TableShape) throws

  /// How the tables that grow are laid out.
  var layout: TableLayout { get }

  /// Makes room for a sitting in the tables that grow, where they are partitioned by sitting.
  func addPartitions(ofSitting sitting: Int) throws

  /// What a query ends with that locks its rows and passes over those that others have locked; empty where there is only
  /// one writer at a time.
  var skipLocked: String { get }

  /// Begins loading many rows into a table, the fastest way the database has.
  func loader(_ table: String, columns: [String]) throws(StoreError) -> any TableLoader
}

extension Session {
  public func now() throws -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  public func ring() throws {}

  public func continueNumbers(of table: TableShape) throws {}

  public var layout: TableLayout { .whole }

  public func addPartitions(ofSitting sitting: Int) throws {}

  public var skipLocked: String { "" }
}

/// 批量装载 — puts rows into a table, value by value in the order of the columns.
public protocol TableLoader: AnyObject {
  /// The next value of the row.
  func add(_ value: SQLValue) throws(StoreError)
  /// The next value of the row: text without a detour over `SQLValue`; nil is null.
  func add(_ text: String?) throws(StoreError)
  /// Ends the row, which must have a value for every column.
  func endRow() throws(StoreError)
  /// Ends the loading; nothing is loaded for sure before it returns.
  func finish() throws(StoreError)
}

extension Session {
  /// Runs one statement without parameters.
  @discardableResult
  public func execute(_ sql: String) throws(StoreError) -> Int { try execute(sql, []) }

  /// What `body` makes of each row of a query's result.
  public func all<Element>(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (any ResultRow) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try forEach(sql, parameters) { elements.append(try body($0)) }
    return elements
  }

  /// What `body` makes of the first row of a query's result, or nil where it has none.
  public func first<Element>(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (any ResultRow) throws -> Element
  ) throws -> Element? {
    var element: Element?
    try forEach(sql, parameters) { row in
      if element == nil { element = try body(row) }
    }
    return element
  }

  /// The number in a query's first row and column; 0 where it has no row.
  public func count(_ sql: String, _ parameters: [SQLValue] = []) throws -> Int {
    try first(sql, parameters) { $0.integer(0) } ?? 0
  }
}
