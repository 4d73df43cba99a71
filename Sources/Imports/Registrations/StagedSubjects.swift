internal import Storage

/// 暂存科目 — the subjects of the staged registrations against the entries that are stored.
struct StagedSubjects {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Marks the rows that name a subject which is not registered, or leave one out that is not paid.
  func markDifferences(_ session: any Session) throws {
    let isOwn = context.entry("e", of: "stage_row.target")
    try session.execute(
      """
      UPDATE stage_row SET differs = 1
      WHERE target IS NOT NULL AND differs = 0 AND (
        EXISTS (SELECT 1 FROM stage_subject s WHERE s.row_number = stage_row.row_number AND NOT EXISTS (
          SELECT 1 FROM entry e WHERE \(isOwn) AND e.subject = s.subject))
        OR EXISTS (SELECT 1 FROM entry e WHERE \(isOwn) AND e.paid IS NULL AND NOT EXISTS (
          SELECT 1 FROM stage_subject s WHERE s.row_number = stage_row.row_number AND s.subject = e.subject)))
      """)
  }

  /// What becomes of the entries behind the rows (REG-15).
  func counts(_ session: any Session) throws -> EntryCounts {
    var counts = EntryCounts()
    counts.created = try session.count(
      """
      SELECT count(*) FROM stage_subject s JOIN stage_row w ON w.row_number = s.row_number
      WHERE w.outcome IN ('created', 'updated') AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE \(context.entry("e", of: "w.target")) AND e.subject = s.subject)
      """)
    let leftOut = """
      FROM entry e JOIN stage_row w ON \(context.entry("e", of: "w.target"))
      WHERE w.outcome IN ('updated', 'unchanged') AND NOT EXISTS (
        SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = e.subject)
      """
    counts.removed = try session.count("SELECT count(*) \(leftOut) AND e.paid IS NULL")
    counts.kept = try session.count("SELECT count(*) \(leftOut) AND e.paid IS NOT NULL")
    return counts
  }

  /// Removes the unpaid entries that the rows leave out; paid ones stay.
  func removeLeftOut(_ session: any Session) throws {
    try session.execute(
      """
      DELETE FROM entry WHERE \(Joining.inSitting(context.sittingID, "entry"))
        AND paid IS NULL AND payment_batch IS NULL AND EXISTS (
        SELECT 1 FROM stage_row w WHERE w.target = entry.registration AND w.outcome = 'updated' AND NOT EXISTS (
          SELECT 1 FROM stage_subject s WHERE s.row_number = w.row_number AND s.subject = entry.subject))
        AND registration IN (SELECT target FROM stage_row WHERE outcome = 'updated')
      """)
  }

  /// Makes entries of the subjects that are not registered yet.
  func create(job: Int, _ session: any Session) throws {
    try session.execute(
      """
      INSERT INTO entry (sitting, site, registration, subject, created_job, created_row)
      SELECT r.sitting, r.site, r.id, s.subject, $1, w.row_number
      FROM stage_row w
      JOIN registration r ON r.sitting = $2 AND r.document_number = w.document_number
      JOIN stage_subject s ON s.row_number = w.row_number
      WHERE w.outcome IN ('created', 'updated') AND (w.outcome = 'created' OR NOT EXISTS (
        SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.subject = s.subject))
      ORDER BY r.id, s.subject
      """, [.integer(job), .integer(context.sittingID)])
  }
}
