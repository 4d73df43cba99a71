/// UTF-8 校验 — tells how far bytes are well-formed UTF-8 (no overlong forms, no surrogates, nothing over
/// U+10FFFF).
enum UTF8Text {
  /// The length of the longest well-formed beginning of `bytes`, in whole characters.
  /// - Returns: `isBroken` says that what follows can never become UTF-8; where it is false and `valid` is
  ///   less than the count, the last character is only not yet complete.
  static func validPrefix(of bytes: UnsafeRawBufferPointer) -> (valid: Int, isBroken: Bool) {
    var position = 0
    let end = bytes.count
    while position < end {
      if end - position >= 8,
        bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
        continue
      }
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      // Nearly all Chinese characters: a lead without special cases, and two bytes that continue it.
      if lead >= 0xE1, lead <= 0xEF, lead != 0xED, end - position >= 4 {
        let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        if word & 0x00C0_C000 == 0x0080_8000 {
          position += 3
          continue
        }
      }
      let (length, second) = shape(lead)
      if length == 0 { return (position, true) }
      let available = min(length, end - position)
      if available > 1, !second.contains(bytes[position + 1]) { return (position, true) }
      if available > 2, bytes[position + 2] & 0xC0 != 0x80 { return (position, true) }
      if available > 3, bytes[position + 3] & 0xC0 != 0x80 { return (position, true) }
      if available < length { return (position, false) }
      position += length
    }
    return (position, false)
  }

  /// How long the sequence of a lead byte is (0 for none), and what its second byte may be.
  @inline(__always)
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }

  /// The UTF-8 bytes of a scalar value as one word, the first in the lowest eight bits. As no byte but that
  /// of U+0000 is zero, the word also tells the length: see `length(ofPacked:)`.
  static func packed(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x80: scalar
    case ..<0x800: (0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8
    case ..<0x10000: (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
    default:
      (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8 | (0x80 | scalar >> 6 & 0x3F) << 16
        | (0x80 | scalar & 0x3F) << 24
    }
  }

  /// How many bytes a packed character has.
  @inline(__always)
  static func length(ofPacked word: UInt32) -> Int {
    max(1, (39 - word.leadingZeroBitCount) >> 3)
  }
}
