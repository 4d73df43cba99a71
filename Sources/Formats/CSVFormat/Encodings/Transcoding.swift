/// 转码结果 — how far a piece of a file was turned into UTF-8.
struct Transcoding {
  /// The bytes read, whole characters only.
  var consumed = 0
  /// The bytes of UTF-8 written.
  var produced = 0
  /// Whether what follows `consumed` can never become a character; where it is false and bytes are left, the
  /// last character is only not yet complete.
  var isBroken = false
}

extension CSVEncoding {
  /// How many bytes of UTF-8 `count` bytes can become, with room for storing whole words behind the last.
  static func room(for count: Int) -> Int { 3 * count + 8 }

  /// Turns bytes of this encoding into UTF-8 as far as they are whole, valid characters.
  /// - Parameter output: has at least `room(for: input.count)` bytes.
  func transcode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, _ table: GB18030Decoding?
  ) -> Transcoding {
    switch self {
    case .utf8, .utf8BOM:
      let (valid, isBroken) = UTF8Text.validPrefix(of: input)
      output.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<valid]))
      return Transcoding(consumed: valid, produced: valid, isBroken: isBroken)
    case .utf16LE: return UTF16Text.transcode(input, into: output, highByte: 1)
    case .utf16BE: return UTF16Text.transcode(input, into: output, highByte: 0)
    case .gb18030: return table?.transcode(input, into: output) ?? Transcoding(isBroken: true)
    }
  }
}
