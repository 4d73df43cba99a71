/// 考生准考证台账 — the statements on `candidate_ticket` and `ticket_download` (DOC-04).
public enum CandidateTicketTable {
  /// 下载数 — how many tickets of a subject were made ahead and downloaded.
  public struct Tally: Sendable, Equatable {
    public var site: String
    public var subject: String
    /// All entries.
    public var entries: Int
    /// Those whose ticket was made ahead.
    public var made: Int
    /// Those whose ticket was downloaded at least once.
    public var downloaded: Int
    /// All downloads.
    public var downloads: Int

    /// Nothing yet of a subject at a site; both are empty for a total.
    public init(site: String = "", subject: String = "") {
      (self.site, self.subject) = (site, subject)
      (entries, made, downloaded, downloads) = (0, 0, 0, 0)
    }
  }

  /// Stores what was made for a site's entries, in place of what was made before.
  public static func replace(
    _ made: [(entry: Int, digest: String)], sitting: Int, site: String, by user: String, at moment: Int,
    _ session: any Session
  ) throws {
    try session.execute(
      "DELETE FROM candidate_ticket WHERE sitting = $1 AND place = $2", [.integer(sitting), .text(site)])
    try session.execute("DROP TABLE IF EXISTS made_ticket")
    try session.execute("CREATE TEMP TABLE made_ticket (entry BIGINT PRIMARY KEY, digest TEXT NOT NULL)")
    let loader = try session.loader("made_ticket", columns: ["entry", "digest"])
    for (entry, digest) in made {
      try loader.add(.integer(entry))
      try loader.add(digest)
      try loader.endRow()
    }
    try loader.finish()
    try session.execute(
      """
      INSERT INTO candidate_ticket (entry, sitting, site, place, digest, made_at, made_by)
      SELECT e.id, e.sitting, e.site, e.place, m.digest, $1, $2
      FROM made_ticket m JOIN entry e ON \(Joining.inSitting(sitting, "e")) AND e.id = m.entry ORDER BY e.id
      """, [.integer(moment), .text(user)])
    try session.execute("DROP TABLE made_ticket")
  }

  /// The digests of what was made for a site, by entry.
  public static func digests(sitting: Int, site: String, _ session: any Session) throws -> [Int: String] {
    var digests: [Int: String] = [:]
    try session.forEach(
      "SELECT entry, digest FROM candidate_ticket WHERE sitting = $1 AND place = $2",
      [.integer(sitting), .text(site)]
    ) { digests[$0.integer(0)] = $0.text(1) }
    return digests
  }

  /// The entry of a ticket number at a site, and its subject.
  public static func entry(
    ofTicket ticket: String, sitting: Int, site: String, _ session: any Session
  ) throws -> (entry: Int, subject: String)? {
    try session.first(
      "SELECT id, subject FROM entry WHERE sitting = $1 AND place = $2 AND ticket = $3",
      [.integer(sitting), .text(site), .text(ticket)]
    ) { ($0.integer(0), $0.text(1)) }
  }

  /// Counts a download.
  public static func recordDownload(
    ofTicket ticket: String, sitting: Int, site: String, by user: String, at moment: Int,
    _ session: any Session
  ) throws {
    try session.execute(
      """
      INSERT INTO ticket_download (sitting, site, subject, ticket, at, member)
      SELECT e.sitting, e.site, e.subject, e.ticket, $4, $5 FROM entry e
      WHERE e.sitting = $1 AND e.place = $2 AND e.ticket = $3
      """, [.integer(sitting), .text(site), .text(ticket), .integer(moment), .text(user)])
  }

  /// The counts of an organisation and those below it, by site and subject.
  public static func tallies(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [Tally] {
    try session.all(
      """
      SELECT e.place, e.subject, count(*), count(t.entry), count(d.ticket), COALESCE(sum(d.downloads), 0)
      FROM entry e LEFT JOIN candidate_ticket t ON \(Joining.record("t"))
      LEFT JOIN (
        SELECT sitting, site, ticket, count(*) AS downloads FROM ticket_download WHERE sitting = $1
        GROUP BY sitting, site, ticket
      ) d ON d.sitting = e.sitting AND d.site = e.site AND d.ticket = e.ticket
      WHERE e.sitting = $1 AND substr(e.place, 1, length($2)) = $2
      GROUP BY e.place, e.subject ORDER BY e.place, e.subject
      """, [.integer(sitting), .text(organisation)]
    ) { row in
      var tally = Tally(site: row.text(0), subject: row.text(1))
      tally.entries = row.integer(2)
      tally.made = row.integer(3)
      tally.downloaded = row.integer(4)
      tally.downloads = row.integer(5)
      return tally
    }
  }
}
