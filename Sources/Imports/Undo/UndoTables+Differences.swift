internal import Storage

extension UndoTables {
  /// What of a list the job added, and what it removed, one row each.
  func stageDifferences(of column: String) throws {
    try session.execute("DROP TABLE IF EXISTS undo_difference")
    try session.execute(
      "CREATE TEMP TABLE undo_difference (record_key TEXT NOT NULL, item TEXT NOT NULL, side TEXT NOT NULL)")
    let loader = try session.loader("undo_difference", columns: ["record_key", "item", "side"])
    try session.forEach(
      """
      SELECT f.record_key, f.old_value, f.new_value FROM undo_field f
      JOIN undo_record u ON u.record = f.record AND u.record_key = f.record_key
      WHERE f.column_name = $1 AND u.action = 'changed' AND u.verdict IS NULL
      """, [.text(column)]
    ) { row in
      let old = Set(row.text(1).split(separator: ",").map(String.init))
      let new = Set(row.text(2).split(separator: ",").map(String.init))
      for (subject, side) in old.subtracting(new).map({ ($0, "back") })
        + new.subtracting(old).map({ ($0, "away") })
      {
        for value in [row.text(0), subject, side] { try loader.add(value) }
        try loader.endRow()
      }
    }
    try loader.finish()
  }
}
