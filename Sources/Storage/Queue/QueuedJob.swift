/// 排队任务 — a job in the queue: how long it waits, and how it fared so far.
public struct QueuedJob: Sendable, Equatable {
  /// The job's number in the ledger.
  public var job: Int
  /// The import kind.
  public var kind: String
  /// The language in which it was handed in.
  public var language: String
  /// When it was queued, in milliseconds since 1970 by the database's clock.
  public var queuedAt: Int
  /// How often it was begun.
  public var attempts: Int
  /// Whether somebody asked that it be stopped.
  public var isStopped: Bool
  /// Why it broke off last; nil where it never did.
  public var lastError: String?
  /// The worker that works at it; nil while it waits.
  public var worker: String?
  /// For a job that broke off: before when it is not taken again, in milliseconds since 1970; else a moment that is over.
  public var notBefore = 0
}

/// 领取 — a job that a worker took, with the lane that it holds for that, and the token under which it commits.
public struct JobClaim: Sendable, Equatable {
  /// The job.
  public var job: Int
  /// Its import kind.
  public var kind: String
  /// The sitting's key.
  public var sitting: Int
  /// The site.
  public var site: String
  /// The language in which it was handed in.
  public var language: String
  /// Who took it.
  public var worker: String
  /// The fencing token of the lane.
  public var token: Int
  /// How often it was begun, this time included.
  public var attempts: Int
  /// Whether somebody asked that it be stopped.
  public var isStopped: Bool
  /// Why it broke off last.
  public var lastError: String?
  /// The worker that had it before and never gave it back: it was killed, or lost its lease.
  public var lostBy: String?
}
