/// 照片检查 — holds the stored photos of a site against its registrations (PHC-01 to PHC-04), one statement a step.
///
/// A photo belongs to the registration of its sitting, site and ID number. It is linked where the registration says so;
/// the link is lost where a registration was deleted and made again, or overridden.
public enum PhotoCheck {
  /// 照片状态 — how a photo stands to the registrations.
  public enum State: String, Sendable, CaseIterable {
    /// Its registration says that it has a photo.
    case linked
    /// Its registration says that it has none.
    case lost
    /// The same, but an entry is paid: the flag of such a registration is left as it is (PHC-04).
    case paid
    /// There is no such registration.
    case unmatched
  }

  private static let states = """
    SELECT p.document_number, p.sha256, r.id AS registration,
      CASE WHEN r.id IS NULL THEN 'unmatched' WHEN r.has_photo = 1 THEN 'linked'
        WHEN EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.paid IS NOT NULL) THEN 'paid'
        ELSE 'lost' END AS state
    FROM photo p LEFT JOIN registration r ON \(Joining.photo())
    WHERE p.sitting = $1 AND p.site = $2
    """

  /// How many photos of a site there are in each state.
  public static func counts(sitting: Int, site: String, _ session: any Session) throws -> [State: Int] {
    var counts: [State: Int] = [:]
    try session.forEach(
      "SELECT x.state, count(*) FROM (\(states)) AS x GROUP BY x.state", [.integer(sitting), .text(site)]
    ) { row in
      if let state = State(rawValue: row.text(0)) { counts[state] = row.integer(1) }
    }
    return counts
  }

  /// The ID numbers of the photos of a site that have no registration, in order.
  public static func unmatched(sitting: Int, site: String, _ session: any Session) throws -> [String] {
    try session.all(
      "SELECT x.document_number FROM (\(states)) AS x WHERE x.state = 'unmatched' ORDER BY 1",
      [.integer(sitting), .text(site)]
    ) { $0.text(0) }
  }

  /// Links the photos that lost their registration to it again.
  /// - Returns: how many.
  public static func relink(
    sitting: Int, site: String, trail: TrailWriter, _ session: any Session
  ) throws -> Int {
    let place: [SQLValue] = [.integer(sitting), .text(site)]
    try session.forEach(
      "SELECT x.document_number FROM (\(states)) AS x WHERE x.state = 'lost' ORDER BY 1", place
    ) { row in
      try trail.add(
        RecordChange(
          .changed, .registration, key: row.text(0), site: site, rule: "PHC-02",
          fields: [RecordChange.Field("has_photo", old: "0", new: "1")]))
    }
    return try session.execute(
      """
      UPDATE registration SET has_photo = 1
      WHERE \(Joining.inSitting(sitting, "registration")) AND id IN (SELECT x.registration FROM (\(states)) AS x WHERE x.state = 'lost')
      """, place)
  }

  /// Deletes the photos that have no registration. A picture goes with its last photo, unless it is kept for an undo.
  /// - Returns: how many photos.
  public static func deleteUnmatched(
    sitting: Int, site: String, trail: TrailWriter, _ session: any Session
  ) throws -> Int {
    let place: [SQLValue] = [.integer(sitting), .text(site)]
    try session.forEach(
      "SELECT x.document_number, x.sha256 FROM (\(states)) AS x WHERE x.state = 'unmatched' ORDER BY 1", place
    ) { row in
      try trail.add(
        RecordChange(
          .removed, .photo, key: row.text(0), site: site, rule: "PHC-03",
          fields: [RecordChange.Field("sha256", old: row.text(1), new: nil)]))
    }
    let count = try session.execute(
      """
      DELETE FROM photo WHERE sitting = $1 AND site = $2 AND document_number IN (
        SELECT x.document_number FROM (\(states)) AS x WHERE x.state = 'unmatched')
      """, place)
    try session.execute(
      """
      DELETE FROM picture WHERE sitting = $1 AND site = $2 AND replaced = 0
        AND NOT EXISTS (SELECT 1 FROM photo p WHERE \(Joining.picture("picture")))
      """, place)
    return count
  }
}
