public import ExamModel

/// 延长过的操作时间 — a window that somebody extended by hand (WIN-07).
public struct ExtendedWindow: Sendable, Equatable {
  /// The organisation's code.
  public var organisation: String
  /// Which window.
  public var kind: WindowKind
  /// When it closes since then.
  public var closes: Instant
  /// Who extended it.
  public var member: String
  /// When.
  public var at: Instant

  /// An extension.
  public init(organisation: String, kind: WindowKind, closes: Instant, member: String, at: Instant) {
    self.organisation = organisation
    self.kind = kind
    self.closes = closes
    self.member = member
    self.at = at
  }
}
