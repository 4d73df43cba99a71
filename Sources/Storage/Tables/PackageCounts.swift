/// 数据包计数 — how many packages of a kind a site has made, and the newest of them.
public struct PackageCounts: Sendable, Equatable {
  /// The site's code.
  public var site: String
  /// The export kind.
  public var kind: String
  /// How many there are.
  public var packages: Int
  /// How many records they hold in all.
  public var records: Int
  /// How many bytes they have in all.
  public var bytes: Int
  /// How often they were fetched in all.
  public var downloads: Int
  /// When the newest was made, in seconds since 1970.
  public var newest: Int

  /// Counts the packages of an organisation and those below it, in the order of sites and kinds.
  public static func read(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [PackageCounts] {
    try session.all(
      """
      SELECT site, kind, count(*), CAST(sum(records) AS BIGINT), CAST(sum(bytes) AS BIGINT),
        CAST(sum(downloads) AS BIGINT), max(made_at)
      FROM package WHERE sitting = $1 AND substr(site, 1, length($2)) = $2
      GROUP BY site, kind ORDER BY site, kind
      """, [.integer(sitting), .text(organisation)]
    ) {
      PackageCounts(
        site: $0.text(0), kind: $0.text(1), packages: $0.integer(2), records: $0.integer(3),
        bytes: $0.integer(4), downloads: $0.integer(5), newest: $0.integer(6))
    }
  }
}
