internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考场批次导入 — rooms and their batches from a workbook, one row a batch; what a room is need be said only once
/// (NCRE ch. 30; ARR-01, ARR-07).
///
/// A record is a batch. With override a stored batch, and what is stored of its room, are replaced by what the file
/// says; batches that the file does not name stay.
struct RoomsImport: ImportKind {
  static let name = "rooms"
  static let title = Wording(zh: "考场批次导入", en: "rooms and batches")
  static let window: WindowKind? = .arrangement
  static let source = ImportSource.workbook
  static let record = RecordKind.roomBatch
  static let needsApprovedStation = true

  let context: ImportContext
  let binding: FieldBinding
  private let rowChecks: RoomRowChecks

  init(_ context: ImportContext, binding: FieldBinding) {
    self.context = context
    self.binding = binding
    rowChecks = RoomRowChecks(context, binding: binding)
  }

  static func refusal(_ context: ImportContext) -> Wording? {
    context.sitting.siteSettings(context.site) != nil
      ? nil
      : Wording(
        zh: "\(context.site) 不是本考次设置了的考点，考场只能属于考点。请检查 --site。",
        en: "\(context.site) is no site with settings in this sitting; only sites have rooms. Check --site.")
  }

  var stagedFields: [StagedField] {
    [
      StagedField("room", "room"), StagedField("roomName", "room_name"), StagedField("address", "address"),
      StagedField("seats", "seats"), StagedField("kind", "kind"), StagedField("batch", "batch"),
      StagedField("date", "exam_date"), StagedField("start", "starts"), StagedField("end", "ends"),
    ]
  }

  func check(_ row: inout DecodedRow) { rowChecks.check(&row) }

  func match(_ session: any Session) throws {
    // A row without a room number belongs to the room of the nearest row above that has one.
    try session.execute(
      """
      UPDATE stage_row SET room = (
        SELECT p.room FROM stage_row p WHERE p.row_number < stage_row.row_number AND p.room IS NOT NULL
        ORDER BY p.row_number DESC LIMIT 1)
      WHERE room IS NULL
      """)
    try session.execute("CREATE INDEX stage_by_room ON stage_row (room, row_number)")
    try gatherRooms(session)
    try session.execute(
      """
      UPDATE stage_row SET target = b.batch, differs = CASE WHEN b.exam_date IS NOT DISTINCT FROM stage_row.exam_date
        AND b.starts IS NOT DISTINCT FROM CAST(stage_row.starts AS BIGINT)
        AND b.ends IS NOT DISTINCT FROM CAST(stage_row.ends AS BIGINT) THEN 0 ELSE 1 END
      FROM room_batch AS b
      WHERE b.sitting = $1 AND b.site = $2 AND b.room = stage_row.room
        AND b.batch = CAST(stage_row.batch AS BIGINT)
      """, place)
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      WHERE target IS NOT NULL AND EXISTS (
        SELECT 1 FROM room r WHERE r.sitting = $1 AND r.site = $2 AND r.room = stage_row.room
          AND (\(RoomJudgements.changesRoom("stage_row"))))
      """, place)
  }

  /// What the file says of each room, from whichever of its rows says it first.
  private func gatherRooms(_ session: any Session) throws {
    func first(_ column: String) -> String {
      """
      (SELECT p.\(column) FROM stage_row p WHERE p.room = m.room AND p.\(column) <> '' ORDER BY p.row_number LIMIT 1)
      """
    }
    try session.execute("DROP TABLE IF EXISTS stage_room")
    try session.execute(
      """
      CREATE TEMP TABLE stage_room (room TEXT PRIMARY KEY, first_row BIGINT NOT NULL, room_name TEXT, address TEXT,
        seats TEXT, kind TEXT)
      """)
    try session.execute(
      """
      INSERT INTO stage_room (room, first_row, room_name, address, seats, kind)
      SELECT m.room, m.first_row, \(first("room_name")), \(first("address")), \(first("seats")), \(first("kind"))
      FROM (SELECT room, min(row_number) AS first_row FROM stage_row WHERE room <> '' GROUP BY room) AS m
      """)
  }

  var judgements: [Judgement] { RoomJudgements(context, binding: binding).all }

  func judgeRows(_ session: any Session) throws -> [Finding] {
    try RoomOverlaps(context, binding: binding).findings(session)
  }

  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {
    try RoomChanges(context).forEach(session, body)
  }

  func merge(_ session: any Session, job: Int) throws {
    try session.execute(
      """
      INSERT INTO room (sitting, site, room, name, address, seats, kind, created_job, created_row)
      SELECT $1, $2, t.room, COALESCE(t.room_name, r.name), COALESCE(t.address, r.address),
        COALESCE(CAST(t.seats AS BIGINT), r.seats), COALESCE(t.kind, r.kind), $3, t.first_row
      FROM stage_room t LEFT JOIN room r ON r.sitting = $1 AND r.site = $2 AND r.room = t.room
      WHERE t.room IN (SELECT s.room FROM stage_row s WHERE s.outcome IN ('created', 'updated'))
      ON CONFLICT (sitting, site, room) DO UPDATE SET name = excluded.name, address = excluded.address,
        seats = excluded.seats, kind = excluded.kind
      """, place + [.integer(job)])
    try session.execute(
      """
      INSERT INTO room_batch (sitting, site, room, batch, exam_date, starts, ends, created_job, created_row)
      SELECT $1, $2, s.room, CAST(s.batch AS BIGINT), s.exam_date, CAST(s.starts AS BIGINT), CAST(s.ends AS BIGINT),
        $3, s.row_number
      FROM stage_row s WHERE s.outcome IN ('created', 'updated')
      ON CONFLICT (sitting, site, room, batch) DO UPDATE SET exam_date = excluded.exam_date,
        starts = excluded.starts, ends = excluded.ends
      """, place + [.integer(job)])
  }

  private var place: [SQLValue] { [.integer(context.sittingID), .text(context.site)] }
}
