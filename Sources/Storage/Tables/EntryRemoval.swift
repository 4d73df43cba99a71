/// 报考移除 — takes entries of the chosen candidates away, and then the registrations that have none left (CAN-04,
/// CAN-05). Photos stay (PHC-02). Every removed record goes into the trail with all its values.
public enum EntryRemoval {
  /// The entries that were chosen: `entry`.
  static let table = "chosen_entry"
  /// The chosen entries `x` with what is stored of them, `e`, as the tables of a query.
  static let entries = "\(table) x JOIN entry e ON \(isOfSitting("e")) AND e.id = x.entry"

  /// Makes the table, empty: `entry`, and the sitting, which is the same for all.
  static func make(_ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS \(table)")
    try session.execute("CREATE TEMP TABLE \(table) (entry BIGINT PRIMARY KEY, sitting BIGINT NOT NULL)")
  }

  /// Whether an entry is chosen.
  static func isChosen(_ entry: String) -> String {
    "\(isOfSitting(entry)) AND \(entry).id IN (SELECT entry FROM \(table))"
  }

  /// The sitting of the chosen entries, as SQL.
  private static let sitting = "(SELECT y.sitting FROM \(table) y LIMIT 1)"

  private static func isOfSitting(_ entry: String) -> String { Joining.inSitting(sitting, entry) }

  /// Which entries of the chosen candidates are meant.
  public enum Selection: Sendable {
    /// Those that are paid: they can be cancelled.
    case paid
    /// Those of collective candidates that are not paid: they can be deleted.
    case unpaidCollective

    var condition: String {
      switch self {
      case .paid: "e.paid IS NOT NULL"
      case .unpaidCollective: "e.paid IS NULL AND r.method = 'collective'"
      }
    }
  }

  /// Fills the table of chosen entries.
  /// - Parameter subjects: these only; empty for all.
  /// - Returns: how many there are.
  public static func choose(
    _ selection: Selection, subjects: [String], _ session: any Session
  ) throws -> Int {
    try make(session)
    let places = subjects.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return try session.execute(
      """
      INSERT INTO \(table) (entry, sitting)
      SELECT e.id, e.sitting FROM \(CandidateChoice.registrations) JOIN entry e ON \(Joining.entry())
      WHERE \(selection.condition)\(subjects.isEmpty ? "" : " AND e.subject IN (\(places))")
      """, subjects.map(SQLValue.text))
  }

