/// UTF-16 转码 — between UTF-16 of either byte order and UTF-8.
enum UTF16Text {
  /// Turns UTF-16 into UTF-8 as far as it is whole and valid; a lone surrogate is not.
  /// - Parameter highByte: which byte of a pair is the high one: 0 or 1.
  static func transcode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, highByte: Int
  ) -> Transcoding {
    var result = Transcoding()
    func unit(_ position: Int) -> UInt32 {
      UInt32(input[position + highByte]) << 8 | UInt32(input[position + 1 - highByte])
    }
    while input.count - result.consumed >= 2 {
      var scalar = unit(result.consumed)
      var length = 2
      if scalar & 0xF800 == 0xD800 {
        if scalar >= 0xDC00 { return broken(result) }
        if input.count - result.consumed < 4 { return result }
        let low = unit(result.consumed + 2)
        if low & 0xFC00 != 0xDC00 { return broken(result) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      let word = UTF8Text.packed(scalar)
      output.storeBytes(of: word.littleEndian, toByteOffset: result.produced, as: UInt32.self)
      result.produced += UTF8Text.length(ofPacked: word)
      result.consumed += length
    }
    return result
  }

  private static func broken(_ result: Transcoding) -> Transcoding {
    var result = result
    result.isBroken = true
    return result
  }

  /// Adds a scalar to `bytes`.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8], highByteFirst: Bool) {
    for unit in UTF16.encode(scalar)! {
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes.append(highByteFirst ? high : low)
      bytes.append(highByteFirst ? low : high)
    }
  }
}
