/// 待编排报考 — an entry as far as its seat is concerned.
public struct SeatingRecord: Sendable, Equatable {
  /// The entry's key.
  public var entry: Int
  /// The key of its registration: who sits there.
  public var registration: Int
  /// The candidate's ID number.
  public var documentNumber: String
  /// The subject's code.
  public var subject: String
  /// The day that the candidate asked for, `YYYY-MM-DD`.
  public var preferredDate: String?
  /// Where it is seated; nil where it is not.
  public var seat: SeatPlace?
}

/// 座位位置 — a room, one of its batches and a place in it.
public struct SeatPlace: Sendable, Equatable {
  /// The room's number: `03`.
  public var room: String
  /// The batch's number within the room.
  public var batch: Int
  /// The place in the batch, from 1.
  public var seat: Int
}

/// 座位 — the seat of an entry, and its ticket number where it has one.
public struct SeatRecord: Sendable, Equatable {
  /// The entry's key.
  public var entry: Int
  /// The subject's code.
  public var subject: String
  /// The room's number: `03`.
  public var room: String
  /// The batch's number within the room.
  public var batch: Int
  /// The place in the batch, from 1.
  public var seat: Int
  /// The ticket number.
  public var ticket: String?

  /// A seat.
  public init(entry: Int, subject: String, room: String, batch: Int, seat: Int, ticket: String? = nil) {
    self.entry = entry
    self.subject = subject
    self.room = room
    self.batch = batch
    self.seat = seat
    self.ticket = ticket
  }
}

/// 编排进度 — how far the entries of a site are.
public struct SeatingCounts: Sendable, Equatable {
  /// All entries.
  public var entries = 0
  /// Those that are paid.
  public var paid = 0
  /// Those that have a seat.
  public var seated = 0
  /// Those that have a ticket number.
  public var numbered = 0
  /// Those with a score or a violation on record: their exam was held.
  public var examined = 0
}

/// 座位表 — the statements on the seats and ticket numbers of `entry`. Seats and numbers of a whole site are written by
/// one statement, from a temporary table.
public enum SeatTable {
  /// How far the entries of a site are.
  public static func counts(sitting: Int, site: String, _ session: any Session) throws -> SeatingCounts {
    try session.first(
      """
      SELECT count(*), count(e.paid), count(e.room), count(e.ticket), count(COALESCE(c.entry, v.entry))
      FROM entry e LEFT JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
      WHERE e.sitting = $1 AND e.place = $2
      """, place(sitting, site)
    ) {
      SeatingCounts(
        entries: $0.integer(0), paid: $0.integer(1), seated: $0.integer(2), numbered: $0.integer(3),
        examined: $0.integer(4))
    } ?? SeatingCounts()
  }

  /// The entries of a site in the order in which they were registered.
  public static func entries(sitting: Int, site: String, _ session: any Session) throws -> [SeatingRecord] {
    try session.all(
      """
      SELECT e.id, e.registration, r.document_number, e.subject, r.preferred_date, e.room, e.batch, e.seat
      FROM entry e JOIN registration r ON \(Joining.entry())
      WHERE e.sitting = $1 AND e.place = $2 ORDER BY e.registration, e.subject
      """, place(sitting, site)
    ) { row in
      SeatingRecord(
        entry: row.integer(0), registration: row.integer(1), documentNumber: row.text(2),
        subject: row.text(3),
        preferredDate: row.optionalText(4),
        seat: row.optionalText(5).map { SeatPlace(room: $0, batch: row.integer(6), seat: row.integer(7)) })
    }
  }

  /// The seats of a site in the order of room, batch and place.
  public static func seats(sitting: Int, site: String, _ session: any Session) throws -> [SeatRecord] {
    try session.all(
      """
      SELECT id, subject, room, batch, seat, ticket FROM entry
      WHERE sitting = $1 AND place = $2 AND room IS NOT NULL ORDER BY room, batch, seat
      """, place(sitting, site)
    ) {
      SeatRecord(
        entry: $0.integer(0), subject: $0.text(1), room: $0.text(2), batch: $0.integer(3),
        seat: $0.integer(4),
        ticket: $0.optionalText(5))
    }
  }

  /// Takes all seats and ticket numbers of a site away.
  /// - Returns: from how many entries.
  @discardableResult
  public static func clear(sitting: Int, site: String, _ session: any Session) throws -> Int {
    try session.execute(
      """
      UPDATE entry SET room = NULL, batch = NULL, seat = NULL, ticket = NULL, seated_at = NULL, seated_by = NULL,
        ticketed_at = NULL, ticketed_by = NULL
      WHERE sitting = $1 AND place = $2 AND (room IS NOT NULL OR ticket IS NOT NULL)
      """, place(sitting, site))
  }

  /// Gives entries of a site their seats; an entry that has one keeps it.
  /// - Parameters:
  ///   - member: who arranges.
  ///   - now: when, in seconds since 1970.
  /// - Returns: how many entries got one. An entry that is gone or no longer paid gets none, so a caller compares.
  public static func assign(
    _ seats: [SeatRecord], sitting: Int, site: String, by member: String, at now: Int, _ session: any Session
  ) throws -> Int {
    try stage(seats, session)
    let count = try session.execute(
      """
      UPDATE entry SET room = s.room, batch = s.batch, seat = s.seat, seated_at = $3, seated_by = $4
      FROM stage_seat AS s
      WHERE entry.id = s.entry AND entry.sitting = $1 AND entry.place = $2 AND entry.paid IS NOT NULL
        AND entry.ticket IS NULL AND entry.room IS NULL
      """, place(sitting, site) + [.integer(now), .text(member)])
    try session.execute("DROP TABLE stage_seat")
    return count
  }

  /// Gives entries of a site their ticket numbers, each only where it still has the seat that the number was made of.
  /// - Parameters:
  ///   - member: who makes them.
  ///   - now: when, in seconds since 1970.
  /// - Returns: how many entries got one.
  public static func number(
    _ seats: [SeatRecord], sitting: Int, site: String, by member: String, at now: Int, _ session: any Session
  ) throws -> Int {
    try stage(seats, session)
    let count = try session.execute(
      """
      UPDATE entry SET ticket = s.ticket, ticketed_at = $3, ticketed_by = $4
      FROM stage_seat AS s
      WHERE entry.id = s.entry AND entry.sitting = $1 AND entry.place = $2 AND entry.ticket IS NULL
        AND entry.room = s.room AND entry.batch = s.batch AND entry.seat = s.seat
      """, place(sitting, site) + [.integer(now), .text(member)])
    try session.execute("DROP TABLE stage_seat")
    return count
  }

  private static func stage(_ seats: [SeatRecord], _ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS stage_seat")
    try session.execute(
      """
      CREATE TEMP TABLE stage_seat (entry BIGINT PRIMARY KEY, room TEXT NOT NULL, batch BIGINT NOT NULL,
        seat BIGINT NOT NULL, ticket TEXT)
      """)
    let loader = try session.loader("stage_seat", columns: ["entry", "room", "batch", "seat", "ticket"])
    for seat in seats {
      try loader.add(.integer(seat.entry))
      try loader.add(seat.room)
      try loader.add(.integer(seat.batch))
      try loader.add(.integer(seat.seat))
      try loader.add(seat.ticket)
      try loader.endRow()
    }
    try loader.finish()
  }

  private static func place(_ sitting: Int, _ site: String) -> [SQLValue] {
    [.integer(sitting), .text(site)]
  }
}
