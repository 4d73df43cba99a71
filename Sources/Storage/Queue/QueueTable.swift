/// 任务队列表 — the statements on `queued_job`, and what they do to its `lane` (OPS-03).
public enum QueueTable {
  private static let columns = """
    q.job, q.kind, q.language, q.queued_at, q.attempts, q.stops, q.last_error,
    CASE WHEN l.job = q.job THEN l.worker END, CASE WHEN l.job IS NULL THEN l.free_at ELSE 0 END
    """

  /// Puts a job of the ledger at the end of its site's lane, and wakes whoever waits for work.
  public static func add(_ job: JobRecord, language: String, _ session: any Session) throws {
    try session.execute(
      "INSERT INTO queued_job (job, sitting, site, kind, language, queued_at) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .integer(job.id), .integer(job.sitting), .text(job.site), .text(job.kind), .text(language),
        .integer(try session.now()),
      ])
    try session.execute(
      """
      INSERT INTO lane (sitting, site, jobs, served, token, free_at) VALUES ($1, $2, 1, 0, 0, 0)
      ON CONFLICT (sitting, site) DO UPDATE SET jobs = lane.jobs + 1
      """, [.integer(job.sitting), .text(job.site)])
    try session.ring()
  }

  /// Notes under which word a job was handed in.
  public static func note(handIn word: String, of job: Int, _ session: any Session) throws {
    try session.execute("UPDATE job SET hand_in = $2 WHERE id = $1", [.integer(job), .text(word)])
  }

  /// The job that was handed in under a word with a content; nil where that never happened.
  public static func job(handedInAs word: String, sha256: String, _ session: any Session) throws -> Int? {
    try session.first(
      "SELECT id FROM job WHERE file_sha256 = $1 AND hand_in = $2", [.text(sha256), .text(word)]
    ) { $0.integer(0) }
  }

  /// Where a job stands; nil where it is not in the queue.
  public static func read(_ job: Int, _ session: any Session) throws -> QueuedJob? {
    try session.first(
      """
      SELECT \(columns) FROM queued_job q JOIN lane l ON l.sitting = q.sitting AND l.site = q.site WHERE q.job = $1
      """, [.integer(job)], record)
  }

  /// Where every job stands that is in the queue, of those with numbers in a range.
  public static func all(
    from first: Int = 0, to last: Int = .max, _ session: any Session
  ) throws -> [QueuedJob] {
    try session.all(
      """
      SELECT \(columns) FROM queued_job q JOIN lane l ON l.sitting = q.sitting AND l.site = q.site
      WHERE q.job >= $1 AND q.job <= $2 ORDER BY q.id
      """, [.integer(first), .integer(last)], record)
  }

  /// A job in the queue that would do the same with the same content; nil where there is none.
  public static func same(as job: JobRecord, _ session: any Session) throws -> Int? {
    try session.first(
      """
      SELECT j.id FROM job j JOIN queued_job q ON q.job = j.id
      WHERE j.file_sha256 = $1 AND j.kind = $2 AND j.sitting = $3 AND j.site = $4 AND j.options = $5
        AND j.applies IS NOT DISTINCT FROM $6 ORDER BY q.id
      """,
      [
        .text(job.fileSHA256), .text(job.kind), .integer(job.sitting), .text(job.site), .text(job.options),
        .optional(job.applies),
      ]
    ) { $0.integer(0) }
  }

  /// Whether nothing waits and nothing runs.
  public static func isEmpty(_ session: any Session) throws -> Bool {
    try session.first("SELECT id FROM queued_job LIMIT 1") { _ in true } == nil
  }

  /// Takes a job that waits out of the queue.
  /// - Returns: false where a worker works at it, or it is not in the queue.
  public static func removeWaiting(_ job: JobRecord, _ session: any Session) throws -> Bool {
    // The lane first: a worker that is about to take the job holds it.
    let place: [SQLValue] = [.integer(job.sitting), .text(job.site), .integer(job.id)]
    let isWaiting =
      try session.execute(
        """
        UPDATE lane SET jobs = jobs - 1 WHERE sitting = $1 AND site = $2 AND job IS DISTINCT FROM $3
          AND EXISTS (SELECT 1 FROM queued_job WHERE job = $3)
        """, place) == 1
    guard isWaiting else { return false }
    try session.execute("DELETE FROM queued_job WHERE job = $1", [.integer(job.id)])
    return true
  }

  /// Asks the worker of a job to stop.
  /// - Returns: false where the job is not in the queue.
  public static func askToStop(_ job: Int, _ session: any Session) throws -> Bool {
    try session.execute("UPDATE queued_job SET stops = 1 WHERE job = $1", [.integer(job)]) == 1
  }

  static func record(_ row: any ResultRow) -> QueuedJob {
    QueuedJob(
      job: row.integer(0), kind: row.text(1), language: row.text(2), queuedAt: row.integer(3),
      attempts: row.integer(4), isStopped: row.flag(5), lastError: row.optionalText(6),
      worker: row.optionalText(7), notBefore: row.integer(8))
  }
}
