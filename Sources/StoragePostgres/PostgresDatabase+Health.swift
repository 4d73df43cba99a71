public import Storage

extension PostgresDatabase {
  /// Asks the server what it knows of damage: indexes that are not valid, references that were never checked, pages whose
  /// checksums were wrong. The rows themselves are checked by whoever reads them.
  public func health() async throws -> StoreHealth {
    try await read { session in
      let version = try session.first("SELECT current_setting('server_version')") { $0.text(0) } ?? ""
      let number = version.prefix { $0 != " " }
      var problems = try session.all(
        """
        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT (i.indisvalid AND i.indisready)
        ORDER BY c.relname
        """
      ) { "index \($0.text(0)) is not valid" }
      problems += try session.all(
        """
        SELECT conname FROM pg_constraint
        WHERE connamespace = CAST(current_schema() AS regnamespace) AND NOT convalidated ORDER BY conname
        """
      ) { "constraint \($0.text(0)) is not valid" }
      problems += try session.all(
        """
        SELECT checksum_failures FROM pg_stat_database
        WHERE datname = current_database() AND checksum_failures > 0
        """
      ) { "\($0.integer(0)) pages with wrong checksums" }
      return StoreHealth(engine: "PostgreSQL \(number)", problems: problems)
    }
  }
}
