public import Tabular

/// 拒绝 — what was asked for is not allowed now, or not to this user; nothing was done. Not a fault of the input.
public struct Refusal: Error, Sendable, Equatable {
  /// What stands in the way.
  public enum Reason: String, Sendable {
    /// The operating window is shut or not set (WIN-03).
    case window
    /// Outside the user's organisation: answers as if it were not there (ORG-02).
    case scope
    /// The organisation takes no part in the sitting (ORG-03).
    case disabled
    /// The sitting is closed (ORG-06).
    case closed
    /// The user may look, not change.
    case viewer
    /// A setting of the site, or a step before this one.
    case precondition
    /// What was planned on is no longer so.
    case stale
  }

  /// What stands in the way.
  public let reason: Reason
  /// The rule behind it.
  public let rule: String
  /// What, why, and what to do.
  public let wording: Wording

  /// A refusal.
  public init(_ reason: Reason, rule: String, _ wording: Wording) {
    self.reason = reason
    self.rule = rule
    self.wording = wording
  }
}
