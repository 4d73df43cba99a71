/// 百分之一 — a number with at most two decimals, kept as whole hundredths so that sums and comparisons are exact: points
/// of a paper, money in yuan as fen.
public struct Hundredths: Hashable, Sendable {
  /// The number in hundredths: 85.5 → 8550.
  public let value: Int

  /// A number from hundredths.
  public init(value: Int) { self.value = value }

  /// Reads `85`, `85.5`, `085.50`, `-1`; nil for anything else, for more than two decimals and over nine digits.
  public init?(_ text: String) {
    let bytes = text.utf8.span
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    var value = 0
    var digits = 0
    var decimals: Int?
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "."), decimals == nil, digits > 0 {
        decimals = 0
      } else {
        let digit = bytes[place] &- UInt8(ascii: "0")
        guard digit <= 9, digits < 9, decimals ?? 0 < 2 else { return nil }
        value = value * 10 + Int(digit)
        digits += 1
        decimals = decimals.map { $0 + 1 }
      }
      place += 1
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<2 { value *= 10 }
    self.value = isNegative ? -value : value
  }

  /// Whether there are no decimals.
  public var isWhole: Bool { value % 100 == 0 }
}

extension Hundredths: Comparable {
  public static func < (first: Self, second: Self) -> Bool { first.value < second.value }
}

extension Hundredths: AdditiveArithmetic {
  public static var zero: Hundredths { Hundredths(value: 0) }
  public static func + (first: Self, second: Self) -> Self { Hundredths(value: first.value + second.value) }
  public static func - (first: Self, second: Self) -> Self { Hundredths(value: first.value - second.value) }
}

extension Hundredths: CustomStringConvertible {
  /// The shortest text: `85`, `85.5`, `85.25`.
  public var description: String {
    let sign = value < 0 ? "-" : ""
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }
}
