/// 报名信息各列 — the columns of `registration` and `entry` that hold what is known of a candidate, for whatever keeps or
/// shows all of them.
enum RegistrationColumns {
  /// Personal data and how it came: what a cancelled entry keeps of its registration.
  static let personal = ["method"] + RecordTable.personalColumns + ["audit"]

  /// Everything, but what says where it is: its key, sitting and site.
  static let all =
    personal + RecordTable.studentColumns + [
      "audit_type", "audit_reason", "audited_at", "audited_by", "lock_reason", "locked_at", "locked_by",
      "lock_note", "has_photo", "registered_at", "prefilled", "created_job", "created_row", "changed_job",
    ]

  /// Everything of an entry, but its keys, sitting, site and subject.
  static let entry = [
    "plan", "certificate", "certificate_level", "paid", "paid_at", "order_number", "payment_batch", "room",
    "batch", "seat", "ticket", "expires_at",
    "created_job", "created_row",
  ]

  /// Columns as a query selects them for `fields`.
  static func selected(_ columns: [String], of table: String) -> String {
    columns.map { "CAST(\(table).\($0) AS TEXT)" }.joined(separator: ", ")
  }

  /// The values in a row of `selected`, which begin at `first`, as fields of a record that goes.
  static func fields(_ columns: [String], _ row: any ResultRow, from first: Int) -> [RecordChange.Field] {
    columns.enumerated().compactMap { index, column in
      row.optionalText(first + index).map { RecordChange.Field(column, old: $0, new: nil) }
    }
  }
}
