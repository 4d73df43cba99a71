internal import ExamModel
internal import Storage
internal import Tabular

/// 考场变更清单 — what an override would change of rooms and batches, field by field (REG-18).
struct RoomChanges {
  private let context: ImportContext
  private let binding: FieldBinding

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  func forEach(_ session: any Session, _ body: (FieldChange) throws -> Void) throws {
    try session.forEach(
      """
      SELECT s.row_number, r.name, s.room_name, r.address, s.address, CAST(r.seats AS TEXT), s.seats, r.kind, s.kind,
        b.exam_date, s.exam_date, CAST(b.starts AS TEXT), s.starts, CAST(b.ends AS TEXT), s.ends
      FROM stage_row s
      JOIN room r ON r.sitting = $1 AND r.site = $2 AND r.room = s.room
      LEFT JOIN room_batch b ON b.sitting = $1 AND b.site = $2 AND b.room = s.room AND b.batch = s.target
      WHERE s.outcome IN ('created', 'updated') ORDER BY s.row_number
      """, [.integer(context.sittingID), .text(context.site)]
    ) { row in
      for (place, field) in ["roomName", "address", "seats", "kind", "date", "start", "end"].enumerated() {
        let old = row.optionalText(1 + place * 2)
        // Blank room cells leave the room as it is; a batch that is new is no change of an old one.
        guard let new = row.optionalText(2 + place * 2), new != old, old != nil || place < 4 else { continue }
        let isTime = field == "start" || field == "end"
        try body(
          FieldChange(
            row: row.integer(0), field: binding.place(of: field)?.heading ?? field,
            old: isTime ? old.map(Self.time) : old, new: isTime ? Self.time(new) : new))
      }
    }
  }

  private static func time(_ minutes: String) -> String {
    Int(minutes).flatMap(TimeOfDay.init(minutes:))?.text ?? minutes
  }
}
