internal import Storage

/// 考场变更 — what an override changes of rooms and of their batches (REG-18). Blank room cells leave the room as it is.
struct RoomChanges {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  func forEach(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    let changes = try rooms(session) + batches(session)
    for change in changes.sorted(by: { ($0.row ?? 0) < ($1.row ?? 0) }) { try body(change) }
  }

  private func rooms(_ session: any Session) throws -> [RecordChange] {
    try session.all(
      """
      SELECT t.first_row, t.room, r.name, t.room_name, r.address, t.address, CAST(r.seats AS TEXT), t.seats, r.kind,
        t.kind
      FROM stage_room t JOIN room r ON r.sitting = $1 AND r.site = $2 AND r.room = t.room
      WHERE EXISTS (SELECT 1 FROM stage_row s WHERE s.room = t.room AND s.outcome IN ('created', 'updated'))
      """, place
    ) { row in
      let fields = row.changes(["name", "address", "seats", "kind"], from: 2).filter { $0.new != nil }
      return RecordChange(
        .changed, .room, key: row.text(1), site: context.site, row: row.integer(0), rule: "ARR-07",
        fields: fields)
    }
  }

  private func batches(_ session: any Session) throws -> [RecordChange] {
    try session.all(
      """
      SELECT s.row_number, s.room, s.batch, b.exam_date, s.exam_date, CAST(b.starts AS TEXT), s.starts,
        CAST(b.ends AS TEXT), s.ends
      FROM stage_row s
      JOIN room_batch b ON b.sitting = $1 AND b.site = $2 AND b.room = s.room AND b.batch = s.target
      WHERE s.outcome = 'updated'
      """, place
    ) { row in
      RecordChange(
        .changed, .roomBatch, key: row.text(1), part: row.text(2), site: context.site, row: row.integer(0),
        rule: "ARR-07", fields: row.changes(["exam_date", "starts", "ends"], from: 3))
    }
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }
}
