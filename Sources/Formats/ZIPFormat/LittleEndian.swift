extension RawSpan {
  /// The two bytes at `offset` as a number.
  func little16(at offset: Int) -> Int {
    Int(UInt16(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// The four bytes at `offset` as a number.
  func little32(at offset: Int) -> Int {
    Int(UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The eight bytes at `offset` as a number; nil where it is beyond any file's size.
  func little64(at offset: Int) -> Int? {
    Int(exactly: UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)))
  }
}

extension [UInt8] {
  /// Adds the lowest two bytes of a number.
  mutating func appendLittle16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Adds the lowest four bytes of a number.
  mutating func appendLittle32(_ value: Int) {
    appendLittle16(value)
    appendLittle16(value >> 16)
  }

  /// Adds the eight bytes of a number.
  mutating func appendLittle64(_ value: Int) {
    appendLittle32(value)
    appendLittle32(value >> 32)
  }
}
