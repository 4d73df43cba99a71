internal import Storage

/// 撤销暂存 — the records and fields that a job made or changed, in temporary tables, and what becomes of each when the job
/// is taken back: `verdict` is null where it can be, else `changed` or an obstacle.
struct UndoTables {
  let job: Int
  let sitting: Int
  let session: any Session

  /// Gathers what the job did.
  func gather(_ records: [RecordKind]) throws {
    for table in ["undo_record", "undo_field"] { try session.execute("DROP TABLE IF EXISTS \(table)") }
    try session.execute(
      """
      CREATE TEMP TABLE undo_record (record TEXT NOT NULL, record_key TEXT NOT NULL, part TEXT, site TEXT NOT NULL,
        action TEXT NOT NULL, verdict TEXT)
      """)
    try session.execute(
      """
      CREATE TEMP TABLE undo_field (record TEXT NOT NULL, record_key TEXT NOT NULL, part TEXT, column_name TEXT NOT NULL,
        old_value TEXT, new_value TEXT, current_value TEXT, is_found BIGINT NOT NULL DEFAULT 0)
      """)
    try gatherChanges()
    for record in records { try gatherCreated(record) }
    try session.execute("CREATE INDEX undo_record_by_key ON undo_record (record, record_key)")
    try session.execute("CREATE INDEX undo_field_by_key ON undo_field (record, record_key, column_name)")
    for record in records { try readCurrent(record) }
    try readLists()
  }

  /// What the job changed is in the trail.
  private func gatherChanges() throws {
    let records = try session.loader(
      "undo_record", columns: ["record", "record_key", "part", "site", "action"])
    let fields = try session.loader(
      "undo_field", columns: ["record", "record_key", "part", "column_name", "old_value", "new_value"])
    try TrailTable.forEach(sitting: sitting, job: job, session) { entry in
      let change = entry.change
      guard change.action == .changed else { return }
      for value in [change.record.rawValue, change.key, change.part, change.site, "changed"] {
        try records.add(value)
      }
      try records.endRow()
      for field in change.fields {
        for value in [change.record.rawValue, change.key, change.part, field.column, field.old, field.new] {
          try fields.add(value)
        }
        try fields.endRow()
      }
    }
    try records.finish()
    try fields.finish()
  }

  /// What it created names it. A value that the trail says was changed since must be what it was again: the first old
  /// value is the one with which the record was created.
  private func gatherCreated(_ record: RecordKind) throws {
    guard let table = RecordTable.of(record) else { return }
    try session.execute(
      """
      INSERT INTO undo_record (record, record_key, part, site, action)
      SELECT '\(record.rawValue)', \(table.key), \(table.part), \(table.place), 'created'
      FROM \(table.table) t WHERE t.created_job = $1\(table.isOfSitting ? " AND t.sitting = \(sitting)" : "")
      """, [.integer(job)])
    var seen: Set<String> = []
    let fields = try session.loader(
      "undo_field", columns: ["record", "record_key", "part", "column_name", "old_value", "new_value"])
    try session.forEach(
      """
      SELECT l.record_key, l.part, l.changes FROM trail l JOIN undo_record u ON u.record_key = l.record_key
        AND u.record = l.record AND u.part IS NOT DISTINCT FROM l.part AND u.action = 'created'
      WHERE l.sitting IN (0, \(sitting)) AND l.record = '\(record.rawValue)' AND l.job IS DISTINCT FROM $1 AND l.action = 'changed' ORDER BY l.number
      """, [.integer(job)]
    ) { row in
      for field in TrailEntry.fields(row.text(2)) ?? [] {
        guard seen.insert("\(row.text(0)) \(row.text(1)) \(field.column)").inserted else { continue }
        for value in [record.rawValue, row.text(0), row.optionalText(1), field.column, field.old, field.old] {
          try fields.add(value)
        }
        try fields.endRow()
      }
    }
    try fields.finish()
  }

