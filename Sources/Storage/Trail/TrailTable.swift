/// 审计表 — reads the trail, and checks that nobody changed it (OPS-02).
public enum TrailTable {
  private static let columns = TrailWriter.columns.joined(separator: ", ") + ", number"

  /// 断裂 — where a chain is not as it was written.
  public struct Break: Sendable, Equatable {
    /// The sitting's key; 0 for the store itself.
    public var sitting: Int
    /// The site.
    public var site: String
    /// The first link that does not fit.
    public var link: Int
    /// What is wrong with it.
    public var fault: Fault
  }

  /// 链尾 — how far the chain of a site reaches: whoever notes it down can tell later that nothing before it was changed.
  public struct End: Sendable, Equatable, Codable {
    /// The sitting's key; 0 for the store itself.
    public var sitting: Int
    /// The site.
    public var site: String
    /// How many links there are.
    public var links: Int
    /// The hash of the last of them.
    public var hash: String
  }

  /// 断裂种类 — what is wrong with a link.
  public enum Fault: String, Sendable {
    /// Its content or its hash was changed, or another one stands in its place.
    case changed
    /// It is gone.
    case removed
    /// Links were cut off at the end, or added past the head.
    case end
  }

  /// The ends of all chains, in the order of their sittings and sites.
  public static func ends(_ session: any Session) throws -> [End] {
    try session.all("SELECT sitting, site, links, hash FROM trail_head ORDER BY sitting, site") {
      End(sitting: $0.integer(0), site: $0.text(1), links: $0.integer(2), hash: $0.text(3))
    }
  }

  /// Reads the whole trail and follows the hashes of every chain.
  /// - Parameter known: ends that were noted down earlier, which must be links of their chains still.
  /// - Returns: how many links fit, up to the first break, if there is one.
  public static func verify(known: [End] = [], _ session: any Session) throws -> (links: Int, break: Break?) {
    var check = TrailFollowing(ends: try ends(session), known: known)
    try session.forEach("SELECT \(columns) FROM trail ORDER BY sitting, site, link", []) { row in
      guard check.found == nil else { return }
      check.follow(
        entry(row), site: row.text(5), sitting: row.integer(4), link: row.integer(0), hash: row.text(14))
    }
    check.finish()
    return (check.links, check.found)
  }

  /// Hands on the links about some keys in their order; nil for all.
  public static func forEach(
    keys: [String]? = nil, sitting: Int? = nil, job: Int? = nil, site: String = "", _ session: any Session,
    _ body: (TrailEntry) throws -> Void
  ) throws {
    var parameters: [SQLValue] = []
    var conditions = ["1 = 1"]
    func place(_ value: SQLValue) -> String {
      parameters.append(value)
      return "$\(parameters.count)"
    }
    if let keys {
      conditions.append("record_key IN (\(keys.map { place(.text($0)) }.joined(separator: ", ")))")
    }
    if let sitting { conditions.append("sitting IN (0, \(place(.integer(sitting))))") }
    if let job { conditions.append("job = \(place(.integer(job)))") }
    if !site.isEmpty {
      let scope = place(.text(site))
      conditions.append("substr(site, 1, length(\(scope))) = \(scope)")
    }
    try session.forEach(
      "SELECT \(columns) FROM trail WHERE \(conditions.joined(separator: " AND ")) ORDER BY number",
      parameters
    ) { row in
      if let entry = entry(row) { try body(entry) }
    }
  }

  /// The ID number that a candidate had before the present one; nil where it never changed.
  public static func formerKey(of key: String, sitting: Int, _ session: any Session) throws -> String? {
    var former: String?
    try session.forEach(
      """
      SELECT record_key, changes FROM trail
      WHERE sitting = $1 AND record = 'registration'
        AND lower(changes) LIKE lower('%document_number%' || $2 || '%') ORDER BY number
      """, [.integer(sitting), .text(key)]
    ) { row in
      let field = TrailEntry.fields(row.text(1))?.first { $0.column == "document_number" }
      if field?.new == key, let old = field?.old { former = old }
    }
    return former
  }

  /// Hands on the links about one kind of record of a sitting that were made by a rule, in their order.
  public static func forEach(
    record: RecordKind, rule: String, sitting: Int, _ session: any Session,
    _ body: (TrailEntry) throws -> Void
  ) throws {
    try session.forEach(
      "SELECT \(columns) FROM trail WHERE record = $1 AND rule = $2 AND sitting = $3 ORDER BY number",
      [.text(record.rawValue), .text(rule), .integer(sitting)]
    ) { row in
      if let entry = entry(row) { try body(entry) }
    }
  }

  /// The link of a row; nil where somebody wrote into it what no writer writes.
  private static func entry(_ row: any ResultRow) -> TrailEntry? {
    guard let action = RecordChange.Action(rawValue: row.text(6)),
      let record = RecordKind(rawValue: row.text(7)), let fields = TrailEntry.fields(row.text(13))
    else { return nil }
    var entry = TrailEntry(
      link: row.integer(0), at: row.integer(1), member: row.text(2), job: row.optionalInteger(3),
      sitting: row.integer(4),
      change: RecordChange(
        action, record, key: row.text(8), part: row.optionalText(9), site: row.text(5),
        row: row.optionalInteger(10), rule: row.optionalText(11), reason: row.optionalText(12), fields: fields
      ))
    entry.number = row.integer(15)
    return entry
  }
}
