/// 编排进度 — how far the entries of a site are on their way to the exam.
public struct EntryReadiness: Sendable, Equatable {
  /// All entries.
  public var entries: Int
  /// Those that have a room, a batch and a seat.
  public var seated: Int
  /// Those that have a ticket number.
  public var ticketed: Int

  /// Counts the entries of a site.
  public static func read(sitting: Int, site: String, _ session: any Session) throws -> EntryReadiness {
    try session.first(
      """
      SELECT count(*), count(CASE WHEN e.room IS NOT NULL AND e.batch IS NOT NULL THEN e.seat END),
        count(e.ticket)
      FROM entry e WHERE e.sitting = $1 AND e.place = $2
      """, [.integer(sitting), .text(site)]
    ) {
      EntryReadiness(entries: $0.integer(0), seated: $0.integer(1), ticketed: $0.integer(2))
    } ?? EntryReadiness(entries: 0, seated: 0, ticketed: 0)
  }
}
