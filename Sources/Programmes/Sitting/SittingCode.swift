/// 考次代码 — `<programme>-<number>`: `ncre-58`.
public struct SittingCode: Sendable, Equatable {
  /// The numbers there are: a ticket number has two digits for them.
  public static let numbers = 1...99

  /// The programme's id.
  public let programme: String
  /// The sitting's number.
  public let number: Int

  /// Reads a code; nil for what is none.
  public init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let number = Int(text[text.index(after: dash)...]),
      Self.numbers.contains(number)
    else { return nil }
    programme = String(text[..<dash])
    self.number = number
    guard !programme.isEmpty, self.text == text else { return nil }
  }

  /// The code as people write it.
  public var text: String { "\(programme)-\(number)" }
}
