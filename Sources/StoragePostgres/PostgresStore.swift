internal import Storage

/// The store inside of a database: whether there is one, and whether there can be one.
struct PostgresStore {
  private let handle: PostgresHandle
  private let address: PostgresAddress

  init(_ handle: PostgresHandle, _ address: PostgresAddress) {
    self.handle = handle
    self.address = address
  }

  /// Checks the server, the database and what its schema holds.
  /// - Returns: the version of the store's tables, or nil where there is none and one may be made.
  func check(create: Bool) throws(StoreError) -> String? {
    try checkServer()
    let (schema, place) = (address.schema, address.shown)
    let tables = try handle.run(
      PostgresStatement(
        """
        SELECT count(*), count(*) FILTER (WHERE c.relname = 'store_property')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """, [.text(schema)]))
    let row = PostgresRow(result: tables.pointer, row: 0)
    if row.integer(1) > 0 {
      let version = try handle.run("SELECT value FROM store_property WHERE name = 'schema'").value
      return version ?? "0"
    }
    guard row.integer(0) == 0 else {
      throw StoreError(
        .notAStore,
        zh: "\(place)：模式 \(schema) 里是别的程序的表，没有改动它们。请换一个数据库，或在地址里另写 ?options=-csearch_path%3D名字。",
        en: """
          \(place): the schema \(schema) holds another program's tables, which were left as they are. Name another \
          database, or another schema with ?options=-csearch_path%3Dname.
          """)
    }
    guard create else {
      throw StoreError(
        .notAStore, zh: "\(place)：这个数据库里没有 kaowu 的数据。请先运行 kaowu init。",
        en: "\(place): this database holds no kaowu store. Run kaowu init first.")
    }
    return nil
  }

  /// Checks the version and how texts are kept: they must sort by their bytes, as reports and files do.
  private func checkServer() throws(StoreError) {
    let facts = try handle.run(
      """
      SELECT current_setting('server_version_num'), pg_encoding_to_char(d.encoding), d.datcollate,
        COALESCE(to_jsonb(d) ->> 'datlocprovider', 'c'), current_setting('server_version'), d.datname
      FROM pg_database d WHERE d.datname = current_database()
      """)
    let row = PostgresRow(result: facts.pointer, row: 0)
    let place = address.shown
    guard row.integer(0) >= 130_000 else {
      throw StoreError(
        .failed, zh: "\(place)：服务器是 PostgreSQL \(row.text(4))，需要 13 或更新的版本。",
        en: "\(place): the server is PostgreSQL \(row.text(4)); 13 or newer is needed.")
    }
    // The server's built-in collations ("b") all go by code points.
    let sortsByBytes = row.text(3) == "b" || (row.text(3) == "c" && Self.collations.contains(row.text(2)))
    guard row.text(1) == "UTF8", sortsByBytes else {
      let statement = Self.statement(creating: row.text(5) + "_c")
      throw StoreError(
        .failed,
        zh: """
          \(place)：这个数据库的编码是 \(row.text(1))、排序规则是 \(row.text(2))，需要 UTF8 和 C。请让管理员另建一个数据库：
            \(statement)
          """,
        en: """
          \(place): this database has the encoding \(row.text(1)) and the collation \(row.text(2)); UTF8 and C are \
          needed. Have an administrator make another one:
            \(statement)
          """)
    }
  }

  private static let collations: Set = ["C", "POSIX", "C.UTF-8", "C.utf8"]

  static func statement(creating database: String) -> String {
    "CREATE DATABASE \(SQLText.name(database)) ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
  }

  /// Makes the database that an address names.
  /// - Throws: a `StoreError` with the statement, where the user may not.
  static func make(_ address: PostgresAddress) async throws {
    guard let name = address.database else { return }
    let connection = PostgresConnection(address.to(database: "postgres"))
    try await connection.open()
    let statement = statement(creating: name)
    do {
      try await connection.use { handle in
        do {
          try handle.run(statement)
        } catch {
          // Somebody else made it at the same time.
          guard ["42P04", "23505"].contains(handle.failure?.state) else { throw error }
        }
      }
    } catch let error as StoreError {
      throw StoreError(
        error.code, detail: error.detail, zh: "\(address.shown)：没有这个数据库，也不能建立它。请让管理员运行：\n  \(statement)",
        en:
          "\(address.shown): there is no such database, and it cannot be made. Have an administrator run:\n  \(statement)"
      )
    }
  }
}
