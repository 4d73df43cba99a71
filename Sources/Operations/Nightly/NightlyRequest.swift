public import Tabular

/// 夜间任务请求 — a drop folder, and how its files are taken.
public struct NightlyRequest: Sendable {
  /// The drop folder's path.
  public var inbox: String
  /// For how many seconds a file must lie unchanged before it counts as whole.
  public var settle: Double
  /// For how many seconds the night waits for a store that is out of reach for now: its server starts again, or another
  /// machine takes its place.
  public var patience = 300.0
  /// Whether records that are there already are replaced (OPS-07).
  public var overrides = false
  /// The language of reports and notes.
  public var language: Language

  /// A request.
  public init(inbox: String, settle: Double = 10, language: Language = .zh) {
    self.inbox = inbox
    self.settle = settle
    self.language = language
  }
}
