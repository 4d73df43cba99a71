/// 数据包记录 — a package that was made for download.
public struct PackageRecord: Sendable, Equatable {
  /// Its number; 0 before it is recorded.
  public var id = 0
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
  /// How often it was fetched.
  public var downloads = 0
  /// What it was made of, as `PackageBasis` writes it; nil for one whose freshness is not watched.
  public var basis: String?
  /// Whether its manifest is signed; packages that were made before packages were signed are not.
  public var isSigned = false

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
  private static let columns = """
    p.id, p.site, p.kind, p.path, p.bytes, p.sha256, p.records, p.made_at, p.member, p.downloads, p.basis,
    CASE WHEN p.signature IS NULL THEN 0 ELSE 1 END
    """

  /// Records a package that is whole. One that stood at the same path is no more, and neither is its record.
  public static func record(
    _ package: PackageRecord, manifest: [UInt8]?, signature: [UInt8]?, digests: PackageDigests?, sitting: Int,
    _ session: any Session
  ) throws {
    try session.execute(
      "DELETE FROM package_digest WHERE package IN (SELECT id FROM package WHERE path = $1)",
      [.text(package.path)])
    try session.execute("DELETE FROM package WHERE path = $1", [.text(package.path)])
    let id = try session.count(
      """
      INSERT INTO package (sitting, site, kind, path, bytes, sha256, records, made_at, member, basis, signature, manifest)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
      """,
      [
        .integer(sitting), .text(package.site), .text(package.kind), .text(package.path),
        .integer(package.bytes), .text(package.sha256), .integer(package.records), .integer(package.madeAt),
        .text(package.user), .optional(digests?.basis.text), signature.map(SQLValue.bytes) ?? .null,
        manifest.map(SQLValue.bytes) ?? .null,
      ])
    if let digests { try keep(digests, of: id, session) }
  }

  /// A value is copied more than once on its way into a database; a piece of this many bytes may be.
  private static let bytesOfPiece = 1 << 20

  private static func keep(_ digests: PackageDigests, of id: Int, _ session: any Session) throws {
    for (piece, start) in stride(from: 0, to: digests.bytes.count, by: bytesOfPiece).enumerated() {
      let content = digests.bytes[start..<min(start + bytesOfPiece, digests.bytes.count)]
      try session.execute(
        "INSERT INTO package_digest (package, piece, content) VALUES ($1, $2, $3)",
        [.integer(id), .integer(piece), .bytes(Array(content))])
    }
  }

  /// The packages of an organisation and those below it, the newest first.
  public static func all(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [PackageRecord] {
    try session.all(
      """
      SELECT \(columns) FROM package p
      WHERE p.sitting = $1 AND substr(p.site, 1, length($2)) = $2 ORDER BY p.made_at DESC, p.id DESC
      """, [.integer(sitting), .text(organisation)], record)
  }

  /// The packages of the whole store with the keys of their sittings.
  public static func all(_ session: any Session) throws -> [(sitting: Int, package: PackageRecord)] {
    try session.all("SELECT \(columns), p.sitting FROM package p ORDER BY p.id") {
      (sitting: $0.integer(12), package: record($0))
    }
  }

  /// A package by its number, and the code of its sitting.
  public static func read(
    _ id: Int, _ session: any Session
  ) throws -> (sitting: String, package: PackageRecord)? {
    try session.first(
      "SELECT \(columns), s.code FROM package p JOIN sitting s ON s.id = p.sitting WHERE p.id = $1",
      [.integer(id)]
    ) { (sitting: $0.text(12), package: record($0)) }
  }

  /// The digests of what a package was made of; nil where none were kept, or not in a form that this program reads.
  public static func digests(of package: PackageRecord, _ session: any Session) throws -> PackageDigests? {
    guard let basis = package.basis.flatMap(PackageBasis.init(text:)) else { return nil }
    var bytes: [UInt8] = []
    try session.forEach(
      "SELECT content FROM package_digest WHERE package = $1 ORDER BY piece", [.integer(package.id)]
    ) { bytes += $0.bytes(0) }
    return PackageDigests(bytes, of: basis)
  }

  /// A package's manifest and its signature; nil for one of a program that did not sign yet.
  public static func manifest(
    of id: Int, _ session: any Session
  ) throws -> (manifest: [UInt8], signature: [UInt8])? {
    try session.first(
      "SELECT manifest, signature FROM package WHERE id = $1 AND signature IS NOT NULL", [.integer(id)]
    ) { (manifest: $0.bytes(0), signature: $0.bytes(1)) }
  }

  /// Counts one more download.
  public static func countDownload(of id: Int, _ session: any Session) throws {
    try session.execute("UPDATE package SET downloads = downloads + 1 WHERE id = $1", [.integer(id)])
  }

  private static func record(_ row: any ResultRow) -> PackageRecord {
    var package = PackageRecord(
      site: row.text(1), kind: row.text(2), path: row.text(3), bytes: row.integer(4), sha256: row.text(5),
      records: row.integer(6), madeAt: row.integer(7), user: row.text(8))
    package.id = row.integer(0)
    package.downloads = row.integer(9)
    package.basis = row.optionalText(10)
    package.isSigned = row.flag(11)
    return package
  }
}
