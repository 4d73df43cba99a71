/// 任务状态 — how far a run is. It is kept in the store at every step, so that a run that was killed is seen (OPS-01).
public enum JobState: String, Sendable, Codable {
  /// The file is known, nothing is read yet.
  case received
  /// Rows are read, checked and staged.
  case checking
  /// Everything is judged; a plan that waits to be applied.
  case checked
  /// Records are being merged.
  case applying
  /// Over, taken.
  case done
  /// Over, refused for what was found; nothing was taken.
  case refused
  /// Over, broken off by an error; nothing was taken.
  case failed
  /// Over, stopped by a person; nothing was taken.
  case cancelled
  /// Taken, and later taken back.
  case undone

  /// Whether the run is over.
  public var isOver: Bool {
    switch self {
    case .received, .checking, .checked, .applying: false
    case .done, .refused, .failed, .cancelled, .undone: true
    }
  }
}

/// 任务 — one run of the pipeline, as the ledger keeps it.
public struct JobRecord: Sendable, Equatable {
  /// The job's number; 0 before it is in the ledger.
  public var id = 0
  /// The import or export kind.
  public var kind: String
  /// How far it is.
  public var state: JobState
  /// The sitting's key.
  public var sitting: Int
  /// The site.
  public var site: String
  /// Who runs it.
  public var user: String
  /// The file's name without its folder.
  public var fileName: String
  /// The file's size in bytes.
  public var fileBytes: Int
  /// The file's SHA-256, 64 hexadecimal digits.
  public var fileSHA256: String
  /// The options as JSON.
  public var options: String
  /// The process that runs it, so that the next start can tell whether it still does.
  public var owner: String
  /// When it began, in seconds since 1970.
  public var startedAt: Int
  /// When it ended.
  public var endedAt: Int?
  /// How many findings it has.
  public var findings = 0
  /// Its result as JSON, once it is over.
  public var summary: String?
  /// The sheet and the columns that it read, as JSON.
  public var binding: String?
  /// The job whose rejected rows its file holds (REG-14).
  public var continues: Int?
  /// The plan that it carries out (REG-18).
  public var applies: Int?

  /// A job that begins.
  public init(
    kind: String, state: JobState = .received, sitting: Int, site: String, user: String, fileName: String,
    fileBytes: Int, fileSHA256: String, options: String, owner: String, startedAt: Int
  ) {
    self.kind = kind
    self.state = state
    self.sitting = sitting
    self.site = site
    self.user = user
    self.fileName = fileName
    self.fileBytes = fileBytes
    self.fileSHA256 = fileSHA256
    self.options = options
    self.owner = owner
    self.startedAt = startedAt
  }
}

/// 任务台账 — the statements on `job`.
public enum JobTable {
  private static let columns = """
    id, kind, state, sitting, site, member, file_name, file_bytes, file_sha256, options, owner, started_at, ended_at,
    findings, summary, binding, continues, applies
    """

  /// Puts a job into the ledger.
  /// - Returns: its number.
  public static func insert(_ job: JobRecord, _ session: any Session) throws -> Int {
    try session.first(
      """
      INSERT INTO job (kind, state, sitting, site, member, file_name, file_bytes, file_sha256, options, owner, started_at,
        applies)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
      """,
      [
        .text(job.kind), .text(job.state.rawValue), .integer(job.sitting), .text(job.site), .text(job.user),
        .text(job.fileName), .integer(job.fileBytes), .text(job.fileSHA256), .text(job.options),
        .text(job.owner),
        .integer(job.startedAt), .optional(job.applies),
      ]
    ) { $0.integer(0) } ?? 0
  }

  /// Notes how far a job is.
  public static func set(_ state: JobState, of id: Int, _ session: any Session) throws {
    try session.execute("UPDATE job SET state = $1 WHERE id = $2", [.text(state.rawValue), .integer(id)])
  }

  /// Notes what a job reads, and which job's rejected rows those are.
  public static func note(binding: String, continues: Int?, of id: Int, _ session: any Session) throws {
    try session.execute(
      "UPDATE job SET binding = $1, continues = $2 WHERE id = $3",
      [.text(binding), .optional(continues), .integer(id)])
  }

  /// The last job of a kind that took a content at a site; nil where there is none.
  public static func taken(
    sha256: String, kind: String, sitting: Int, site: String, _ session: any Session
  ) throws -> JobRecord? {
    try session.all(
      """
      SELECT \(columns) FROM job WHERE file_sha256 = $1 AND kind = $2 AND sitting = $3 AND site = $4
        AND state = 'done' ORDER BY id DESC
      """, [.text(sha256), .text(kind), .integer(sitting), .text(site)], record
    ).first { !$0.options.contains("\"isDryRun\":true") }
  }

