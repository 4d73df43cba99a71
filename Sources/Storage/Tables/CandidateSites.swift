/// 考生名录 — where the candidates of a sitting are registered, for a server: a candidate stands once in a sitting, wherever,
/// and no key of a table that is spread by site can say so. A taken number fails there as the unique key of a file does.
/// In a file there is nothing to do.
public enum CandidateSites {
  /// The table, which follows from `registration` and is not copied with a store.
  public static let table = "candidate_site"

  /// Enters the registrations that a job created.
  public static func add(createdBy job: Int, sitting: Int, _ session: any Session) throws {
    try add(where: "r.created_job = $1", [.integer(job)], sitting: sitting, session)
  }

  /// Takes out registrations that are about to go.
  /// - Parameter registrations: selects their keys.
  public static func remove(registrations: String, sitting: Int, _ session: any Session) throws {
    guard session.layout == .partitioned else { return }
    try session.execute(
      """
      DELETE FROM \(table) WHERE sitting = $1 AND document_number IN (
        SELECT r.document_number FROM registration r WHERE r.sitting = $1 AND r.id IN (\(registrations)))
      """, [.integer(sitting)])
  }

  /// Follows ID numbers that have changed, which may have gone round.
  /// - Parameter changes: selects `old_number` and `new_number`.
  public static func renumber(_ changes: String, sitting: Int, _ session: any Session) throws {
    guard session.layout == .partitioned else { return }
    try session.execute(
      """
      DELETE FROM \(table) WHERE sitting = $1 AND document_number IN (
        SELECT n.old_number FROM (\(changes)) AS n WHERE n.new_number <> n.old_number)
      """, [.integer(sitting)])
    let isNew = """
      r.document_number IN (SELECT n.new_number FROM (\(changes)) AS n WHERE n.new_number <> n.old_number)
      """
    try add(where: isNew, [], sitting: sitting, session)
  }

  /// Enters everybody, in a store that was filled from another.
  public static func rebuild(_ session: any Session) throws {
    guard session.layout == .partitioned else { return }
    try session.execute("DELETE FROM \(table)")
    try session.execute(
      """
      INSERT INTO \(table) (sitting, document_number, site)
      SELECT r.sitting, r.document_number, r.site FROM registration r
      """)
  }

  private static func add(
    where condition: String, _ parameters: [SQLValue], sitting: Int, _ session: any Session
  ) throws {
    guard session.layout == .partitioned else { return }
    try session.execute(
      """
      INSERT INTO \(table) (sitting, document_number, site)
      SELECT r.sitting, r.document_number, r.site FROM registration r WHERE r.sitting = \(sitting) AND \(condition)
      """, parameters)
  }
}
