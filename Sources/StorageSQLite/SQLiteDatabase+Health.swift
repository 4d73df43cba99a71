public import Storage

extension SQLiteDatabase {
  /// Checks the whole file: every page, every index, every reference between tables.
  public func health() async throws -> StoreHealth {
    try await read { session in
      let version = try session.first("SELECT sqlite_version()") { $0.text(0) } ?? ""
      var problems = try session.all("PRAGMA integrity_check(20)") { $0.text(0) }.filter { $0 != "ok" }
      problems += try session.all("PRAGMA foreign_key_check") {
        "\($0.text(0)) row \($0.integer(1)): no \($0.text(2))"
      }
      return StoreHealth(engine: "SQLite \(version)", problems: problems)
    }
  }
}
