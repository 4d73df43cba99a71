/// 操作时间 — from a point in time on, up to but without another (WIN-01): `[start, end)`.
public struct Window: Sendable, Equatable, Codable {
  /// The first second in which it is open.
  public var start: Instant
  /// The first second in which it no longer is; nil where it stays open.
  public var end: Instant?

  /// A window. One whose end does not lie after its start is never open; a sitting's check says so.
  public init(start: Instant, end: Instant? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether it is open, and if not why not (WIN-03, WIN-06).
  public func state(at now: Instant) -> WindowState {
    if now < start { return .notYetOpen(opens: start) }
    if let end, now >= end { return .closed(since: end) }
    return .open
  }

  /// Whether another window lies wholly inside this one (WIN-02).
  public func contains(_ other: Window) -> Bool {
    guard other.start >= start else { return false }
    guard let end else { return true }
    return other.end.map { $0 <= end } ?? false
  }
}

/// 操作时间状态 — what the clock says about a window; a refusal names it (WIN-03).
public enum WindowState: Sendable, Equatable {
  /// No window is set, so nothing can be changed.
  case notSet
  /// It opens later.
  case notYetOpen(opens: Instant)
  /// It is open now.
  case open
  /// It is over.
  case closed(since: Instant)

  /// The state of a window that may not be set.
  public init(of window: Window?, at now: Instant) {
    self = window?.state(at: now) ?? .notSet
  }

  /// Whether changes are taken.
  public var isOpen: Bool { self == .open }
}
