import CZlib

/// 接缝 — makes a whole deflate stream into one that others can follow. libdeflate, which packs faster and smaller than
/// zlib, makes only whole streams: their last block says that it is the last. That mark is taken off, and an empty
/// stored block leads to a whole byte, as zlib's own flush would.
enum StreamJoint {
  /// The most bytes that a stream grows by.
  static let mostGrowth = 5

  /// Opens the end of the stream in the first `count` bytes of `stream`, behind which there is room to grow.
  /// - Returns: how many bytes the stream has then; nil where memory was short, or it is no whole stream.
  static func open(_ stream: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int? {
    guard let bits = lastBlock(of: UnsafeMutableBufferPointer(rebasing: stream[..<count])) else { return nil }
    // The first bit of a block's head says whether it is the last.
    stream[bits.lowerBound >> 3] &= ~(1 << UInt8(bits.lowerBound & 7))
    // The head of the stored block is three bits of zero: what the last byte is filled up with, and the next one's first
    // where that is not enough. Its length and the length's complement stand behind a whole byte.
    let aligned = (bits.upperBound + 3 + 7) >> 3
    for place in count..<max(count, aligned) { stream[place] = 0 }
    for (place, byte) in ([0x00, 0x00, 0xFF, 0xFF] as [UInt8]).enumerated() { stream[aligned + place] = byte }
    return aligned + 4
  }

  /// The bits of a stream's last block. Only who unpacks a stream finds where its blocks begin; that takes a fraction of
  /// the time that packing took.
  private static func lastBlock(of stream: UnsafeMutableBufferPointer<UInt8>) -> Range<Int>? {
    var inflater = z_stream()
    // Negative window bits: no zlib header around the data.
    guard inflateInit2_(&inflater, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&inflater) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { unpacked in
      inflater.next_in = stream.baseAddress
      inflater.avail_in = UInt32(stream.count)
      var start = 0
      while true {
        inflater.next_out = unpacked.baseAddress
        inflater.avail_out = UInt32(unpacked.count)
        guard inflate(&inflater, Z_BLOCK) == Z_OK else { return nil }
        // 128: it stands between two blocks; 64: behind the last one; the lowest three: the bits of the byte that are left.
        let state = Int(inflater.data_type)
        guard state & 128 != 0 else { continue }
        let place = 8 * (stream.count - Int(inflater.avail_in)) - state & 7
        if state & 64 != 0 { return start..<place }
        start = place
      }
    }
  }
}
