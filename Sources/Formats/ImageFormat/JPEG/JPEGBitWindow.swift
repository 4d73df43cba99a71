/// 位窗 — the next bits of coded data, held in one register: what a look tells is passed by a shift, so that the next look
/// need not wait for memory.
struct JPEGBitWindow {
  /// The next bits, from the highest down. Behind those that are held lie others of the data already, or zeros.
  private var bits: UInt64 = 0
  /// How many bits are held for sure.
  private var held = 0
  /// Where the first byte lies that is not wholly held.
  private var next: UnsafeRawPointer
  private let start: UnsafeRawPointer

  /// After `fill()` so many bits are held at least.
  static let least = 56

  /// A window on the first bits of data, which must be readable for eight bytes behind the last one asked for.
  init(on data: UnsafeRawPointer) {
    start = data
    next = data
  }

  /// How many bits were passed.
  @inline(__always) var place: Int { (next - start) * 8 - held }

  /// Takes in as many whole bytes as there is room for.
  @inline(__always)
  mutating func fill() {
    bits |= UInt64(bigEndian: next.loadUnaligned(as: UInt64.self)) &>> UInt64(truncatingIfNeeded: held)
    next += (63 &- held) &>> 3
    held |= Self.least
  }

  /// The next `count` bits as a number.
  @inline(__always)
  func look(_ count: Int) -> Int { Int(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: 64 &- count)) }

  /// Goes on by `count` bits, which must be held.
  @inline(__always)
  mutating func pass(_ count: Int) {
    bits = bits &<< UInt64(truncatingIfNeeded: count)
    held &-= count
  }
}
