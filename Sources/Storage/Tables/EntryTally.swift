/// 报考计数 — how many entries there are per site and subject, and in all (STA-01).
public struct EntryTally: Sendable, Equatable {
  /// The site's code; nil for all together.
  public var site: String?
  /// The subject's code; nil for all subjects of the site.
  public var subject: String?
  /// All entries.
  public var entries: Int
  /// Those that are paid.
  public var paid: Int
  /// Those of collective registrations.
  public var collective: Int
  /// Those that have a seat.
  public var seated: Int
  /// The candidates behind the entries, each once.
  public var candidates: Int

  /// The counts of all where there is nothing to count.
  public static let none = EntryTally(entries: 0, paid: 0, collective: 0, seated: 0, candidates: 0)

  /// Counts the entries of an organisation and those below it in one statement: a row a site, then a row a site
  /// and subject; at the end the row of all, which is there even where there is no entry.
  public static func read(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [EntryTally] {
    let counts = """
      count(*), count(paid), count(CASE WHEN method = 'collective' THEN 1 END), count(seat),
      count(DISTINCT registration)
      """
    return try session.all(
      """
      WITH counted AS (
        SELECT e.place AS site, e.subject AS subject, e.registration AS registration, e.paid AS paid,
          e.seat AS seat, r.method AS method
        FROM entry e JOIN registration r ON \(Joining.entry())
        WHERE e.sitting = $1 AND substr(e.place, 1, length($2)) = $2
      )
      SELECT 1 AS level, site, subject, \(counts) FROM counted GROUP BY site, subject
      UNION ALL SELECT 0 AS level, site, NULL AS subject, \(counts) FROM counted GROUP BY site
      UNION ALL SELECT 2 AS level, NULL AS site, NULL AS subject, \(counts) FROM counted
      ORDER BY 1, 2, 3
      """, [.integer(sitting), .text(organisation)]
    ) {
      EntryTally(
        site: $0.optionalText(1), subject: $0.optionalText(2), entries: $0.integer(3), paid: $0.integer(4),
        collective: $0.integer(5), seated: $0.integer(6), candidates: $0.integer(7))
    }
  }
}
