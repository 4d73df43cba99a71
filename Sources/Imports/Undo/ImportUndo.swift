public import ExamModel
public import Storage

/// 撤销导入 — takes an import back by value (REG-19): what it created goes, what it changed gets its old values, where
/// nothing was changed since and nothing depends on it. Everything happens in the caller's transaction.
public struct ImportUndo {
  /// 撤销项 — one record of the job, and what became of it.
  public struct Item: Sendable {
    /// The kind of record.
    public var record: RecordKind
    /// Its key.
    public var key: String
    /// What tells it from the others of the key.
    public var part: String?
    /// Whether the job created or changed it.
    public var wasCreated: Bool
    /// What keeps it; nil where it is taken back.
    public var obstacle: UndoObstacle?
    /// Whether it is kept because it was changed since.
    public var isChanged: Bool
  }

  private let tables: UndoTables
  private let records: [RecordKind]
  private let belongsToSitting: Bool
  private var session: any Session { tables.session }

  /// An undo of a job of a kind.
  public init(_ kind: any ImportKind.Type, job: Int, sitting: Int, _ session: any Session) {
    tables = UndoTables(job: job, sitting: sitting, session: session)
    belongsToSitting = kind.belongsToSitting
    switch kind.record {
    // Rooms go after their batches.
    case .roomBatch: records = [.roomBatch, .room]
    // A photo that is put in place of a lost one gives its registration the link again.
    case .photo: records = [.photo, .registration]
    default: records = [kind.record]
    }
  }

  /// What would become of each record, in the order of the keys.
  /// - Parameter context: the site's settings, for the places that returning entries need (REG-11).
  public func items(_ context: ImportContext) throws -> [Item] {
    try tables.gather(records)
    try tables.judge(records)
    if records.contains(.registration) { try UndoCapacity(tables, context).judge() }
    return try session.all(
      """
      SELECT record, record_key, part, action, verdict FROM undo_record ORDER BY record, record_key, part NULLS FIRST
      """
    ) { row in
      Item(
        record: RecordKind(rawValue: row.text(0)) ?? .registration, key: row.text(1),
        part: row.optionalText(2),
        wasCreated: row.text(3) == "created", obstacle: UndoObstacle(rawValue: row.text(4)),
        isChanged: row.text(4) == "changed")
    }
  }

  /// Takes back what can be; called after `items(_:)`.
  public func reverse(by member: String, at now: Instant) throws {
    try writeTrail(by: member, at: now)
    for record in records {
      guard let table = RecordTable.of(record) else { continue }
      if record == .registration { try reverseSubjects() }
      if record == .roster { try reverseSites() }
      if record == .entry { try freeSeats() }
      try reverseFields(table)
      try removeCreated(table)
    }
  }

  private func writeTrail(by member: String, at now: Instant) throws {
    let trail = TrailWriter(
      session, by: member, at: now.secondsSince1970, sitting: belongsToSitting ? tables.sitting : 0)
    let reason = "job \(tables.job)"
    var change: RecordChange?
    try session.forEach(
      """
      SELECT u.record, u.record_key, u.part, u.site, f.column_name, f.new_value, f.old_value
      FROM undo_record u JOIN undo_field f ON f.record = u.record AND f.record_key = u.record_key
        AND f.part IS NOT DISTINCT FROM u.part
      WHERE u.verdict IS NULL AND u.action = 'changed' ORDER BY u.record, u.record_key, u.part NULLS FIRST, f.column_name
      """, []
    ) { row in
      guard let record = RecordKind(rawValue: row.text(0)) else { return }
      if change?.record != record || change?.key != row.text(1) || change?.part != row.optionalText(2) {
        if let change { try trail.add(change) }
        change = RecordChange(
          .changed, record, key: row.text(1), part: row.optionalText(2), site: row.text(3), rule: "REG-19",
          reason: reason, fields: [])
      }
      change?.fields.append(
        RecordChange.Field(row.text(4), old: row.optionalText(5), new: row.optionalText(6)))
    }
    if let change { try trail.add(change) }
    for record in records { try writeRemoved(record, reason, trail) }
    try trail.finish()
  }

  /// A record that goes leaves all its values in the trail.
  private func writeRemoved(_ record: RecordKind, _ reason: String, _ trail: TrailWriter) throws {
    guard let table = RecordTable.of(record) else { return }
    let values = table.columns.map { "CAST(t.\($0) AS TEXT)" }.joined(separator: ", ")
    try session.forEach(
      """
      SELECT u.record_key, u.part, u.site, \(values)
      FROM undo_record u JOIN \(table.table) t ON \(table.key) = u.record_key AND \(table.part) IS NOT DISTINCT FROM u.part
        AND t.created_job = $1\(place(of: table))
      WHERE u.record = '\(record.rawValue)' AND u.verdict IS NULL AND u.action = 'created' ORDER BY u.record_key
      """, [.integer(tables.job)]
    ) { row in
      let fields = table.columns.enumerated().compactMap { place, column in
        row.optionalText(3 + place).map { RecordChange.Field(column, old: $0, new: nil) }
      }
      try trail.add(
        RecordChange(
          .removed, record, key: row.text(0), part: row.optionalText(1), site: row.text(2), rule: "REG-19",
          reason: reason, fields: fields))
    }
  }

