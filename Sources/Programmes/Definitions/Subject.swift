/// 科目 — one subject and the sittings in which it is examined.
public struct Subject: Sendable, Equatable {
  /// The code: `14`.
  public var code: String
  /// The name.
  public var name: String
  /// The level: `1`.
  public var level: String
  /// How long the exam takes, in minutes.
  public var minutes: Int
  /// The first sitting that examines it; nil for "from the beginning".
  public var firstSitting: Int?
  /// The last sitting that examines it; nil for "until further notice".
  public var lastSitting: Int?
  /// Other names that are understood.
  public var aliases: [String]

  /// A subject.
  public init(
    code: String, name: String, level: String, minutes: Int, firstSitting: Int? = nil,
    lastSitting: Int? = nil,
    aliases: [String] = []
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.minutes = minutes
    self.firstSitting = firstSitting
    self.lastSitting = lastSitting
    self.aliases = aliases
  }

  /// Whether a sitting examines it.
  public func isExamined(inSitting sitting: Int) -> Bool {
    sitting >= firstSitting ?? .min && sitting <= lastSitting ?? .max
  }
}
