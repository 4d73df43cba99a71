/// PNG 结构 — a whole PNG, taken apart into its chunks.
struct PNGStructure: Sendable {
  /// The eight bytes that every PNG begins with; they break where a file was sent as text.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// One chunk.
  struct Chunk: Sendable {
    /// Its four letters.
    var type: String
    /// The data, without length, type and check sum.
    var data: Range<Int>

    /// All of it: length, type, data, check sum.
    var whole: Range<Int> { data.lowerBound - 8..<data.upperBound + 4 }
  }

  var header: PNGHeader
  /// All chunks from header to end.
  var chunks: [Chunk]
  var orientation: Int

  /// The picture's description for `byteCount` bytes of file.
  func info(byteCount: Int) -> ImageInfo {
    ImageInfo(
      format: .png, width: header.width, height: header.height, byteCount: byteCount,
      components: header.colour.samples, orientation: orientation, isProgressive: header.isInterlaced,
      scans: 1)
  }
}