  /// The last job of any kind that took a content in a sitting, at whatever site; nil where there is none.
  public static func taken(sha256: String, sitting: Int, _ session: any Session) throws -> JobRecord? {
    try session.all(
      """
      SELECT \(columns) FROM job WHERE file_sha256 = $1 AND sitting = $2 AND state = 'done' ORDER BY id DESC
      """, [.text(sha256), .integer(sitting)], record
    ).first { !$0.options.contains("\"isDryRun\":true") }
  }

  /// The jobs that took up the rejected rows of a job, in their order.
  public static func continuations(of id: Int, _ session: any Session) throws -> [JobRecord] {
    try session.all(
      "SELECT \(columns) FROM job WHERE continues = $1 AND state = 'done' ORDER BY id", [.integer(id)], record
    )
  }

  /// The job that carried out a plan.
  public static func applied(plan id: Int, _ session: any Session) throws -> JobRecord? {
    try session.first(
      "SELECT \(columns) FROM job WHERE applies = $1 AND state IN ('done', 'undone')", [.integer(id)], record)
  }

  /// Marks a job as taken back.
  /// - Returns: false where it is not one that was taken.
  public static func markUndone(_ id: Int, _ session: any Session) throws -> Bool {
    try session.execute("UPDATE job SET state = 'undone' WHERE id = $1 AND state = 'done'", [.integer(id)])
      == 1
  }

  /// Ends a job that is not over yet.
  /// - Returns: false where it was over already: somebody else ended it, and the caller must not commit its effects.
  public static func end(
    _ id: Int, _ state: JobState, at now: Int, findings: Int, summary: String?, _ session: any Session
  ) throws -> Bool {
    try session.execute(
      """
      UPDATE job SET state = $1, ended_at = $2, findings = $3, summary = $4
      WHERE id = $5 AND state IN ('received', 'checking', 'checked', 'applying')
      """,
      [.text(state.rawValue), .integer(now), .integer(findings), .optional(summary), .integer(id)]) == 1
  }

  /// A job by its number.
  public static func read(_ id: Int, _ session: any Session) throws -> JobRecord? {
    try session.first("SELECT \(columns) FROM job WHERE id = $1", [.integer(id)], record)
  }

  /// All jobs, the newest first.
  public static func all(_ session: any Session) throws -> [JobRecord] {
    try session.all("SELECT \(columns) FROM job ORDER BY id DESC", [], record)
  }

  /// The newest jobs below a number, the newest first.
  public static func newest(_ most: Int, before id: Int, _ session: any Session) throws -> [JobRecord] {
    try session.all(
      "SELECT \(columns) FROM job WHERE id < $1 ORDER BY id DESC LIMIT \(most)", [.integer(id)], record)
  }

  /// The jobs that are not over.
  public static func open(_ session: any Session) throws -> [JobRecord] {
    try session.all(
      "SELECT \(columns) FROM job WHERE state IN ('received', 'checking', 'checked', 'applying') ORDER BY id",
      [], record)
  }

  /// The jobs that are not over and wait for no worker: a process runs each, or was killed.
  public static func openOutsideQueue(_ session: any Session) throws -> [JobRecord] {
    try session.all(
      """
      SELECT \(columns) FROM job
      WHERE hand_in IS NULL AND state IN ('received', 'checking', 'checked', 'applying')
        AND NOT EXISTS (SELECT 1 FROM queued_job q WHERE q.job = job.id) ORDER BY id
      """, [], record)
  }

  /// Begins a job anew that failed or was cancelled.
  /// - Returns: false where it is no such job.
  public static func reopen(_ id: Int, _ session: any Session) throws -> Bool {
    try session.execute(
      """
      UPDATE job SET state = 'received', ended_at = NULL, findings = 0, summary = NULL
      WHERE id = $1 AND state IN ('failed', 'cancelled')
      """, [.integer(id)]) == 1
  }

  private static func record(_ row: any ResultRow) -> JobRecord {
    var job = JobRecord(
      kind: row.text(1), state: JobState(rawValue: row.text(2)) ?? .failed, sitting: row.integer(3),
      site: row.text(4), user: row.text(5), fileName: row.text(6), fileBytes: row.integer(7),
      fileSHA256: row.text(8), options: row.text(9), owner: row.text(10), startedAt: row.integer(11))
    job.id = row.integer(0)
    job.endedAt = row.optionalInteger(12)
    job.findings = row.integer(13)
    job.summary = row.optionalText(14)
    job.binding = row.optionalText(15)
    job.continues = row.optionalInteger(16)
    job.applies = row.optionalInteger(17)
    return job
  }
}
