internal import Storage
internal import Tabular

/// 考场判定 — what needs the other rows of the file, or what is stored: ARR-01 (used rooms and batches), ARR-07 (a room
/// says one thing only), OPS-07, and the room cells that must be filled once per room.
struct RoomJudgements {
  private let context: ImportContext
  private let binding: FieldBinding

  /// What a room is, as columns of the staging table with their fields.
  static let roomColumns = [
    (column: "room_name", field: "roomName"), (column: "address", field: "address"),
    (column: "seats", field: "seats"), (column: "kind", field: "kind"),
  ]

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
  }

  var all: [Judgement] {
    [noRoom, missing("address"), missing("seats"), twice] + Self.roomColumns.map(contradiction)
      + (context.options.overrides ? [usedRoom, usedBatch] : [roomExists, batchExists])
  }

  /// Whether a row says something of its room that differs from the stored room `r`. What it leaves blank stays.
  static func changesRoom(_ row: String) -> String {
    """
    (\(row).room_name <> '' AND \(row).room_name IS DISTINCT FROM r.name)
      OR (\(row).address <> '' AND \(row).address <> r.address)
      OR CAST(NULLIF(\(row).seats, '') AS BIGINT) <> r.seats
      OR (\(row).kind <> '' AND \(row).kind IS DISTINCT FROM r.kind)
    """
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }

  /// Neither the row nor any above it names a room.
  private var noRoom: Judgement {
    Judgement(
      FormRules.required, field: "room",
      select: """
        SELECT s.row_number, NULL AS value, CAST($1 AS TEXT) AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.room IS NULL
        """, parameters: [.text(heading("room"))])
  }

  /// A room that is new must say this in one of its rows; the finding stands in the first.
  private func missing(_ column: String) -> Judgement {
    Judgement(
      FormRules.required, field: column,
      select: """
        SELECT t.first_row AS row_number, NULL AS value, CAST($3 AS TEXT) AS argument_0, NULL AS argument_1
        FROM stage_room t
        WHERE NOT EXISTS (SELECT 1 FROM stage_row p WHERE p.room = t.room AND p.\(column) IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM room r WHERE r.sitting = $1 AND r.site = $2 AND r.room = t.room)
        """, parameters: place + [.text(heading(column))])
  }

  private var twice: Judgement {
    Judgement(
      RecordRules.twice, field: "batch",
      select: """
        SELECT s.row_number, s.batch AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM stage_row s JOIN (
          SELECT room, CAST(batch AS BIGINT) AS batch, min(row_number) AS first_row, max(row_number) AS last_row
          FROM stage_row WHERE room <> '' AND batch IS NOT NULL
          GROUP BY room, CAST(batch AS BIGINT) HAVING count(*) > 1
        ) d ON d.room = s.room AND d.batch = CAST(s.batch AS BIGINT)
        """)
  }

  /// The row that says it first holds; a later one that says something else is wrong.
  private func contradiction(_ about: (column: String, field: String)) -> Judgement {
    let column = about.column
    return Judgement(
      RoomRules.differs, field: about.field,
      select: """
        SELECT s.row_number, s.\(column) AS value, CAST(f.row_number AS TEXT) AS argument_0, f.\(column) AS argument_1
        FROM stage_row s JOIN stage_row f ON f.row_number = (
          SELECT min(p.row_number) FROM stage_row p WHERE p.room = s.room AND p.\(column) <> '')
        WHERE s.room <> '' AND s.\(column) <> '' AND s.\(column) <> f.\(column)
        """)
  }

  /// A row that gives a stored room's data anew; one that only adds a batch leaves these cells blank.
  private var roomExists: Judgement {
    let says = Self.roomColumns.map { "s.\($0.column) IS NOT NULL" }.joined(separator: " OR ")
    return Judgement(
      RecordRules.exists, field: "room",
      select: """
        SELECT s.row_number, s.room AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s JOIN room r ON r.sitting = $1 AND r.site = $2 AND r.room = s.room
        WHERE s.target IS NULL AND (\(says))
        """, parameters: place)
  }

  private var batchExists: Judgement {
    Judgement(
      RecordRules.exists, field: "batch",
      select: """
        SELECT s.row_number, s.batch AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.target IS NOT NULL
        """)
  }

  private var usedRoom: Judgement {
    Judgement(
      RoomRules.usedRoom, field: "room",
      select: """
        SELECT s.row_number, s.room AS value, s.room AS argument_0, NULL AS argument_1
        FROM stage_row s JOIN room r ON r.sitting = $1 AND r.site = $2 AND r.room = s.room
        WHERE (\(Self.changesRoom("s"))) AND EXISTS (
          SELECT 1 FROM entry e WHERE e.sitting = $1 AND e.place = $2 AND e.room = s.room)
        """, parameters: place)
  }

  private var usedBatch: Judgement {
    Judgement(
      RoomRules.usedBatch, field: "batch",
      select: """
        SELECT s.row_number, s.batch AS value, s.room AS argument_0, CAST(b.batch AS TEXT) AS argument_1
        FROM stage_row s JOIN room_batch b ON b.sitting = $1 AND b.site = $2 AND b.room = s.room
          AND b.batch = s.target
        WHERE (s.exam_date <> b.exam_date OR CAST(s.starts AS BIGINT) <> b.starts OR CAST(s.ends AS BIGINT) <> b.ends)
          AND EXISTS (SELECT 1 FROM entry e WHERE e.sitting = $1 AND e.place = $2 AND e.room = s.room
            AND e.batch = b.batch)
        """, parameters: place)
  }

  private func heading(_ field: String) -> String { binding.place(of: field)?.heading ?? field }
}
