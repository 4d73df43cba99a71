/// 机考文件状态 — how far a file is that a site sent (EXC-01).
public enum SiteFileState: String, Sendable, CaseIterable, Codable {
  /// 未开始处理.
  case notStarted
  /// 正在处理.
  case processing
  /// 处理完成.
  case done
}

/// 机考文件记录 — a file that a site sent, without its content.
public struct SiteFileRecord: Sendable, Equatable {
  /// Its number.
  public var id: Int
  /// The site's code.
  public var site: String
  /// The import kind by which it came.
  public var kind: String
  /// Its name without a folder.
  public var name: String
  /// Its size in bytes.
  public var bytes: Int
  /// Its SHA-256, 64 hexadecimal digits.
  public var sha256: String
  /// How many files the archive holds.
  public var entries: Int
  /// How far it is.
  public var state: SiteFileState
  /// When it came, in seconds since 1970.
  public var uploadedAt: Int
  /// Who sent it.
  public var uploadedBy: String
  /// When its state changed last.
  public var changedAt: Int?
  /// Who changed it.
  public var changedBy: String?
}

/// 机考文件表 — the statements on `site_file` and its pieces (MOC-01, EXC-01).
public enum SiteFileTable {
  private static let columns = """
    id, site, kind, name, bytes, sha256, entries, state, uploaded_at, uploaded_by, changed_at, changed_by
    """

  /// The files of an organisation and those below it, the newest first; of one kind where it is named.
  public static func all(
    sitting: Int, site: String, kind: String?, _ session: any Session
  ) throws -> [SiteFileRecord] {
    try session.all(
      """
      SELECT \(columns) FROM site_file WHERE sitting = $1 AND substr(site, 1, length($2)) = $2
        AND kind = COALESCE($3, kind) ORDER BY id DESC
      """, [.integer(sitting), .text(site), .optional(kind)], record)
  }

  /// A file by its number, where it belongs to the sitting.
  public static func read(_ id: Int, sitting: Int, _ session: any Session) throws -> SiteFileRecord? {
    try session.first(
      "SELECT \(columns) FROM site_file WHERE id = $1 AND sitting = $2", [.integer(id), .integer(sitting)],
      record)
  }

  /// Whether a site has a file of a kind that is being processed, or is just sending one.
  public static func isProcessing(
    kind: String, sitting: Int, site: String, _ session: any Session
  ) throws -> Bool {
    try session.count(
      """
      SELECT (SELECT count(*) FROM site_file WHERE sitting = $1 AND site = $2 AND kind = $3 AND state = 'processing')
        + (SELECT count(*) FROM job WHERE sitting = $1 AND site = $2 AND kind = $3
          AND state IN ('received', 'checking', 'checked', 'applying'))
      """, [.integer(sitting), .text(site), .text(kind)]) > 0
  }

  /// Sets how far a file is.
  public static func set(
    _ state: SiteFileState, of id: Int, by member: String, at now: Int, _ session: any Session
  ) throws {
    try session.execute(
      "UPDATE site_file SET state = $1, changed_at = $2, changed_by = $3 WHERE id = $4",
      [.text(state.rawValue), .integer(now), .text(member), .integer(id)])
  }

  /// Removes a file with its content.
  public static func remove(_ id: Int, _ session: any Session) throws {
    try session.execute("DELETE FROM site_file_piece WHERE file = $1", [.integer(id)])
    try session.execute("DELETE FROM site_file WHERE id = $1", [.integer(id)])
  }

  /// Hands on a file's content, piece by piece in its order.
  public static func forEachPiece(
    of id: Int, _ session: any Session, _ body: ([UInt8]) throws -> Void
  ) throws {
    try session.forEach(
      "SELECT content FROM site_file_piece WHERE file = $1 ORDER BY piece", [.integer(id)]
    ) { try body($0.bytes(0)) }
  }

  private static func record(_ row: any ResultRow) -> SiteFileRecord {
    SiteFileRecord(
      id: row.integer(0), site: row.text(1), kind: row.text(2), name: row.text(3), bytes: row.integer(4),
      sha256: row.text(5), entries: row.integer(6),
      state: SiteFileState(rawValue: row.text(7)) ?? .notStarted,
      uploadedAt: row.integer(8), uploadedBy: row.text(9), changedAt: row.optionalInteger(10),
      changedBy: row.optionalText(11))
  }
}
