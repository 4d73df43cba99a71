internal import ExamModel
internal import Storage

/// 排队情况 — where a job stands that waits for a worker, or that one works at, as `--json` shows it.
public struct QueuePlace: Sendable, Codable, Equatable {
  /// Since when it is in the queue.
  public var since: String
  /// How often it was begun.
  public var attempts: Int
  /// The worker that works at it: host, process and number; nil while it waits.
  public var worker: String?
  /// Why it broke off last; `lost` where its worker was killed or came too late.
  public var lastError: String?
  /// For one that broke off: when it is taken again at the earliest.
  public var retryAt: String?
  /// Whether somebody asked that it be stopped.
  public var stopping: Bool?
  /// Whether the same content was in the queue already, so that it was not queued once more.
  public var already: Bool?

  /// What the queue says of a job.
  init(_ job: QueuedJob) {
    since = Self.iso(job.queuedAt)
    attempts = job.attempts
    worker = job.worker
    lastError = job.lastError
    retryAt = job.worker == nil && job.attempts > 0 && job.notBefore > 0 ? Self.iso(job.notBefore) : nil
    stopping = job.isStopped ? true : nil
  }

  private static func iso(_ milliseconds: Int) -> String {
    Instant(secondsSince1970: milliseconds / 1_000).iso
  }
}
