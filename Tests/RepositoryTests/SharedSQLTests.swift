import Testing

/// The store's statements are one text for SQLite and PostgreSQL; only the target that wraps a database may differ.
@Suite("SQL that both databases understand")
struct SharedSQLTests {
  private static let verbs = [
    "SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "CREATE INDEX",
  ]
  private static let files = Repository.sources.filter { file in
    !["StorageSQLite", "StoragePostgres"].contains(file.target) && verbs.contains { file.text.contains($0) }
  }
  private static let schema = Repository.files(in: "Sources/Storage/Schema", extensions: ["sql"])

  @Test(
    "no statement holds what only one database knows",
    arguments: [
      "INSERT OR ", "PRAGMA", "rowid", " GLOB ", "group_concat", "string_agg", "json_", "strftime", "IIF(",
      "IFNULL(", "AUTOINCREMENT", "WITHOUT ROWID", "::text", "::integer", "ILIKE", "DISTINCT ON",
    ])
  func dialects(_ words: String) {
    let word = words.lowercased()
    let files = (Self.files + Self.schema).filter { $0.text.lowercased().contains(word) }
    let places = files.flatMap { file in
      file.places { line in
        !trimmed(line).hasPrefix("//") && !trimmed(line).hasPrefix("--") && line.lowercased().contains(word)
      }
    }
    #expect(places == [])
  }

  @Test("there are statements to look at")
  func files() {
    #expect(Self.files.count > 10)
    #expect(!Self.schema.isEmpty)
  }
}
