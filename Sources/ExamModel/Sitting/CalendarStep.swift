/// 考务工作步骤 — one step of a programme's calendar: who does what until when (WIN-08).
public struct CalendarStep: Sendable, Equatable, Codable {
  /// How a step stands for an organisation.
  public enum State: String, Sendable, Codable {
    /// It was done.
    case done
    /// It is still to be done, and its deadline is more than a day away, or it has none.
    case open
    /// Its deadline is at most 24 hours away.
    case due
    /// Its deadline is over.
    case overdue
  }

  /// What is to be done.
  public var step: String
  /// Whose task it is: names of the programme's organisation levels, or others such as candidates.
  public var responsible: [String]
  /// When it begins; nil where nothing is said.
  public var start: Instant?
  /// Until when it must be done; nil where there is no end.
  public var deadline: Instant?

  /// A step.
  public init(step: String, responsible: [String], start: Instant? = nil, deadline: Instant? = nil) {
    self.step = step
    self.responsible = responsible
    self.start = start
    self.deadline = deadline
  }

  /// How the step stands (WIN-08).
  public func state(at now: Instant, isDone: Bool) -> State {
    if isDone { return .done }
    guard let deadline else { return .open }
    if now >= deadline { return .overdue }
    return now >= deadline.adding(seconds: -86_400) ? .due : .open
  }
}
