public import Tabular

/// 进度 — what long work says about how far it is (OPS-06). A terminal draws a bar, a log prints a line now and then.
public protocol ProgressDisplay: Sendable {
  /// Work on a stage has come so far.
  /// - Parameters:
  ///   - done: how many of the stage's items (rows, photos, records) are done.
  ///   - total: how many there are, where that is known.
  func advance(_ stage: Wording, done: Int, of total: Int?)

  /// A stage is over.
  func finish(_ stage: Wording)
}

/// 无进度 — for callers that show nothing.
public struct NoProgress: ProgressDisplay {
  /// Shows nothing.
  public init() {}
  public func advance(_ stage: Wording, done: Int, of total: Int?) {}
  public func finish(_ stage: Wording) {}
}
