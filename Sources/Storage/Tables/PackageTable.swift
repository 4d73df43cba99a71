/// 数据包记录 — a package that was made for download.
public struct PackageRecord: Sendable, Equatable {
  /// The site's code.
  public var site: String
  /// The export kind.
  public var kind: String
  /// Where it was put.
  public var path: String
  /// Its size in bytes.
  public var bytes: Int
  /// Its SHA-256, 64 hexadecimal digits.
  public var sha256: String
  /// How many records it holds.
  public var records: Int
  /// When it was made, in seconds since 1970.
  public var madeAt: Int
  /// Who made it.
  public var user: String

  /// A record.
  public init(
    site: String, kind: String, path: String, bytes: Int, sha256: String, records: Int, madeAt: Int,
    user: String
  ) {
    self.site = site
    self.kind = kind
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.records = records
    self.madeAt = madeAt
    self.user = user
  }
}

/// 数据包台账 — the statements on `package`.
public enum PackageTable {
  /// Records a package that is whole. One that stood at the same path is no more, and neither is its record.
  public static func record(_ package: PackageRecord, sitting: Int, _ session: any Session) throws {
    try session.execute("DELETE FROM package WHERE path = $1", [.text(package.path)])
    try session.execute(
      """
      INSERT INTO package (sitting, site, kind, path, bytes, sha256, records, made_at, member)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .integer(sitting), .text(package.site), .text(package.kind), .text(package.path),
        .integer(package.bytes), .text(package.sha256), .integer(package.records), .integer(package.madeAt),
        .text(package.user),
      ])
  }

  /// The packages of an organisation and those below it, the newest first.
  public static func all(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [PackageRecord] {
    try session.all(
      """
      SELECT site, kind, path, bytes, sha256, records, made_at, member FROM package
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY made_at DESC, id DESC
      """, [.integer(sitting), .text(organisation)]
    ) {
      PackageRecord(
        site: $0.text(0), kind: $0.text(1), path: $0.text(2), bytes: $0.integer(3), sha256: $0.text(4),
        records: $0.integer(5), madeAt: $0.integer(6), user: $0.text(7))
    }
  }
}
