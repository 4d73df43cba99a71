/// 行政区划代码 — which six-digit region codes (GB/T 2260) were ever given out. Codes that were retired stay in the set,
/// because they stay on the cards. One bit for each of the million codes: looking one up is one read.
public struct RegionCodes: Sendable, Equatable {
  private var words = [UInt64](repeating: 0, count: 1_000_000 / 64)

  /// A set of the codes in `ranges`; what lies outside 0–999999 is left out.
  public init(_ ranges: some Sequence<ClosedRange<Int>> = []) {
    for range in ranges where range.overlaps(0...999_999) {
      for code in range.clamped(to: 0...999_999) {
        words[code >> 6] |= 1 << UInt64(code & 63)
      }
    }
  }

  /// Whether a code was ever given out.
  public func contains(_ code: Int) -> Bool {
    guard code >= 0, code < 1_000_000 else { return false }
    return words[code >> 6] & (1 << UInt64(code & 63)) != 0
  }

  /// How many codes the set holds.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
