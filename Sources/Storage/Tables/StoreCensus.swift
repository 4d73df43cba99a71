/// 存储普查 — counts over the whole store, for whoever looks after it.
public struct StoreCensus: Sendable, Equatable {
  /// How many rows each table has, by name.
  public var counts: [String: Int]
  /// Candidates that are marked as having a photo, but have none.
  public var photosMissing: Int
  /// Entries whose candidate is gone.
  public var entriesAlone: Int

  private static let tables = [
    "sitting", "registration", "entry", "photo", "payment", "room", "score", "job", "package",
  ]

  /// Counts, one statement a table.
  public static func take(_ session: any Session) throws -> StoreCensus {
    var counts: [String: Int] = [:]
    for table in tables { counts[table] = try session.count("SELECT count(*) FROM \(table)") }
    return StoreCensus(
      counts: counts,
      photosMissing: try session.count(
        """
        SELECT count(*) FROM registration r WHERE r.has_photo = 1 AND NOT EXISTS (
          SELECT 1 FROM photo p WHERE \(Joining.photo()))
        """),
      entriesAlone: try session.count(
        "SELECT count(*) FROM entry e WHERE NOT EXISTS (SELECT 1 FROM registration r WHERE \(Joining.entry()))"
      ))
  }
}
