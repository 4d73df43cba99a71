extension [UInt8] {
  /// The two bytes at `offset` as a number.
  func little16(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  /// The four bytes at `offset` as a number.
  func little32(at offset: Int) -> Int { little16(at: offset) | little16(at: offset + 2) << 16 }

  /// All of it as numbers of four bytes.
  var little32s: [UInt32] {
    stride(from: 0, to: count - 3, by: 4).map { UInt32(truncatingIfNeeded: little32(at: $0)) }
  }
}
