/// 霍夫曼表 — one of a JPEG's code tables, made for going over coded data rather than for decoding it: what matters of a
/// code is how many bits it takes with the number that follows it, and how many coefficients it stands for.
final class JPEGHuffmanTable {
  /// A look at so many bits tells most codes.
  static let lookBits = 10

  /// 一步 — what a look at the next bits tells: how many of them are passed, and over how many coefficients.
  struct Step {
    private let value: UInt32

    /// A look that tells nothing: a longer code, or none.
    static let unknown = Step(value: 1 << 17)

    private init(value: UInt32) { self.value = value }

    init(bits: Int, coefficients: Int, endsBlock: Bool) {
      value = UInt32(bits) | UInt32(coefficients) << 8 | (endsBlock ? 1 << 16 : 0)
    }

    @inline(__always) var bits: Int { Int(value & 0xFF) }
    /// The end of a block counts as one, since there must be room for it.
    @inline(__always) var coefficients: Int { Int(value >> 8 & 0xFF) }
    @inline(__always) var endsBlock: Bool { value & 1 << 16 != 0 }
    @inline(__always) var isKnown: Bool { value & 0xFF != 0 }
    /// How many coefficients it goes on by; more than any block has where it tells nothing, or ends the block.
    @inline(__always) var reach: Int { Int(value >> 8) }
  }

  /// By the next bits: the code that they begin with. Looked at some ten thousand times a picture, so without counting
  /// who does; the table must outlive it.
  let single = UnsafeMutablePointer<Step>.allocate(capacity: 1 << lookBits)
  /// By the next bits: all codes that lie in them, up to the end of the block.
  let several = UnsafeMutablePointer<Step>.allocate(capacity: 1 << lookBits)
  /// For each length of codes from 1: the first code behind those of that length, moved up to 16 bits.
  private var ends = [UInt32](repeating: 0, count: 17)
  /// For each length: what to add to a code for its place among the symbols.
  private var offsets = [Int](repeating: 0, count: 17)
  private var symbols: [UInt8] = []
  private let isDC: Bool

  /// A table of a DHT segment: 16 counts of codes by their length, and the symbols in the order of their codes.
  /// - Returns: nil for one that is wrong, or has more than pictures of 8 bits need.
  init?(_ payload: ArraySlice<UInt8>, isDC: Bool) {
    self.isDC = isDC
    for look in 0..<1 << Self.lookBits {
      single[look] = .unknown
      several[look] = .unknown
    }
    guard payload.count > 16 else { return nil }
    let counts = payload.prefix(16).map(Int.init)
    symbols = Array(payload.dropFirst(16))
    guard symbols.count == counts.reduce(0, +), symbols.count <= 256 else { return nil }
    // A difference has at most 11 bits, a coefficient 10.
    guard symbols.allSatisfy({ isDC ? $0 <= 11 : $0 & 15 <= 10 }) else { return nil }
    var (code, place) = (0, 0)
    for length in 1...16 {
      offsets[length] = place - code
      code += counts[length - 1]
      place += counts[length - 1]
      // The code of ones alone is never given out.
      guard code < 1 << length else { return nil }
      ends[length] = UInt32(code) << UInt32(16 - length)
      code <<= 1
    }
    for look in 0..<1 << Self.lookBits { single[look] = step(UInt32(look) << 6, within: Self.lookBits) }
    if !isDC { for look in 0..<1 << Self.lookBits { several[look] = steps(look) } }
  }

  deinit {
    single.deallocate()
    several.deallocate()
  }

  /// The code that the next 16 bits begin with.
  func step(_ bits: UInt32) -> Step { step(bits, within: 16) }

  private func step(_ bits: UInt32, within most: Int) -> Step {
    var length = 1
    while length <= most, bits >= ends[length] { length += 1 }
    guard length <= most else { return .unknown }
    let symbol = symbols[Int(bits >> UInt32(16 - length)) + offsets[length]]
    let size = Int(symbol & 15)
    if isDC { return Step(bits: length + size, coefficients: 1, endsBlock: false) }
    let run = Int(symbol >> 4)
    // No number follows the end of a block, or a run of 16 zeros.
    if size == 0, run != 15 { return Step(bits: length, coefficients: 1, endsBlock: true) }
    return Step(bits: length + size, coefficients: run + 1, endsBlock: false)
  }

  /// As many codes as begin and are told within the look. The number behind the last may reach beyond it: it is passed
  /// over, whatever it is.
  private func steps(_ look: Int) -> Step {
    var (bits, coefficients) = (0, 0)
    while bits < Self.lookBits {
      let rest = UInt32((look << (16 - Self.lookBits + bits)) & 0xFFFF)
      let step = step(rest, within: Self.lookBits - bits)
      guard step.isKnown, coefficients + step.coefficients <= 64 else { break }
      bits += step.bits
      coefficients += step.coefficients
      if step.endsBlock { return Step(bits: bits, coefficients: coefficients, endsBlock: true) }
    }
    return bits == 0 ? .unknown : Step(bits: bits, coefficients: coefficients, endsBlock: false)
  }
}
