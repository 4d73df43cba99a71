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
      "IFNULL(", "AUTOINCREMENT", "WITHOUT ROWID", "::text", "::integer", "ILIKE", "DISTINCT ON", "INSTR(",
      "PRINTF(", "JULIANDAY", "COLLATE ", "REPLACE INTO", "GREATEST(", "LEAST(", "TYPEOF(",
    ])
  func dialects(_ words: String) {
    let word = words.lowercased()
    #expect(Self.places { $0.lowercased().contains(word) } == [])
  }

  @Test("no statement counts from the end of a text, which one database takes for its beginning")
  func substrings() {
    #expect(Self.places { $0.contains(#/substr\([^()]*, ?-/#) } == [])
  }

  @Test(
    "texts are matched in small letters, for one database tells the large from the small and one does not")
  func matches() {
    #expect(Self.places { $0.contains(" LIKE ") && !$0.contains(" LIKE lower(") } == [])
  }

  private static func places(where isWrong: (String) -> Bool) -> [String] {
    (files + schema).flatMap { file in
      file.places { line in
        !trimmed(line).hasPrefix("//") && !trimmed(line).hasPrefix("--") && isWrong(String(line))
      }
    }
  }

  @Test("there are statements to look at")
  func files() {
    #expect(Self.files.count > 10)
    #expect(!Self.schema.isEmpty)
  }
}
