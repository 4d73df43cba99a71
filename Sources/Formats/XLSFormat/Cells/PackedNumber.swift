/// 压缩数字 — a number in four bytes: the upper half of a double, or a whole number of 30 bits, perhaps a hundred times
/// too large.
enum PackedNumber {
  static func value(_ packed: Int) -> Double {
    let bits = UInt32(truncatingIfNeeded: packed)
    let isHundredfold = bits & 1 == 1
    let isWhole = bits & 2 == 2
    let value =
      isWhole
      ? Double(Int32(bitPattern: bits) >> 2)
      : Double(bitPattern: UInt64(bits & ~3) << 32)
    return isHundredfold ? value / 100 : value
  }
}
