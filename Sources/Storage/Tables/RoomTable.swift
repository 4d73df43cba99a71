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
      SELECT site, room, batch, subject, count(*) FROM entry
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 AND room IS NOT NULL
      GROUP BY site, room, batch, subject ORDER BY site, room, batch, subject
      """, [.integer(sitting), .text(site)]
    ) {
      BatchSubjectCount(
        site: $0.text(0), room: $0.text(1), batch: $0.integer(2), subject: $0.text(3), entries: $0.integer(4))
    }
  }
}
