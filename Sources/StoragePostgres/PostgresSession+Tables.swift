internal import Storage

extension PostgresSession {
  func tables() throws -> [TableShape] {
    var references: [String: Set<String>] = [:]
    try forEach(
      """
      SELECT DISTINCT c.relname, f.relname FROM pg_constraint k
      LEFT JOIN pg_inherits ci ON ci.inhrelid = k.conrelid LEFT JOIN pg_inherits fi ON fi.inhrelid = k.confrelid
      JOIN pg_class c ON c.oid = COALESCE(ci.inhparent, k.conrelid)
      JOIN pg_class f ON f.oid = COALESCE(fi.inhparent, k.confrelid)
      WHERE k.contype = 'f' AND c.relnamespace = CAST(current_schema() AS regnamespace)
      """, []
    ) { references[$0.text(0), default: []].insert($0.text(1)) }
    var columns: [String: [TableShape.Column]] = [:]
    var keys: [String: [(place: Int, name: String)]] = [:]
    try forEach(
      """
      SELECT c.relname, a.attname, t.typname, COALESCE(array_position(k.conkey, a.attnum), 0)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = ''
      JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition
      """, []
    ) { row in
      let name = row.text(0)
      columns[name, default: []].append(TableShape.Column(row.text(1), Self.kind(ofType: row.text(2))))
      if row.integer(3) > 0 { keys[name, default: []].append((row.integer(3), row.text(1))) }
    }
    return columns.map { name, columns in
      TableShape(
        name: name, columns: columns,
        key: keys[name, default: []].sorted { $0.place < $1.place }.map(\.name),
        references: references[name] ?? [])
    }
  }

  func continueNumbers(of table: TableShape) throws {
    let numbered = try all(
      "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attidentity <> ''",
      [.text(table.name)]
    ) { $0.text(0) }
    for column in numbered {
      // A table without rows has no greatest number, and is numbered from the start.
      _ = try first(
        "SELECT setval(pg_get_serial_sequence($1, $2), (SELECT max(\(column)) FROM \(table.name)))",
        [.text(table.name), .text(column)]
      ) { $0.integer(0) }
    }
  }

  /// What the types of the schema hold.
  private static func kind(ofType type: String) -> TableShape.Kind {
    switch type {
    case "int8", "int4": .integer
    case "float8": .real
    case "bytea": .bytes
    default: .text
    }
  }
}
