/// 批次记录 — one batch with what its room is.
public struct RoomBatchRecord: Sendable, Equatable {
  /// The site's code.
  public var site: String
  /// The room's number: `03`.
  public var room: String
  /// The room's name.
  public var name: String?
  /// The room's address.
  public var address: String
  /// How many seats it has.
  public var seats: Int
  /// The code of its kind.
  public var kind: String?
  /// The batch's number within the room.
  public var batch: Int
  /// The exam day, `YYYY-MM-DD`.
  public var examDate: String
  /// The first minute of the day.
  public var starts: Int
  /// The minute of the day at which it is over.
  public var ends: Int
}

/// 批次科目人数 — how many entries of a subject sit in a batch.
public struct BatchSubjectCount: Sendable, Equatable {
  /// The site's code.
  public var site: String
  /// The room's number.
  public var room: String
  /// The batch's number.
  public var batch: Int
  /// The subject's code.
  public var subject: String
  /// How many.
  public var entries: Int
}

/// 考场表 — the statements on `room` and `room_batch`.
public enum RoomTable {
  /// All batches of the sites whose codes begin with `site`, in the order of site, room and batch.
  public static func batches(sitting: Int, site: String, _ session: any Session) throws -> [RoomBatchRecord] {
    try session.all(
      """
      SELECT r.site, r.room, r.name, r.address, r.seats, r.kind, b.batch, b.exam_date, b.starts, b.ends
      FROM room r JOIN room_batch b ON b.sitting = r.sitting AND b.site = r.site AND b.room = r.room
      WHERE r.sitting = $1 AND substr(r.site, 1, length($2)) = $2 ORDER BY r.site, r.room, b.batch
      """, [.integer(sitting), .text(site)]
    ) { row in
      RoomBatchRecord(
        site: row.text(0), room: row.text(1), name: row.optionalText(2), address: row.text(3),
        seats: row.integer(4), kind: row.optionalText(5), batch: row.integer(6), examDate: row.text(7),
        starts: row.integer(8), ends: row.integer(9))
    }
  }

  /// How many entries of each subject sit in each batch, in the order of site, room, batch and subject.
  public static func subjects(sitting: Int, site: String, _ session: any Session) throws
    -> [BatchSubjectCount]
  {
    try session.all(
      """
      SELECT place, room, batch, subject, count(*) FROM entry
      WHERE sitting = $1 AND substr(place, 1, length($2)) = $2 AND room IS NOT NULL
      GROUP BY place, room, batch, subject ORDER BY place, room, batch, subject
      """, [.integer(sitting), .text(site)]
    ) {
      BatchSubjectCount(
        site: $0.text(0), room: $0.text(1), batch: $0.integer(2), subject: $0.text(3), entries: $0.integer(4))
    }
  }

  /// 考场或批次 — a room with all its batches, or one batch of it.
  public struct Target: Sendable {
    fileprivate let parameters: [SQLValue]
    fileprivate let isRoom: Bool

    /// A room of a site; with a number one of its batches.
    public init(sitting: Int, site: String, room: String, batch: Int?) {
      parameters = [.integer(sitting), .text(site), .text(room)] + (batch.map { [.integer($0)] } ?? [])
      isRoom = batch == nil
    }

    /// The batches that are meant.
    fileprivate var condition: String {
      "sitting = $1 AND site = $2 AND \(rooms)"
    }

    /// The room, or one batch in it.
    fileprivate var rooms: String { "room = $3" + (isRoom ? "" : " AND batch = $4") }
  }

  /// The stored number of a room whose number was written with or without leading zeros; nil where there is none.
  public static func number(of room: String, sitting: Int, site: String, _ session: any Session) throws
    -> String?
  {
    guard let wanted = Int(room) else { return nil }
    return try session.first(
      "SELECT room FROM room WHERE sitting = $1 AND site = $2 AND CAST(room AS BIGINT) = $3",
      [.integer(sitting), .text(site), .integer(wanted)]
    ) { $0.text(0) }
  }

  /// How many entries are seated in it.
  public static func seated(_ target: Target, _ session: any Session) throws -> Int {
    try session.count(
      "SELECT count(*) FROM entry e WHERE e.sitting = $1 AND e.place = $2 AND e.\(target.rooms)",
      target.parameters)
  }

  /// What `delete` takes away, for the trail.
  public static func forEachRemoved(
    _ target: Target, _ session: any Session, _ body: (RecordChange) throws -> Void
  ) throws {
    func removed(_ record: RecordKind, _ row: any ResultRow, part: String?, columns: [String]) -> RecordChange
    {
      let fields = columns.enumerated().map { place, column in
        RecordChange.Field(column, old: row.optionalText(3 + place), new: nil)
      }
      return RecordChange(
        .removed, record, key: row.text(1), part: part, site: row.text(0), rule: "ARR-01", fields: fields)
    }
    let batchColumns = ["exam_date", "starts", "ends"]
    let roomColumns = ["name", "address", "seats", "kind"]
    try session.forEach(
      """
      SELECT site, room, batch, exam_date, CAST(starts AS TEXT), CAST(ends AS TEXT) FROM room_batch
      WHERE \(target.condition) ORDER BY batch
      """, target.parameters
    ) { try body(removed(.roomBatch, $0, part: String($0.integer(2)), columns: batchColumns)) }
    guard target.isRoom else { return }
    try session.forEach(
      "SELECT site, room, NULL, name, address, CAST(seats AS TEXT), kind FROM room WHERE \(target.condition)",
      target.parameters
    ) { try body(removed(.room, $0, part: nil, columns: roomColumns)) }
  }

  /// Takes it away, where nobody is seated in it.
  /// - Returns: how many batches went.
  public static func delete(_ target: Target, _ session: any Session) throws -> Int {
    let count = try session.execute("DELETE FROM room_batch WHERE \(target.condition)", target.parameters)
    if target.isRoom { try session.execute("DELETE FROM room WHERE \(target.condition)", target.parameters) }
    return count
  }
}
