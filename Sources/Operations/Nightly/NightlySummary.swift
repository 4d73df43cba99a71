public import Imports

/// 夜间任务结果 — what became of every file of a drop folder; what `kaowu nightly --json` prints.
public struct NightlySummary: Sendable, Encodable {
  /// 已取 — a file whose content is in the store and which lies in `done`.
  public struct Done: Sendable, Encodable {
    /// The file's name in the drop folder.
    public var file: String
    /// Where it lies now, seen from the drop folder; nil where it could not be moved.
    public var movedTo: String?
    public var kind: String
    public var sitting: String
    public var site: String
    /// The job that took the content.
    public var job: String
    public var rows: RowCounts
    /// Whether the content had been taken before, so that nothing was taken of this file.
    public var alreadyTaken = false
    /// The report's workbook.
    public var report: String?
    /// What is to be known besides.
    public var note: String?
  }

  /// 未取 — a file of which nothing was taken and which lies in `failed`.
  public struct Failed: Sendable, Encodable {
    /// The file's name in the drop folder.
    public var file: String
    /// Where it lies now, seen from the drop folder; nil where it could not be moved.
    public var movedTo: String?
    /// What is wrong and what to do, in one line.
    public var reason: String
    /// The rule behind it, where there is one.
    public var rule: String?
    public var kind: String?
    public var sitting: String?
    public var site: String?
    public var job: String?
    public var findingsTotal = 0
    /// The report's workbook.
    public var report: String?
  }

  /// 等待 — a file that was left where it is, and why.
  public struct Left: Sendable, Encodable {
    public var file: String
    public var reason: String
  }

  /// The drop folder.
  public var inbox: String
  public var startedAt: String
  public var endedAt = ""
  /// How many files were taken into the store.
  public var taken: Int { done.count { !$0.alreadyTaken } }
  public var done: [Done] = []
  public var failed: [Failed] = []
  /// Files that are not whole yet, or whose turn comes later.
  public var waiting: [Left] = []
  /// Files that went away before they were taken.
  public var vanished: [String] = []
  /// Folders, links, pipes and devices, which are never followed.
  public var ignored: [Left] = []
  /// Whether it was asked to stop.
  public var isStopped = false
  /// Why it ended before its end: the store or the disk.
  public var error: String?
  /// The error behind `error`.
  public var cause: (any Error)?

  private enum Key: String, CodingKey {
    case inbox, startedAt, endedAt, taken, done, failed, waiting, vanished, ignored, stopped, error
  }

  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(inbox, forKey: .inbox)
    try object.encode(startedAt, forKey: .startedAt)
    try object.encode(endedAt, forKey: .endedAt)
    try object.encode(taken, forKey: .taken)
    try object.encode(done, forKey: .done)
    try object.encode(failed, forKey: .failed)
    try object.encode(waiting, forKey: .waiting)
    try object.encode(vanished, forKey: .vanished)
    try object.encode(ignored, forKey: .ignored)
    try object.encode(isStopped, forKey: .stopped)
    try object.encodeIfPresent(error, forKey: .error)
  }

  /// Whether there is anything to tell of.
  public var isEmpty: Bool { done.isEmpty && failed.isEmpty && error == nil }

  /// Takes the files of a later look; what waits is what waits now.
  mutating func add(_ later: NightlySummary) {
    endedAt = later.endedAt
    done += later.done
    failed += later.failed
    vanished += later.vanished
    (waiting, ignored) = (later.waiting, later.ignored)
    (isStopped, error, cause) = (later.isStopped, later.error, later.cause)
  }
}
