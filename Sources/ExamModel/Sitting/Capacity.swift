/// 容量 — how many entries a site takes, in all and per subject (SET-03).
public struct Capacity: Sendable, Equatable, Codable {
  /// The number that stands for "no limit".
  public static let unlimited = 99_999
  /// The least total that may be set.
  public static let leastTotal = 100

  /// The most entries in all subjects together.
  public var total: Int
  /// The most entries per subject, by the subject's code; 0 where it is not offered.
  public var subjects: [String: Int]

  /// A capacity.
  public init(total: Int, subjects: [String: Int] = [:]) {
    self.total = total
    self.subjects = subjects
  }

  /// The most entries of a subject; one without a number of its own is limited by the total alone.
  public func places(for subject: String) -> Int {
    subjects[subject] ?? Self.unlimited
  }
}
