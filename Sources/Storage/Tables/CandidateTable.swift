/// 考生行 — a candidate of a sitting as lists show one.
public struct CandidateRecord: Sendable {
  public var documentNumber: String
  public var name: String
  public var site: String
  public var method: String
  public var audit: String
  public var lockReason: String?
  public var lockedAt: Int?
  public var hasPhoto: Bool
  public var schoolClass: String?
  /// The subjects in order.
  public var subjects: [String]
  /// How many of the entries are paid.
  public var paidEntries: Int
}

/// 考生查询 — which candidates of a sitting are meant; what is empty does not limit.
public struct CandidateQuery: Sendable {
  /// The sitting's key.
  public var sitting: Int
  /// The site, or an organisation above sites.
  public var site: String
  /// These ID numbers only; nil for all.
  public var documentNumbers: [String]?
  /// Columns that must have one of these values.
  public var values: [(column: CandidateColumn, anyOf: [String])] = []

  /// All candidates of an organisation.
  public init(sitting: Int, site: String) {
    self.sitting = sitting
    self.site = site
  }
}

/// 考生查询条件 — what candidates can be asked for by; only these names reach SQL.
public enum CandidateColumn: String, Sendable, CaseIterable {
  case idNumber
  case name
  case method
  case locked
  case audit
  case photo
  case `class`
  case subject
  case paid

  /// The condition for one value, its parameter being `place`; `yes` and `no` for what is either.
  func condition(_ place: String) -> String {
    switch self {
    case .idNumber: "r.document_number = \(place)"
    case .name: "r.name = \(place)"
    case .method: "r.method = \(place)"
    case .audit: "r.audit = \(place)"
    case .class: "r.class = \(place)"
    case .locked: "CASE WHEN r.lock_reason IS NULL THEN 'no' ELSE 'yes' END = \(place)"
    case .photo: "CASE WHEN r.has_photo = 1 THEN 'yes' ELSE 'no' END = \(place)"
    case .subject:
      "EXISTS (SELECT 1 FROM entry e WHERE e.registration = r.id AND e.subject = \(place))"
    case .paid:
      """
      CASE WHEN EXISTS (SELECT 1 FROM entry e WHERE e.registration = r.id AND e.paid IS NULL) THEN 'no' ELSE 'yes' END
      = \(place)
      """
    }
  }
}

/// 考生表 — queries and locks over `registration`.
public enum CandidateTable {
  /// The candidates of a query in the order of site and ID number.
  public static func all(_ query: CandidateQuery, _ session: any Session) throws -> [CandidateRecord] {
    let (condition, parameters) = try condition(query, session)
    var candidates: [CandidateRecord] = []
    try session.forEach(
      """
      SELECT r.document_number, r.name, r.site, r.method, r.audit, r.lock_reason, r.locked_at, r.has_photo, r.class,
        e.subject, e.paid
      FROM registration r LEFT JOIN entry e ON e.registration = r.id
      WHERE \(condition) ORDER BY r.site, r.document_number, e.subject
      """, parameters
    ) { row in
      if candidates.last?.documentNumber != row.text(0) {
        candidates.append(
          CandidateRecord(
            documentNumber: row.text(0), name: row.text(1), site: row.text(2), method: row.text(3),
            audit: row.text(4), lockReason: row.optionalText(5), lockedAt: row.optionalInteger(6),
            hasPhoto: row.flag(7), schoolClass: row.optionalText(8), subjects: [], paidEntries: 0))
      }
      guard let subject = row.optionalText(9) else { return }
      candidates[candidates.count - 1].subjects.append(subject)
      if !row.isNull(10) { candidates[candidates.count - 1].paidEntries += 1 }
    }
    return candidates
  }

  /// Locks the candidates of a query that are not locked yet (CAN-02).
  /// - Returns: how many were locked.
  public static func lock(_ query: CandidateQuery, reason: String, at now: Int, _ session: any Session) throws
    -> Int
  {
    let (condition, parameters) = try condition(query, session)
    let next = parameters.count
    return try session.execute(
      """
      UPDATE registration SET lock_reason = $\(next + 1), locked_at = $\(next + 2)
      WHERE lock_reason IS NULL AND id IN (SELECT r.id FROM registration r WHERE \(condition))
      """, parameters + [.text(reason), .integer(now)])
  }

  /// Unlocks the candidates of a query. What a payment batch holds stays held (REG-09).
  /// - Returns: how many were unlocked.
  public static func unlock(_ query: CandidateQuery, _ session: any Session) throws -> Int {
    let (condition, parameters) = try condition(query, session)
    return try session.execute(
      """
      UPDATE registration SET lock_reason = NULL, locked_at = NULL
      WHERE lock_reason IS NOT NULL AND id IN (SELECT r.id FROM registration r WHERE \(condition))
      """, parameters)
  }

  /// The condition on `r`, with its parameters; ID numbers go through a temporary table, for they may be many.
  private static func condition(
    _ query: CandidateQuery, _ session: any Session
  ) throws -> (sql: String, parameters: [SQLValue]) {
    var parameters: [SQLValue] = [.integer(query.sitting), .text(query.site)]
    var conditions = ["r.sitting = $1", "substr(r.site, 1, length($2)) = $2"]
    if let numbers = query.documentNumbers {
      try session.execute("DROP TABLE IF EXISTS asked_candidate")
      try session.execute("CREATE TEMP TABLE asked_candidate (document_number TEXT NOT NULL)")
      let loader = try session.loader("asked_candidate", columns: ["document_number"])
      for number in numbers {
        try loader.add(number)
        try loader.endRow()
      }
      try loader.finish()
      conditions.append("r.document_number IN (SELECT document_number FROM asked_candidate)")
    }
    for (column, values) in query.values {
      let choices = values.map { value in
        parameters.append(.text(value))
        return column.condition("$\(parameters.count)")
      }
      conditions.append("(" + choices.joined(separator: " OR ") + ")")
    }
    return (conditions.joined(separator: " AND "), parameters)
  }
}
