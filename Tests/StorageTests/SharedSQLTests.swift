import Foundation
import Testing

/// OPS-03 asks for the same pipeline on both databases: every statement in Sources is read here.
@Suite struct SharedSQLTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// Words that statements, and pieces of statements, begin with; in capitals, so that no sentence is taken for one.
  private static let openings = [
    "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "DROP ", "ALTER ", "WITH ", "FROM ", "WHERE ",
    "EXISTS ",
    "NOT EXISTS ", "CASE ", "ON CONFLICT ", "PRAGMA ", "AND ", "OR ", "JOIN ", "LEFT JOIN ", "ORDER BY ",
    "GROUP BY ",
  ]

  struct Statement {
    var place: String
    var sql: String
  }

  private static func statements() throws -> [Statement] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    var statements: [Statement] = []
    for path in paths {
      let file = sources.appending(path: path)
      if path.hasSuffix(".sql") {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let sql = lines.filter { !$0.hasPrefix("--") }.joined(separator: "\n")
        statements += sql.split(separator: ";").map { Statement(place: path, sql: String($0)) }
      } else if path.hasSuffix(".swift") {
        for literal in SwiftLiterals(try String(contentsOf: file, encoding: .utf8)).literals {
          let sql = literal.text.trimmingPrefix { $0.isWhitespace }
          if openings.contains(where: sql.hasPrefix) {
            statements.append(Statement(place: "\(path):\(literal.line)", sql: String(sql)))
          }
        }
      }
    }
    return statements
  }

  /// What SQLite's own target may say: its settings, its catalogue and its version.
  private static func isOwn(_ statement: Statement) -> Bool {
    statement.place.hasPrefix("StorageSQLite/")
      && ["PRAGMA", "sqlite_schema", "sqlite_version"].contains { statement.sql.contains($0) }
  }

  @Test("OPS-03 every statement is in the SQL that SQLite and PostgreSQL share")
  func sources() throws {
    let statements = try Self.statements()
    #expect(statements.count > 100)
    #expect(
      statements.contains { $0.place.hasSuffix("001_foundation.sql") && $0.sql.contains("CREATE TABLE job") })
    #expect(statements.contains { $0.place.hasPrefix("Imports/Registrations/RegistrationMerge.swift") })
    for statement in statements where !Self.isOwn(statement) {
      let faults = try SharedSQL.faults(in: statement.sql)
      #expect(faults.isEmpty, "\(statement.place)\n\(statement.sql)")
    }
  }

  @Test("each rule catches what it is there for", arguments: SharedSQL.rules.indices)
  func rule(index: Int) throws {
    let rule = SharedSQL.rules[index]
    #expect(try SharedSQL.faults(in: rule.sample).contains { $0.hasPrefix(rule.pattern) })
  }

  @Test(
    "what both understand passes",
    arguments: [
      "SELECT a FROM b WHERE a IS NOT NULL AND c IS DISTINCT FROM $1 AND d IS NOT DISTINCT FROM e",
      "INSERT INTO a (b) SELECT max(c) FROM d WHERE true_name = 'TRUE' ON CONFLICT (b) DO UPDATE SET b = excluded.b",
      "UPDATE a SET b = s.b FROM c AS s WHERE a.id = s.id RETURNING id",
      "SELECT CAST(a AS BIGINT), COALESCE(b, ''), substr(c, 1, length($2)), row_number() OVER (ORDER BY d) FROM e",
    ])
  func shared(sql: String) throws {
    #expect(try SharedSQL.faults(in: sql).isEmpty)
  }

  @Test("literals are found through comments, interpolations and several lines")
  func literals() {
    let quotes = "\"\"\""
    let source = """
      // "not this"
      let a = "SELECT \\(names.map { "x.\\($0)" }) FROM a" /* "nor this" */
      let b = \(quotes)
        UPDATE b
        SET c = "d"
        \(quotes)
      """
    let found = SwiftLiterals(source).literals
    #expect(found.map(\.text) == ["x.¤", "SELECT ¤ FROM a", "\n  UPDATE b\n  SET c = \"d\"\n  "])
    #expect(found.map(\.line) == [2, 2, 3])
  }
}