  /// What the fields hold now.
  private func readCurrent(_ record: RecordKind) throws {
    guard let table = RecordTable.of(record) else { return }
    let columns = try session.all(
      "SELECT DISTINCT column_name FROM undo_field WHERE record = '\(record.rawValue)'"
    ) { $0.text(0) }
    for column in columns where table.columns.contains(column) {
      try session.execute(
        """
        UPDATE undo_field SET current_value = found.value, is_found = 1
        FROM (
          SELECT \(table.key) AS record_key, \(table.part) AS part, CAST(t.\(column) AS TEXT) AS value
          FROM \(table.table) t\(table.isOfSitting ? " WHERE t.sitting = $1" : "")
        ) AS found
        WHERE undo_field.record = '\(record.rawValue)' AND undo_field.column_name = '\(column)'
          AND undo_field.record_key = found.record_key AND undo_field.part IS NOT DISTINCT FROM found.part
        """, table.isOfSitting ? [.integer(sitting)] : [])
    }
  }

  /// The subjects of a registration are entries, not a column; so are the sites of a student in the roster.
  private func readLists() throws {
    try readList(
      "subjects",
      """
      SELECT f.record_key, e.subject FROM undo_field f
      JOIN registration r ON r.sitting = $1 AND r.document_number = f.record_key
      LEFT JOIN entry e ON \(Joining.entry()) WHERE f.column_name = 'subjects' ORDER BY f.record_key, e.subject
      """, [.integer(sitting)])
    try readList(
      "sites",
      """
      SELECT f.record_key, a.site FROM undo_field f JOIN roster r ON r.document_number = f.record_key
      LEFT JOIN roster_site a ON a.document_number = r.document_number
      WHERE f.column_name = 'sites' ORDER BY f.record_key, a.site
      """)
  }

  private func readList(_ column: String, _ select: String, _ parameters: [SQLValue] = []) throws {
    var lists: [String: [String]] = [:]
    try session.forEach(select, parameters) { row in
      lists[row.text(0), default: []] += row.optionalText(1).map { [$0] } ?? []
    }
    try session.execute("DROP TABLE IF EXISTS undo_list")
    try session.execute("CREATE TEMP TABLE undo_list (record_key TEXT PRIMARY KEY, list TEXT)")
    let loader = try session.loader("undo_list", columns: ["record_key", "list"])
    for (key, list) in lists {
      try loader.add(key)
      try loader.add(list.isEmpty ? nil : list.joined(separator: ","))
      try loader.endRow()
    }
    try loader.finish()
    try session.execute(
      """
      UPDATE undo_field SET current_value = l.list, is_found = 1 FROM undo_list AS l
      WHERE undo_field.column_name = $1 AND undo_field.record_key = l.record_key
      """, [.text(column)])
  }

  /// Says of each record whether it can be taken back.
  func judge(_ records: [RecordKind]) throws {
    for record in records {
      guard let table = RecordTable.of(record) else { continue }
      for (obstacle, condition) in UndoObstacle.conditions(of: record) {
        // A lock that the job itself set goes with it.
        let isOwn = """
          EXISTS (SELECT 1 FROM undo_field f WHERE f.record = undo_record.record
            AND f.record_key = undo_record.record_key AND f.column_name = 'lock_reason')
          """
        try session.execute(
          """
          UPDATE undo_record SET verdict = '\(obstacle.rawValue)'
          FROM (
            SELECT \(table.key) AS record_key, \(table.part) AS part FROM \(table.table) t
            WHERE t.sitting = $1 AND \(condition)
          ) AS found
          WHERE undo_record.record = '\(record.rawValue)' AND undo_record.verdict IS NULL
            AND undo_record.record_key = found.record_key AND undo_record.part IS NOT DISTINCT FROM found.part
            \(obstacle == .locked ? "AND NOT \(isOwn)" : "")
          """, [.integer(sitting)])
      }
    }
    // An address that somebody else has by now is not given back (REG-13).
    try session.execute(
      """
      UPDATE undo_record SET verdict = 'changed'
      WHERE record = 'registration' AND verdict IS NULL AND action = 'changed' AND EXISTS (
        SELECT 1 FROM undo_field f JOIN registration r ON r.sitting = $1 AND r.email = f.old_value
        WHERE f.record = 'registration' AND f.record_key = undo_record.record_key AND f.column_name = 'email'
          AND r.document_number <> f.record_key)
      """, [.integer(sitting)])
    // What was changed since keeps its value, whatever depends on it.
    try session.execute(
      """
      UPDATE undo_record SET verdict = 'changed' WHERE EXISTS (
        SELECT 1 FROM undo_field f WHERE f.record = undo_record.record AND f.record_key = undo_record.record_key
          AND f.part IS NOT DISTINCT FROM undo_record.part
          AND (f.is_found = 0 OR f.current_value IS DISTINCT FROM f.new_value))
      """)
  }
}
