internal import Storage

/// 暂存科目 — the subjects of the staged registrations against the entries that are stored. What the two do not have in
/// common is found once: `stage_left_out` holds the entries that a row leaves out, `stage_added` the subjects of a row
/// whose candidate is stored without them. Of most files that are sent again both are empty.
struct StagedSubjects {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Finds what rows and entries do not have in common, and marks the rows that name a subject which is not registered,
  /// or leave one out that is not paid. Call it when `target` is known.
  /// - Parameter targets: how many rows have one.
  func compare(targets: Int, _ session: any Session) throws {
    try makeTables(session)
    guard targets > 0 else { return }
    try findLeftOut(session)
    try findAdded(session)
    try session.execute(
      """
      UPDATE stage_row SET differs = 1 WHERE differs = 0 AND row_number IN (
        SELECT a.row_number FROM stage_added a
        UNION SELECT l.row_number FROM stage_left_out l WHERE l.paid IS NULL)
      """)
  }

  private func makeTables(_ session: any Session) throws {
    try session.execute("DROP TABLE IF EXISTS stage_left_out")
    try session.execute("DROP TABLE IF EXISTS stage_added")
    try session.execute(
      """
      CREATE TEMP TABLE stage_left_out (row_number BIGINT NOT NULL, entry BIGINT NOT NULL, subject TEXT NOT NULL,
        paid TEXT, payment_batch BIGINT)
      """)
    try session.execute(
      "CREATE TEMP TABLE stage_added (row_number BIGINT NOT NULL, subject TEXT NOT NULL)")
  }

  private func findLeftOut(_ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO stage_left_out (row_number, entry, subject, paid, payment_batch)
      SELECT w.row_number, e.id, e.subject, e.paid, e.payment_batch
      FROM stage_row w JOIN entry e ON \(context.entry("e", of: "w.target"))
      WHERE w.target IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = e.subject)
      """)
    try session.execute("CREATE INDEX stage_left_out_by_row ON stage_left_out (row_number)")
  }

  private func findAdded(_ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO stage_added (row_number, subject)
      SELECT w.row_number, s.subject FROM stage_row w JOIN stage_subject s ON s.row_number = w.row_number
      WHERE w.target IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE \(context.entry("e", of: "w.target")) AND e.subject = s.subject)
      """)
  }

  /// What becomes of the entries behind the rows (REG-15).
  func counts(_ session: any Session) throws -> EntryCounts {
    var counts = EntryCounts()
    counts.created = try session.count(
      """
      SELECT (
        SELECT count(*) FROM stage_subject s JOIN stage_row w ON w.row_number = s.row_number
        WHERE w.outcome = 'created'
      ) + (
        SELECT count(*) FROM stage_added a JOIN stage_row w ON w.row_number = a.row_number
        WHERE w.outcome = 'updated')
      """)
    let leftOut = try session.first(
      """
      SELECT count(*), count(l.paid) FROM stage_left_out l JOIN stage_row w ON w.row_number = l.row_number
      WHERE w.outcome IN ('updated', 'unchanged')
      """
    ) { (all: $0.integer(0), paid: $0.integer(1)) }
    if let leftOut { (counts.removed, counts.kept) = (leftOut.all - leftOut.paid, leftOut.paid) }
    return counts
  }

  /// Removes the unpaid entries that the rows leave out; paid ones stay.
  func removeLeftOut(_ session: any Session) throws {
    try session.execute(
      """
      DELETE FROM entry WHERE \(Joining.inSitting(context.sittingID, "entry"))
        AND paid IS NULL AND payment_batch IS NULL AND id IN (
        SELECT l.entry FROM stage_left_out l JOIN stage_row w ON w.row_number = l.row_number
        WHERE w.outcome = 'updated')
      """)
  }

  /// The greatest number of a registration so far: those that a merge creates have greater ones.
  func lastRegistration(_ session: any Session) throws -> Int {
    try session.count(
      "SELECT max(r.id) FROM registration r WHERE \(Joining.inSitting(context.sittingID, "r"))")
  }

  /// Makes entries of the subjects that are not registered yet: first of the registrations that were stored, then of
  /// those that the job created, in the order of their numbers.
  /// - Parameter last: the greatest number that a registration had before the merge.
  func create(job: Int, after last: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject, created_job, created_row)
      SELECT r.sitting, r.site, r.id, a.subject, $1, w.row_number
      FROM stage_added a JOIN stage_row w ON w.row_number = a.row_number AND w.outcome = 'updated'
      JOIN registration r ON \(context.record("r", is: "w.target"))
      ORDER BY r.id, a.subject
      """, [.integer(job)])
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject, created_job, created_row)
      SELECT r.sitting, r.site, r.id, s.subject, $1, r.created_row
      FROM registration r JOIN stage_subject s ON s.row_number = r.created_row
      WHERE \(Joining.inSitting(context.sittingID, "r")) AND r.id > $2 AND r.created_job = $1
      ORDER BY r.id, s.subject
      """, [.integer(job), .integer(last)])
  }
}
