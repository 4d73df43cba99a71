/// 工人事件 — what a worker tells of its work: numbers, kinds, sites, codes and rule IDs. Nothing in it names a person, and
/// no file name is in it either.
public enum WorkerEvent: Sendable, Equatable {
  /// 任务 — which job it is about.
  public struct Job: Sendable, Equatable {
    /// Its number.
    public var id: Int
    /// Its import kind.
    public var kind: String
    /// Its site.
    public var site: String
    /// How often it was begun, this time included.
    public var attempt: Int
  }

  /// 结局 — how a job ended.
  public struct End: Sendable, Equatable {
    /// The state of the ledger: `done`, `refused`, `failed` or `cancelled`.
    public var state: String
    /// Rows by what became of them: `read`, `created`, `updated`, `unchanged`, `skipped`, `failed`.
    public var rows: [String: Int] = [:]
    /// How many findings there are of each rule.
    public var findings: [String: Int] = [:]
    /// How long each stage took, in seconds.
    public var seconds: [ImportStage: Double] = [:]
    /// For one that failed, the code of the error: a rule, or what kind of error it was.
    public var code: String?
  }

  /// A job was taken.
  case took(Job)
  /// A job was taken whose worker was killed, or had lost its lease.
  case tookOver(Job)
  /// A job ended.
  case ended(Job, End)
  /// A job broke off and is taken again after some seconds.
  case broke(Job, code: String, retryAfter: Double)
  /// A job was given back, for the worker is to stop at once.
  case gaveBack(Job)
  /// The lease ran out before the job was done; another worker has it.
  case lostLease(Job)
  /// The store could not be reached; it is tried again.
  case storeFailed(code: String)
}

/// 工人观察者 — is told what workers do: a log, figures to be watched.
public protocol WorkerObserver: Sendable {
  /// Something happened. Called from any task; it must not wait.
  func note(_ event: WorkerEvent)
}
