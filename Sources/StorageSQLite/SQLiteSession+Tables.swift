internal import Storage

extension SQLiteSession {
  func tables() throws -> [TableShape] {
    try all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") { $0.text(0) }
      .map(shape)
  }

  private func shape(of table: String) throws -> TableShape {
    var key: [(place: Int, name: String)] = []
    let columns = try all("SELECT name, type, pk FROM pragma_table_info($1)", [.text(table)]) { row in
      if row.integer(2) > 0 { key.append((row.integer(2), row.text(0))) }
      return TableShape.Column(row.text(0), Self.kind(ofType: row.text(1)))
    }
    let references = try all("SELECT \"table\" FROM pragma_foreign_key_list($1)", [.text(table)]) {
      $0.text(0)
    }
    return TableShape(
      name: table, columns: columns, key: key.sorted { $0.place < $1.place }.map(\.name),
      references: Set(references))
  }

  /// What the types of the schema hold.
  private static func kind(ofType type: String) -> TableShape.Kind {
    switch type {
    case "BIGINT", "INTEGER": .integer
    case "DOUBLE PRECISION": .real
    case "BYTEA": .bytes
    default: .text
    }
  }
}
