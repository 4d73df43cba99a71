public import ExamModel
internal import Storage

/// 任务条目 — a job as the ledger lists it: its result, who ran it, and when.
public struct JobItem: Sendable, Encodable {
  /// The stored result, without its findings.
  public var result: ImportResult
  /// Who ran it.
  public var user: String
  /// When it began.
  public var startedAt: Instant
  /// When it ended; nil while it runs.
  public var endedAt: Instant?

  init(_ job: JobRecord, _ result: ImportResult) {
    self.result = result
    user = job.user
    startedAt = Instant(secondsSince1970: job.startedAt)
    endedAt = job.endedAt.map(Instant.init(secondsSince1970:))
  }

  private enum Key: String, CodingKey {
    case user, startedAt, endedAt
  }

  /// The keys of the result, and beside them those of the ledger.
  public func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(user, forKey: .user)
    try container.encode(startedAt.iso, forKey: .startedAt)
    try container.encodeIfPresent(endedAt?.iso, forKey: .endedAt)
  }
}
