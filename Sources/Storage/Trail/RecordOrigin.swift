/// 记录来源 — a stored record of one key as it stands: its values, and the job and row that created it.
public struct RecordOrigin: Sendable {
  /// The kind of record.
  public var record: RecordKind
  /// What tells it from the others of the same key.
  public var part: String?
  /// The job that created it; nil where no file did.
  public var job: Int?
  /// The row of that job's file.
  public var row: Int?
  /// The values that are set, by column.
  public var values: [(column: String, value: String)]

  /// All records of a key in a sitting, in the order of the record kinds.
  /// - Parameter site: only records of this organisation and those below it.
  public static func all(
    ofKey key: String, sitting: Int, site: String, _ session: any Session
  ) throws -> [RecordOrigin] {
    var origins: [RecordOrigin] = []
    for table in RecordTable.all {
      let columns = table.columns.map { "CAST(t.\($0) AS TEXT)" }.joined(separator: ", ")
      let place = table.isOfSitting ? "t.sitting = $3 AND " : ""
      origins += try session.all(
        """
        SELECT \(table.part), t.created_job, t.created_row, \(columns) FROM \(table.table) t
        WHERE \(place)\(table.isOfKey) AND \(table.isWithin("$2")) ORDER BY 1
        """, [.text(key), .text(site)] + (table.isOfSitting ? [.integer(sitting)] : [])
      ) { row in
        RecordOrigin(
          record: table.record, part: row.optionalText(0), job: row.optionalInteger(1),
          row: row.optionalInteger(2),
          values: table.columns.enumerated().compactMap { place, column in
            row.optionalText(3 + place).map { (column, $0) }
          })
      }
    }
    return origins
  }
}
