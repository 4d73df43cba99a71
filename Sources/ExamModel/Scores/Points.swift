/// 分数 — points with at most two decimals, kept as whole hundredths so that sums and comparisons are exact.
public struct Points: Hashable, Sendable {
  /// The points in hundredths: 85.5 → 8550.
  public let hundredths: Int

  /// Points from hundredths.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Whole points; nil where they are too many to be kept.
  public init?(whole: Int) {
    let (hundredths, overflow) = whole.multipliedReportingOverflow(by: 100)
    if overflow { return nil }
    self.hundredths = hundredths
  }

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
    hundredths = isNegative ? -value : value
  }

  /// Whether there are no decimals.
  public var isWhole: Bool { hundredths % 100 == 0 }
}

extension Points: Comparable {
  public static func < (first: Self, second: Self) -> Bool { first.hundredths < second.hundredths }
}

extension Points: AdditiveArithmetic {
  public static var zero: Points { Points(hundredths: 0) }
  public static func + (first: Self, second: Self) -> Self {
    Points(hundredths: first.hundredths + second.hundredths)
  }
  public static func - (first: Self, second: Self) -> Self {
    Points(hundredths: first.hundredths - second.hundredths)
  }
}

extension Points: CustomStringConvertible {
  /// The shortest text: `85`, `85.5`, `85.25`.
  public var description: String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }
}
