/// 考生查询 — which candidates of a sitting are meant; what is empty does not limit.
public struct CandidateQuery: Sendable {
  /// 条件 — a column and the values that it may have. `*` in a value stands for any text.
  public struct Condition: Sendable {
    public var column: CandidateColumn
    public var anyOf: [String]

    /// A condition.
    public init(_ column: CandidateColumn, anyOf: [String]) {
      self.column = column
      self.anyOf = anyOf
    }
  }

  /// 次序 — a column by which candidates are sorted.
  public struct Order: Sendable {
    public var column: CandidateColumn
    public var isDescending: Bool

    /// An order.
    public init(_ column: CandidateColumn, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// The sitting's key.
  public var sitting: Int
  /// The site, or an organisation above sites.
  public var site: String
  /// These ID numbers only; nil for all.
  public var documentNumbers: [String]?
  /// All of these must hold.
  public var conditions: [Condition] = []
  /// By what they are sorted; site and ID number come last.
  public var order: [Order] = []
  /// The sites that use the roster: only they have roster candidates.
  public var rosterSites: [String] = []

  /// All candidates of an organisation.
  public init(sitting: Int, site: String) {
    self.sitting = sitting
    self.site = site
  }
}

/// 考生选择 — the candidates of a query in a temporary table, in order: whatever is then done to them is one statement
/// over all of them, and meets the very ones that were counted.
public enum CandidateChoice {
  /// The table: `ordinal` from 1, `registration`, and the sitting, which is the same for all.
  static let table = "chosen_candidate"
  /// Whether the registration `r` is among them, as SQL.
  public static let condition = isChosen("r")
  /// The chosen candidates `c` with their registrations `r`, as the tables of a query.
  static let registrations = """
    \(table) c JOIN registration r ON \(isOfSitting("r")) AND r.id = c.registration
    """

  /// Whether a registration is among them.
  static func isChosen(_ registration: String) -> String {
    "\(isOfSitting(registration)) AND \(registration).id IN (SELECT registration FROM \(table))"
  }

  /// Whether a registration is of the sitting that the candidates are of.
  static func isOfSitting(_ registration: String) -> String {
    Joining.inSitting("(SELECT x.sitting FROM \(table) x LIMIT 1)", registration)
  }

  /// Fills the table; what was chosen before on this connection is forgotten.
  /// - Returns: how many candidates there are.
  public static func make(_ query: CandidateQuery, _ session: any Session) throws -> Int {
    try loadNumbers(query, session)
    var parameters: [SQLValue] = [.integer(query.sitting), .text(query.site)]
    func place(_ value: String) -> String {
      parameters.append(.text(value))
      return "$\(parameters.count)"
    }
    let usesRoster =
      query.conditions.contains { $0.column == .origin } || query.order.contains { $0.column == .origin }
    let sites = usesRoster ? query.rosterSites.map(place).joined(separator: ", ") : ""
    let rosterSites = sites.isEmpty ? nil : sites

    var conditions = ["r.sitting = $1", "substr(r.site, 1, length($2)) = $2"]
    if query.documentNumbers != nil {
      conditions.append("r.document_number IN (SELECT document_number FROM asked_candidate)")
    }
    for condition in query.conditions {
      let choices = condition.anyOf.map { value in
        value.contains("*")
          ? "lower(\(condition.column.expression(rosterSites: rosterSites))) LIKE lower(\(place(pattern(value)))) ESCAPE '\\'"
          : condition.column.condition(place(value), rosterSites: rosterSites)
      }
      conditions.append("(" + (choices.isEmpty ? "1 = 0" : choices.joined(separator: " OR ")) + ")")
    }
    let order =
      query.order.map {
        $0.column.expression(rosterSites: rosterSites)
          + ($0.isDescending ? " DESC NULLS LAST" : " NULLS FIRST")
      } + ["r.site", "r.document_number"]

    try session.execute("DROP TABLE IF EXISTS \(table)")
    try session.execute(
      """
      CREATE TEMP TABLE \(table) (ordinal BIGINT NOT NULL, registration BIGINT PRIMARY KEY, sitting BIGINT NOT NULL)
      """)
    return try session.execute(
      """
      INSERT INTO \(table) (ordinal, registration, sitting)
      SELECT row_number() OVER (ORDER BY \(order.joined(separator: ", "))), r.id, r.sitting
      FROM registration r WHERE \(conditions.joined(separator: " AND "))
      """, parameters)
  }

  /// ID numbers go through a table of their own, for they may be many.
  private static func loadNumbers(_ query: CandidateQuery, _ session: any Session) throws {
    guard let numbers = query.documentNumbers else { return }
    try session.execute("DROP TABLE IF EXISTS asked_candidate")
    try session.execute("CREATE TEMP TABLE asked_candidate (document_number TEXT NOT NULL)")
    let loader = try session.loader("asked_candidate", columns: ["document_number"])
    for number in numbers {
      try loader.add(number)
      try loader.endRow()
    }
    try loader.finish()
  }

  /// A value with `*` as LIKE understands it.
  static func pattern(_ value: String) -> String {
    var pattern = ""
    for character in value {
      switch character {
      case "*": pattern += "%"
      case "%", "_", "\\": pattern += "\\\(character)"
      default: pattern.append(character)
      }
    }
    return pattern
  }
}
