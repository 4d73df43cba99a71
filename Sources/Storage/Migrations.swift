/// 迁移 — brings a store's tables to the form that this program knows, one numbered SQL file after the other.
public enum Migrations {
  /// The number of the newest migration, which is the version of the schema.
  public static var newest: Int { everyMigration.count }

  /// Applies the migrations that the store has not had, in order, inside the caller's transaction.
  /// - Throws: `.tooNew` where the store has had migrations that this program does not know.
  /// - Returns: the names of those applied.
  @discardableResult
  public static func apply(_ session: any Session, dialect: Dialect) throws -> [String] {
    try session.execute(
      "CREATE TABLE IF NOT EXISTS store_property (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    let version = try Int(StoreProperty.read("schema", session) ?? "0") ?? 0
    guard version <= newest else {
      throw StoreError(
        .tooNew, zh: "这个数据库由更新版本的 kaowu 建立（结构 \(version)，本程序到 \(newest)）。请升级程序。",
        en: "This store was made by a newer kaowu (schema \(version), this one knows \(newest)). Upgrade it.")
    }
    let pending = everyMigration[version...]
    for migration in pending {
      for statement in statements(migration.sql).map(dialect.fill) where !isBlank(statement) {
        try session.execute(statement)
      }
    }
    try StoreProperty.write("schema", String(newest), session)
    return pending.map(\.name)
  }

  /// The statements of a file: comment lines dropped, split at `;` ends of line.
  static func statements(_ sql: String) -> [String] {
    let lines = sql.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }
    return lines.joined(separator: "\n").split(separator: ";").map(String.init).filter { !isBlank($0) }
  }

  /// Whether nothing is left of a statement, as of one that is meant for another database.
  private static func isBlank(_ statement: String) -> Bool { statement.allSatisfy(\.isWhitespace) }
}

/// 存储属性 — named facts about the store itself: its schema, when it was made, whether its clock may be set.
public enum StoreProperty {
  /// The value of a property, or nil.
  public static func read(_ name: String, _ session: any Session) throws -> String? {
    try session.first("SELECT value FROM store_property WHERE name = $1", [.text(name)]) { $0.text(0) }
  }

  /// Sets a property.
  public static func write(_ name: String, _ value: String, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO store_property (name, value) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name), .text(value)])
  }
}