  private func reverseFields(_ table: RecordTable) throws {
    let columns = try session.all(
      "SELECT DISTINCT column_name FROM undo_field WHERE record = '\(table.record.rawValue)' ORDER BY 1"
    ) { $0.text(0) }.sorted { first, second in first != "room" && second == "room" }
    for column in columns where table.columns.contains(column) {
      let value = table.numbers.contains(column) ? "CAST(found.old_value AS BIGINT)" : "found.old_value"
      try session.execute(
        """
        UPDATE \(table.table) AS t SET \(column) = \(value)
        FROM (
          SELECT f.record_key, f.part, f.old_value FROM undo_field f JOIN undo_record u ON u.record = f.record
            AND u.record_key = f.record_key AND u.part IS NOT DISTINCT FROM f.part
          WHERE f.record = '\(table.record.rawValue)' AND f.column_name = '\(column)' AND u.action = 'changed'
            AND u.verdict IS NULL
        ) AS found
        WHERE found.record_key = \(table.key) AND found.part IS NOT DISTINCT FROM \(table.part)\(place(of: table))
        """)
      if table.record == .registration, column == "document_number" { try followNumbers() }
    }
  }

  /// The sites that the job added go, those that it removed come back.
  /// A condition for the rows `t` of the sitting.
  private func place(of table: RecordTable) -> String {
    table.isOfSitting ? " AND t.sitting = \(tables.sitting)" : ""
  }

  /// The directory of candidates follows the ID numbers that were set back.
  private func followNumbers() throws {
    try CandidateSites.renumber(
      """
      SELECT f.new_value AS old_number, f.old_value AS new_number FROM undo_field f
      JOIN undo_record u ON u.record = f.record AND u.record_key = f.record_key
      WHERE f.record = 'registration' AND f.column_name = 'document_number' AND u.action = 'changed'
        AND u.verdict IS NULL
      """, sitting: tables.sitting, session)
  }

  private func reverseSites() throws {
    try tables.stageDifferences(of: "sites")
    try session.execute(
      """
      DELETE FROM roster_site WHERE EXISTS (
        SELECT 1 FROM undo_difference x WHERE x.side = 'away' AND x.record_key = roster_site.document_number
          AND x.item = roster_site.site)
      """)
    try session.execute(
      "INSERT INTO roster_site (document_number, site) SELECT record_key, item FROM undo_difference WHERE side = 'back'"
    )
    try session.execute(
      """
      DELETE FROM roster_site WHERE document_number IN (
        SELECT record_key FROM undo_record WHERE record = 'roster' AND action = 'created' AND verdict IS NULL)
      """)
  }

  /// The entries that the job added go, those that it removed come back, unpaid as they were.
  private func reverseSubjects() throws {
    try tables.stageDifferences(of: "subjects")
    try session.execute(
      """
      DELETE FROM entry WHERE \(Joining.inSitting(tables.sitting, "entry")) AND paid IS NULL AND id IN (
        SELECT e.id FROM undo_difference x JOIN registration r ON r.sitting = $1 AND r.document_number = x.record_key
        JOIN entry e ON \(Joining.entry()) AND e.subject = x.item WHERE x.side = 'away')
      """, [.integer(tables.sitting)])
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject)
      SELECT r.sitting, r.site, r.id, x.item FROM undo_difference x
      JOIN registration r ON r.sitting = $1 AND r.document_number = x.record_key WHERE x.side = 'back'
      ORDER BY r.id, x.item
      """, [.integer(tables.sitting)])
  }

  /// Seats may have gone round in a circle, and none is given twice even for a moment: an entry is without a room until all
  /// else of its seat is as it was, and the room comes last.
  private func freeSeats() throws {
    let changed = """
      undo_record u JOIN registration r ON r.sitting = $1 AND r.document_number = u.record_key
      JOIN entry e ON \(Joining.entry()) AND e.subject = u.part
      WHERE u.record = 'entry' AND u.action = 'changed' AND u.verdict IS NULL
      """
    try session.execute(
      """
      INSERT INTO undo_field (record, record_key, part, column_name, old_value)
      SELECT u.record, u.record_key, u.part, 'room', e.room FROM \(changed) AND NOT EXISTS (
        SELECT 1 FROM undo_field f WHERE f.record = u.record AND f.record_key = u.record_key AND f.part = u.part
          AND f.column_name = 'room')
      """, [.integer(tables.sitting)])
    try session.execute(
      """
      UPDATE entry SET room = NULL WHERE \(Joining.inSitting(tables.sitting, "entry")) AND id IN (SELECT e.id FROM \(changed))
      """, [.integer(tables.sitting)])
  }

  private func removeCreated(_ table: RecordTable) throws {
    let chosen = """
      EXISTS (SELECT 1 FROM undo_record u WHERE u.record = '\(table.record.rawValue)' AND u.action = 'created'
        AND u.verdict IS NULL AND u.record_key = \(table.key) AND u.part IS NOT DISTINCT FROM \(table.part))
      """
    let created = "t.created_job = \(tables.job)\(place(of: table)) AND \(chosen)"
    if table.record == .registration {
      let leaving = "SELECT t.id FROM registration t WHERE \(created)"
      try session.execute(
        "DELETE FROM entry WHERE \(Joining.inSitting(tables.sitting, "entry")) AND registration IN (\(leaving))"
      )
      try CandidateSites.remove(registrations: leaving, sitting: tables.sitting, session)
    }
    if table.record == .photo {
      try session.execute(
        """
        UPDATE registration SET has_photo = 0 WHERE \(Joining.inSitting(tables.sitting, "registration")) AND id IN (
          SELECT r.id FROM photo t JOIN registration r ON \(Joining.photo("t")) WHERE \(created))
        """)
    }
    try session.execute("DELETE FROM \(table.table) AS t WHERE \(created)")
  }
}
