/// What SQLite and PostgreSQL do not share, or understand differently. Every statement of the program is one text for
/// both.
struct SharedSQL {
  struct Rule: Sendable {
    /// A regular expression, case ignored.
    var pattern: String
    /// Why it is not allowed, and what to write instead.
    var reason: String
    /// A piece of SQL that must be caught.
    var sample: String
  }

  static let rules: [Rule] = [
    Rule(pattern: #"\?"#, reason: "parameters are $1, $2 …", sample: "WHERE a = ?"),
    Rule(
      pattern: #"\bINSERT\s+OR\b|\bREPLACE\s+INTO\b"#, reason: "write ON CONFLICT",
      sample: "INSERT OR IGNORE INTO a"),
    Rule(pattern: #"\bPRAGMA\b"#, reason: "SQLite's own", sample: "PRAGMA table_info(a)"),
    Rule(pattern: #"\bsqlite_\w+"#, reason: "SQLite's own tables", sample: "FROM sqlite_schema"),
    Rule(
      pattern: #"\bpg_\w+|\binformation_schema\b"#, reason: "PostgreSQL's own tables", sample: "FROM pg_class"
    ),
    Rule(
      pattern: #"\b(rowid|oid|ctid)\b"#, reason: "tables have keys of their own", sample: "ORDER BY rowid"),
    Rule(
      pattern: #"\bAUTOINCREMENT\b|\bSERIAL\b"#, reason: "write {identity}", sample: "id SERIAL PRIMARY KEY"),
    Rule(
      pattern: #"\b(GLOB|REGEXP|MATCH|ILIKE|SIMILAR)\b"#, reason: "one of the two lacks it",
      sample: "a GLOB 'x*'"),
    Rule(pattern: #"\bLIKE\b"#, reason: "ignores case in SQLite only; compare substr", sample: "a LIKE 'x%'"),
    Rule(pattern: #"\bCOLLATE\b"#, reason: "collations differ", sample: "a COLLATE NOCASE"),
    Rule(
      pattern: #"\b(group_concat|string_agg|array_agg)\s*\("#, reason: "join in Swift",
      sample: "group_concat(a)"),
    Rule(pattern: #"\bjsonb?_\w+|->"#, reason: "functions on JSON differ", sample: "json_extract(a, '$.b')"),
    Rule(
      pattern: #"\b(strftime|datetime|julianday|unixepoch|date_trunc|extract|to_char|age)\s*\("#,
      reason: "moments are numbers; reckon in Swift", sample: "strftime('%Y', a)"),
    Rule(
      pattern: #"\b(now\s*\(|current_(timestamp|date|time)\b)"#, reason: "the clock is passed in (WIN-06)",
      sample: "VALUES (CURRENT_TIMESTAMP)"),
    Rule(
      pattern: #"\b(IIF|IFNULL|NVL|DECODE)\s*\("#, reason: "write CASE or COALESCE", sample: "IFNULL(a, 0)"),
    Rule(
      pattern: #"\b(instr|strpos|printf|format|char|unicode|chr|quote|hex|typeof|total|zeroblob)\s*\("#,
      reason: "one of the two lacks it", sample: "instr(a, 'x')"),
    Rule(pattern: #"\brandom\s*\("#, reason: "results must come again", sample: "ORDER BY random()"),
    Rule(
      pattern: #"\b(min|max)\s*\([^()]*,"#, reason: "of several values only in SQLite; write CASE",
      sample: "max(a, b)"),
    Rule(
      pattern: #"\b(GREATEST|LEAST)\s*\("#, reason: "PostgreSQL only; write CASE", sample: "GREATEST(a, b)"),
    Rule(pattern: #"::"#, reason: "PostgreSQL only; write CAST", sample: "a::text"),
    Rule(pattern: #"=="#, reason: "SQLite only; write =", sample: "a == b"),
    Rule(pattern: #"[`\[\]]"#, reason: "names are not quoted", sample: "SELECT [a]"),
    Rule(pattern: #"""#, reason: "SQLite takes a name in quotes for text", sample: #"WHERE a = "x""#),
    Rule(pattern: #"\b(TRUE|FALSE|BOOLEAN)\b"#, reason: "truth is 0 or 1", sample: "WHERE a = TRUE"),
    Rule(
      pattern: #"\bAS\s+(INTEGER|INT|REAL|FLOAT|VARCHAR|BLOB)\b|\b(BLOB|DATETIME|TIMESTAMP)\b"#,
      reason: "narrower in one of the two; write BIGINT, DOUBLE PRECISION, TEXT, BYTEA",
      sample: "CAST(a AS INTEGER)"),
    Rule(pattern: #"\bLIMIT\s+[^\s,]+\s*,"#, reason: "write LIMIT … OFFSET …", sample: "LIMIT 10, 20"),
    Rule(
      pattern: #"\bWITHOUT\s+ROWID\b|\bINDEXED\s+BY\b|\bSTRICT\b"#, reason: "SQLite's own",
      sample: "INDEXED BY a"),
    Rule(
      pattern: #"\bIS\s+(NOT\s+)?(?!NULL\b|NOT\b|DISTINCT\b)\S"#, reason: "write IS [NOT] DISTINCT FROM",
      sample: "a IS NOT b"),
    Rule(
      pattern: #"\bSET\s+\w+\.\w+\s*="#, reason: "PostgreSQL takes bare names only",
      sample: "UPDATE a SET a.b = 1"),
    Rule(
      pattern: #"\bBEGIN\b|\bCOMMIT\b|\bROLLBACK\b|\bSAVEPOINT\b"#, reason: "transactions are the store's",
      sample: "BEGIN IMMEDIATE"),
    Rule(
      pattern: #"\bUPDATE\b[^;]*\bORDER\s+BY\b[^;)]*$|\bDELETE\b[^;]*\bLIMIT\b[^;)]*$"#,
      reason: "SQLite only", sample: "DELETE FROM a LIMIT 1"),
  ]

  /// The reasons for which a statement is not common to both, text in apostrophes apart.
  static func faults(in sql: String) throws -> [String] {
    let bare = sql.replacing(try Regex("'[^']*'"), with: "''")
    return try rules.filter { rule in
      try bare.contains(Regex(rule.pattern).ignoresCase())
    }.map { "\($0.pattern): \($0.reason)" }
  }
}
