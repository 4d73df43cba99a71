/// 通道表 — the statements by which a worker takes a lane, keeps it, and gives it back (OPS-03).
public enum LaneTable {
  /// What a worker found when it wanted to keep its lane.
  public enum Hold: Sendable, Equatable {
    /// The lane is its own.
    case kept
    /// The lane is its own, and somebody asked that the job be stopped.
    case stopped
    /// The lease ran out, and another worker took the lane.
    case lost
  }

  /// The lanes that may be taken, the one that was served longest ago first.
  ///
  /// Read from the index of the lanes with jobs, in its order; what is passed over are lanes that are leased or whose
  /// first job broke off, so as many as there are workers, however many lanes and jobs there are.
  public static let choice = """
    SELECT sitting, site, token, worker FROM lane WHERE jobs > 0 AND free_at <= $1 ORDER BY served, sitting, site
    LIMIT 1
    """

  /// Whether a job can be taken now.
  public static func hasWork(_ session: any Session) throws -> Bool {
    try session.first(choice, [.integer(try session.now())]) { _ in true } ?? false
  }

  /// Takes the first job of the lane that was served longest ago.
  /// - Parameters:
  ///   - worker: who takes it.
  ///   - lease: how long the lane is the worker's without being renewed, in milliseconds.
  /// - Returns: nil where nothing can be taken now.
  public static func claim(
    by worker: String, lease: Int, _ session: any Session
  ) throws -> JobClaim? {
    let now = try session.now()
    let lane = try session.first("\(choice) \(session.skipLocked)", [.integer(now)]) {
      (sitting: $0.integer(0), site: $0.text(1), token: $0.integer(2), lostBy: $0.optionalText(3))
    }
    guard let lane else { return nil }
    let place: [SQLValue] = [.integer(lane.sitting), .text(lane.site)]
    var claim = try session.first(
      """
      SELECT job, kind, language, attempts, stops, last_error FROM queued_job WHERE sitting = $1 AND site = $2
      ORDER BY id LIMIT 1
      """, place
    ) { row in
      JobClaim(
        job: row.integer(0), kind: row.text(1), sitting: lane.sitting, site: lane.site, language: row.text(2),
        worker: worker, token: lane.token + 1, attempts: row.integer(3) + 1, isStopped: row.flag(4),
        lastError: row.optionalText(5), lostBy: lane.lostBy)
    }
    guard let taken = claim else { return nil }
    try session.execute(
      """
      UPDATE lane SET token = $3, free_at = $4, worker = $5, job = $6,
        served = (SELECT COALESCE(max(served), 0) + 1 FROM lane)
      WHERE sitting = $1 AND site = $2
      """, place + [.integer(taken.token), .integer(now + lease), .text(worker), .integer(taken.job)])
    // Whoever had the lane never gave it back: that is why the job is begun again.
    if lane.lostBy != nil { claim?.lastError = lostError }
    try session.execute(
      "UPDATE queued_job SET attempts = $2, last_error = $3 WHERE job = $1",
      [.integer(taken.job), .integer(taken.attempts), .optional(claim?.lastError)])
    try session.execute(
      """
      UPDATE job SET state = 'received', owner = $2 WHERE id = $1
        AND state IN ('received', 'checking', 'checked', 'applying')
      """, [.integer(taken.job), .text(worker)])
    return claim
  }

  /// What stands as the last error of a job whose worker was lost.
  public static let lostError = "lost"

  /// Makes the lease last from now on.
  public static func renew(_ claim: JobClaim, lease: Int, _ session: any Session) throws -> Hold {
    try hold(claim, "free_at = $4", [.integer(try session.now() + lease)], session)
  }

  /// Keeps the lane until the end of the transaction: nobody can take it over meanwhile, even where the lease runs out.
  public static func lock(_ claim: JobClaim, _ session: any Session) throws -> Hold {
    try hold(claim, "token = $4", [.integer(claim.token)], session)
  }

  private static func hold(
    _ claim: JobClaim, _ change: String, _ values: [SQLValue], _ session: any Session
  ) throws -> Hold {
    guard try update(claim, change, values, session) else { return .lost }
    let isStopped = try session.count("SELECT stops FROM queued_job WHERE job = $1", [.integer(claim.job)])
    return isStopped == 0 ? .kept : .stopped
  }

  /// Gives the lane back with its job done: the job leaves the queue.
  /// - Returns: false where the lane is another worker's; then nothing may be committed.
  public static func finish(_ claim: JobClaim, _ session: any Session) throws -> Bool {
    let isOwn = try update(
      claim, "jobs = jobs - 1, free_at = $4, worker = NULL, job = NULL", [.integer(0)], session)
    guard isOwn else { return false }
    return try session.execute("DELETE FROM queued_job WHERE job = $1", [.integer(claim.job)]) == 1
  }

  /// Gives the lane back with its job not done: it is taken again, by anybody.
  /// - Parameters:
  ///   - error: why it broke off; nil where it did not, and then this attempt does not count.
  ///   - delay: how long nobody takes it, in milliseconds.
  /// - Returns: false where the lane is another worker's.
  public static func giveBack(
    _ claim: JobClaim, after delay: Int, error: String?, _ session: any Session
  ) throws -> Bool {
    let free = SQLValue.integer(try session.now() + delay)
    let isOwn = try update(claim, "free_at = $4, worker = NULL, job = NULL", [free], session)
    guard isOwn else { return false }
    try session.execute(
      "UPDATE queued_job SET attempts = $2, last_error = COALESCE($3, last_error) WHERE job = $1",
      [.integer(claim.job), .integer(error == nil ? claim.attempts - 1 : claim.attempts), .optional(error)])
    try JobTable.set(.received, of: claim.job, session)
    try session.ring()
    return true
  }

  private static func update(
    _ claim: JobClaim, _ change: String, _ values: [SQLValue], _ session: any Session
  ) throws -> Bool {
    try session.execute(
      "UPDATE lane SET \(change) WHERE sitting = $1 AND site = $2 AND token = $3 AND worker IS NOT NULL",
      [.integer(claim.sitting), .text(claim.site), .integer(claim.token)] + values) == 1
  }
}
