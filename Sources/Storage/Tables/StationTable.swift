/// 考核站点申报表 — the statements on `station_application` and `station_certificate` (ORG-08).
public enum StationTable {
  private static let columns = """
    site, name, region, address, contact_name, contact_phone, contact_email, evidence_name, evidence_bytes,
    evidence_sha256, state, applied_at, applied_by, decided_at, decided_by, reason
    """

  /// The applications of an organisation and those below it, by the stations' codes.
  public static func all(
    sitting: Int, organisation: String, _ session: any Session
  ) throws -> [StationRecord] {
    let place: [SQLValue] = [.integer(sitting), .text(organisation)]
    var certificates: [String: [StationRecord.Certificate]] = [:]
    try session.forEach(
      """
      SELECT site, certificate, level FROM station_certificate
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY site, certificate, level
      """, place
    ) { certificates[$0.text(0), default: []].append(.init(name: $0.text(1), level: $0.text(2))) }
    return try session.all(
      """
      SELECT \(columns) FROM station_application
      WHERE sitting = $1 AND substr(site, 1, length($2)) = $2 ORDER BY site
      """, place
    ) { record($0, certificates[$0.text(0)] ?? []) }
  }

  /// The application of one station.
  public static func read(_ site: String, sitting: Int, _ session: any Session) throws -> StationRecord? {
    try all(sitting: sitting, organisation: site, session).first { $0.site == site }
  }

  /// Whether a station may have rooms.
  public static func isApproved(_ site: String, sitting: Int, _ session: any Session) throws -> Bool {
    try session.count(
      """
      SELECT count(*) FROM station_application
      WHERE sitting = $1 AND site = $2 AND state = '\(StationRecord.State.approved.rawValue)'
      """, [.integer(sitting), .text(site)]) > 0
  }

  /// Keeps an application in place of the one that stood before.
  public static func put(
    _ station: StationRecord, over old: StationRecord?, sitting: Int, _ trail: TrailWriter,
    _ session: any Session
  ) throws {
    try note(station, over: old, reason: nil, trail)
    let key: [SQLValue] = [.integer(sitting), .text(station.site)]
    try session.execute("DELETE FROM station_certificate WHERE sitting = $1 AND site = $2", key)
    try session.execute("DELETE FROM station_application WHERE sitting = $1 AND site = $2", key)
    try session.execute(
      """
      INSERT INTO station_application (sitting, \(columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, NULL, NULL)
      """,
      key + [
        .text(station.name), .text(station.region), .text(station.address), .text(station.contactName),
        .text(station.contactPhone), .text(station.contactEmail), .optional(station.evidence?.name),
        .optional(station.evidence?.bytes), .optional(station.evidence?.sha256),
        .text(station.state.rawValue),
        .integer(station.appliedAt), .text(station.appliedBy),
      ])
    for certificate in station.certificates {
      try session.execute(
        "INSERT INTO station_certificate (sitting, site, certificate, level) VALUES ($1, $2, $3, $4)",
        key + [.text(certificate.name), .text(certificate.level)])
    }
  }

  /// Decides on an application that is pending.
  /// - Returns: the application as it is then.
  public static func decide(
    _ station: StationRecord, _ state: StationRecord.State, reason: String?, by member: String, at now: Int,
    sitting: Int, _ trail: TrailWriter, _ session: any Session
  ) throws -> StationRecord {
    var decided = station
    (decided.state, decided.reason) = (state, reason)
    (decided.decidedAt, decided.decidedBy) = (now, member)
    try note(decided, over: station, reason: reason, trail)
    try session.execute(
      """
      UPDATE station_application SET state = $1, reason = $2, decided_at = $3, decided_by = $4
      WHERE sitting = $5 AND site = $6 AND state = '\(StationRecord.State.pending.rawValue)'
      """,
      [
        .text(state.rawValue), .optional(reason), .integer(now), .text(member), .integer(sitting),
        .text(station.site),
      ])
    return decided
  }

  private static func note(
    _ station: StationRecord, over old: StationRecord?, reason: String?, _ trail: TrailWriter
  ) throws {
    let before = Dictionary(old?.fields.map { ($0.column, $0.value) } ?? []) { first, _ in first }
    let fields = station.fields.compactMap { column, value -> RecordChange.Field? in
      let former = before[column] ?? nil
      return former == value ? nil : RecordChange.Field(column, old: former, new: value)
    }
    try trail.add(
      RecordChange(
        old == nil ? .created : .changed, .station, key: station.site, site: station.site, rule: "ORG-08",
        reason: reason, fields: fields))
  }

  private static func record(
    _ row: any ResultRow, _ certificates: [StationRecord.Certificate]
  ) -> StationRecord {
    var station = StationRecord(
      site: row.text(0), name: row.text(1), region: row.text(2), address: row.text(3),
      contactName: row.text(4), contactPhone: row.text(5), contactEmail: row.text(6),
      certificates: certificates, appliedAt: row.integer(11), appliedBy: row.text(12))
    if let sha256 = row.optionalText(9) {
      station.evidence = .init(name: row.text(7), bytes: row.integer(8), sha256: sha256)
    }
    station.state = StationRecord.State(rawValue: row.text(10)) ?? .pending
    (station.decidedAt, station.decidedBy) = (row.optionalInteger(13), row.optionalText(14))
    station.reason = row.optionalText(15)
    return station
  }
}
