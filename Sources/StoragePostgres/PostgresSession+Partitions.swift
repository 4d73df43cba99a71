internal import Storage

extension PostgresSession {
  /// A partition is made beside its table and then attached, so that whoever works on other sittings goes on working. It
  /// refers to the partitions of its own sitting: the server checks that six times as fast as it would by way of the
  /// tables, and a sitting can be taken away without a look at the others.
  func addPartitions(ofSitting sitting: Int) throws {
    let suffix = "_of_\(sitting)"
    let missing = try all(
      """
      SELECT c.relname FROM pg_class c
      WHERE c.relkind = 'p' AND c.relnamespace = CAST(current_schema() AS regnamespace)
        AND to_regclass(c.relname || $1) IS NULL
      ORDER BY c.oid
      """, [.text(suffix)]
    ) { $0.text(0) }
    for table in missing {
      let partition = table + suffix
      try execute("CREATE TABLE \(partition) (LIKE \(table) INCLUDING ALL EXCLUDING IDENTITY)")
      try execute("ALTER TABLE \(table) ATTACH PARTITION \(partition) FOR VALUES IN (\(sitting))")
    }
    for reference in Self.references where missing.contains(reference.table) {
      try execute(
        """
        ALTER TABLE \(reference.table)\(suffix) ADD FOREIGN KEY (\(reference.column), sitting, site)
        REFERENCES \(reference.target)\(suffix) (\(reference.key), sitting, site)
        """)
    }
  }

  /// Which partitioned tables refer to which, by a column besides sitting and site.
  private static let references: [(table: String, column: String, target: String, key: String)] = [
    ("entry", "registration", "registration", "id"), ("photo", "sha256", "picture", "sha256"),
    ("violation", "entry", "entry", "id"), ("score", "entry", "entry", "id"),
    ("mailing", "entry", "entry", "id"),
  ]
}
