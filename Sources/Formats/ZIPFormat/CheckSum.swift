import CDeflate

/// 校验和 — the CRC-32 that ZIP keeps of every entry, fed piece by piece.
struct CheckSum {
  private(set) var value: UInt32

  /// The sum of nothing yet, or one that is known.
  init(value: UInt32 = 0) { self.value = value }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    value = libdeflate_crc32(value, bytes.baseAddress, bytes.count)
  }
}