  /// The chosen entries that were paid collectively, which cannot be cancelled.
  public static func forEachCollectivelyPaid(
    _ session: any Session, _ body: (_ documentNumber: String, _ subject: String) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, e.subject FROM \(entries) JOIN registration r ON \(Joining.entry())
      WHERE e.paid <> 'individual' ORDER BY r.document_number, e.subject
      """, []
    ) { try body($0.text(0), $0.text(1)) }
  }

  /// What keeps the chosen entries from being removed: a seat, a ticket number, a score, an open payment batch.
  public static func forEachDependency(
    _ session: any Session, _ body: (_ documentNumber: String, ProtectionFact) throws -> Void
  ) throws {
    try ProtectionTable.forEachDependency(
      entries: "SELECT entry FROM \(table)", sitting: sitting, session, body)
  }

  /// The registrations that would lose an entry, or go, but are locked.
  public static func forEachLocked(
    isWhole: Bool, _ session: any Session, _ body: (_ documentNumber: String, ProtectionFact) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, \(ProtectionTable.lockColumns) FROM registration r
      WHERE \(CandidateChoice.isOfSitting("r")) AND r.lock_reason IS NOT NULL AND (\(losing) OR r.id IN (\(leftAlone(isWhole))))
      ORDER BY r.document_number
      """, []
    ) { row in
      if let lock = ProtectionTable.lock(row, from: 1) { try body(row.text(0), lock) }
    }
  }

  /// The chosen candidates of whom nothing can be deleted: individual ones, and those whose entries are all paid.
  public static func forEachUndeletable(
    _ session: any Session, _ body: (_ documentNumber: String, _ isIndividual: Bool) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, CASE WHEN r.method = 'collective' THEN 0 ELSE 1 END
      FROM \(CandidateChoice.registrations) ORDER BY c.ordinal
      """, []
    ) { try body($0.text(0), $0.flag(1)) }
  }

  private static let losing = """
    r.id IN (SELECT e.registration FROM \(entries))
    """

  /// Selects the registrations that have no entry but chosen ones.
  /// - Parameter isWhole: whether those of collective candidates without any entry count too.
  private static func leftAlone(_ isWhole: Bool) -> String {
    """
    SELECT r.id FROM \(CandidateChoice.registrations)
    WHERE (\(losing)\(isWhole ? " OR r.method = 'collective'" : "")) AND NOT EXISTS (
      SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.id NOT IN (SELECT entry FROM \(table)))
    """
  }

  /// How many of the chosen candidates keep everything they have.
  public static func untouched(isWhole: Bool, _ session: any Session) throws -> Int {
    try session.count(
      """
      SELECT count(*) FROM \(CandidateChoice.registrations)
      WHERE NOT (\(losing)) AND r.id NOT IN (\(leftAlone(isWhole)))
      """)
  }

  /// How many registrations would go.
  public static func registrations(isWhole: Bool, _ session: any Session) throws -> Int {
    try session.count("SELECT count(*) FROM (\(leftAlone(isWhole))) AS gone")
  }

  /// Removes the chosen entries and the registrations that have none left.
  /// - Returns: how many of each.
  public static func run(
    isWhole: Bool, rule: String, reason: String?, _ trail: TrailWriter, _ session: any Session
  ) throws -> (entries: Int, registrations: Int) {
    try writeEntries(rule, reason, trail, session)
    try writeRegistrations(isWhole, rule, reason, trail, session)
    try session.execute("DROP TABLE IF EXISTS leaving_registration")
    try session.execute("CREATE TEMP TABLE leaving_registration (registration BIGINT PRIMARY KEY)")
    try session.execute("INSERT INTO leaving_registration (registration) \(leftAlone(isWhole))")
    let entries = try session.execute(
      "DELETE FROM entry WHERE \(isChosen("entry"))")
    let leaving = "SELECT registration FROM leaving_registration"
    try CandidateSites.remove(registrations: leaving, sitting: trail.sitting, session)
    let registrations = try session.execute(
      "DELETE FROM registration WHERE \(CandidateChoice.isOfSitting("registration")) AND id IN (\(leaving))")
    return (entries, registrations)
  }

  private static func writeEntries(
    _ rule: String, _ reason: String?, _ trail: TrailWriter, _ session: any Session
  ) throws {
    let columns = RegistrationColumns.entry
    try session.forEach(
      """
      SELECT r.document_number, e.place, e.subject, \(RegistrationColumns.selected(columns, of: "e"))
      FROM \(Self.entries) JOIN registration r ON \(Joining.entry())
      ORDER BY r.site, r.document_number, e.subject
      """, []
    ) { row in
      try trail.add(
        RecordChange(
          .removed, .entry, key: row.text(0), part: row.text(2), site: row.text(1), rule: rule,
          reason: reason, fields: RegistrationColumns.fields(columns, row, from: 3)))
    }
  }

  private static func writeRegistrations(
    _ isWhole: Bool, _ rule: String, _ reason: String?, _ trail: TrailWriter, _ session: any Session
  ) throws {
    var subjects: [Int: [String]] = [:]
    try session.forEach(
      """
      SELECT e.registration, e.subject FROM \(entries)
      ORDER BY e.registration, e.subject
      """, []
    ) { subjects[$0.integer(0), default: []].append($0.text(1)) }
    let columns = RegistrationColumns.all
    try session.forEach(
      """
      SELECT r.document_number, r.site, r.id, \(RegistrationColumns.selected(columns, of: "r"))
      FROM registration r WHERE \(CandidateChoice.isOfSitting("r")) AND r.id IN (\(leftAlone(isWhole)))
      ORDER BY r.site, r.document_number
      """, []
    ) { row in
      var fields = RegistrationColumns.fields(columns, row, from: 3)
      let codes = subjects[row.integer(2), default: []].joined(separator: ",")
      if !codes.isEmpty { fields.append(RecordChange.Field("subjects", old: codes, new: nil)) }
      try trail.add(
        RecordChange(
          .removed, .registration, key: row.text(0), site: row.text(1), rule: rule, reason: reason,
          fields: fields))
    }
  }
}
