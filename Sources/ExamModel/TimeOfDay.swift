/// 时刻 — a time of day in whole minutes since midnight, as rooms' batches have it.
public struct TimeOfDay: Hashable, Sendable {
  /// Minutes since midnight, 0–1 440 (24:00 is the end of the day).
  public let minutes: Int

  /// A time of day; nil outside the day.
  public init?(minutes: Int) {
    guard (0...1_440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `8:30`, `08:30`, `08：30` or `08:30:00`; seconds other than 0 are nil, for no batch begins on one.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { $0 &- 0x30 <= 9 } ? Int(part) : nil }
    guard numbers.count == parts.count, numbers[1] < 60, numbers.count == 2 || numbers[2] == 0 else {
      return nil
    }
    self.init(minutes: numbers[0] * 60 + numbers[1])
  }

  /// `08:30`
  public var text: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
