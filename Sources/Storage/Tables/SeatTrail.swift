/// 编排审计 — writes to the trail what a use case changed of the seats and ticket numbers of a site, by comparing them
/// before and after (OPS-02).
public struct SeatTrail {
  private let sitting: Int
  private let site: String
  private let rule: String
  private let session: any Session

  /// Remembers the seats as they are.
  /// - Parameter rule: the rule by which they will change.
  public init(sitting: Int, site: String, rule: String, _ session: any Session) throws {
    self.sitting = sitting
    self.site = site
    self.rule = rule
    self.session = session
    try session.execute("DROP TABLE IF EXISTS seat_before")
    try session.execute(
      "CREATE TEMP TABLE seat_before (entry BIGINT PRIMARY KEY, room TEXT, batch BIGINT, seat BIGINT, ticket TEXT)"
    )
    try session.execute(
      """
      INSERT INTO seat_before (entry, room, batch, seat, ticket)
      SELECT id, room, batch, seat, ticket FROM entry WHERE sitting = $1 AND place = $2
      """, [.integer(sitting), .text(site)])
  }

  /// Writes down how they changed since.
  public func finish(by member: String, at now: Int) throws {
    let trail = TrailWriter(session, by: member, at: now, sitting: sitting)
    let columns = ["room", "batch", "seat", "ticket"]
    let pairs = columns.map { "CAST(b.\($0) AS TEXT), CAST(e.\($0) AS TEXT)" }.joined(separator: ", ")
    let differs = columns.map { "b.\($0) IS DISTINCT FROM e.\($0)" }.joined(separator: " OR ")
    try session.forEach(
      """
      SELECT r.document_number, e.subject, \(pairs)
      FROM seat_before b JOIN entry e ON \(Joining.inSitting(sitting, "e")) AND e.id = b.entry
      JOIN registration r ON \(Joining.entry())
      WHERE \(differs) ORDER BY e.id
      """, []
    ) { row in
      let fields = columns.enumerated().compactMap { place, column -> RecordChange.Field? in
        let (old, new) = (row.optionalText(2 + place * 2), row.optionalText(3 + place * 2))
        return old == new ? nil : RecordChange.Field(column, old: old, new: new)
      }
      try trail.add(
        RecordChange(
          .changed, .entry, key: row.text(0), part: row.text(1), site: site, rule: rule, fields: fields))
    }
    try trail.finish()
    try session.execute("DROP TABLE seat_before")
  }
}
