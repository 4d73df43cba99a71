/// 审计表 — reads the trail, and checks that nobody changed it (OPS-02).
public enum TrailTable {
  private static let columns = TrailWriter.columns.joined(separator: ", ")

  /// 断裂 — where the trail is not as it was written.
  public struct Break: Sendable, Equatable {
    /// The first link that does not fit.
    public var number: Int
    /// What is wrong with it.
    public var fault: Fault
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

  /// Reads the whole trail and follows its hashes.
  /// - Returns: how many links there are, the hash of the last, and the first break, if there is one.
  public static func verify(_ session: any Session) throws -> (number: Int, hash: String, break: Break?) {
    var (number, hash) = (0, "")
    var found: Break?
    try session.forEach("SELECT \(columns) FROM trail ORDER BY number", []) { row in
      guard found == nil else { return }
      let place = row.integer(0)
      guard place == number + 1 else {
        found = Break(number: number + 1, fault: .removed)
        return
      }
      guard let entry = entry(row), entry.hash(after: hash) == row.text(14) else {
        found = Break(number: place, fault: .changed)
        return
      }
      (number, hash) = (place, row.text(14))
    }
    let head = try session.first("SELECT number, hash FROM trail_head") { ($0.integer(0), $0.text(1)) }
    if found == nil, head?.0 != number || head?.1 != hash { found = Break(number: number + 1, fault: .end) }
    return (number, hash, found)
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
      WHERE sitting = $1 AND record = 'registration' AND changes LIKE '%document_number%' || $2 || '%' ORDER BY number
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
    return TrailEntry(
      number: row.integer(0), at: row.integer(1), member: row.text(2), job: row.optionalInteger(3),
      sitting: row.integer(4),
      change: RecordChange(
        action, record, key: row.text(8), part: row.optionalText(9), site: row.text(5),
        row: row.optionalInteger(10), rule: row.optionalText(11), reason: row.optionalText(12), fields: fields
      ))
  }
}
