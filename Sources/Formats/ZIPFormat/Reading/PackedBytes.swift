import Tabular

/// 压缩数据缓冲 — an entry's packed bytes, fetched in pieces and never beyond the entry.
final class PackedBytes {
  private static let pieceSize = 1 << 17

  private let source: any ByteSource
  private let place: String
  private let buffer: UnsafeMutableRawBufferPointer
  private var fetched = 0..<0
  private var offset: Int
  private var left: Int

  init(_ entry: ZIPEntry, in source: any ByteSource, place: String) {
    self.source = source
    self.place = place
    offset = entry.dataOffset
    left = entry.compressedSize
    let size = entry.method == .stored ? 0 : min(Self.pieceSize, entry.compressedSize)
    buffer = .allocate(byteCount: size, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Whether all of the entry's bytes were taken.
  var isAtEnd: Bool { left == 0 && fetched.isEmpty }

  /// The bytes that are next; empty only at the end. Valid until the next call.
  func next() throws(FileError) -> UnsafeRawBufferPointer {
    if fetched.isEmpty, left > 0 {
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
      try read(into: piece)
      fetched = 0..<piece.count
    }
    return UnsafeRawBufferPointer(rebasing: buffer[fetched])
  }

  /// Marks bytes of `next()` as used.
  func take(_ count: Int) {
    fetched = fetched.lowerBound + count..<fetched.upperBound
  }

  /// Fetches bytes straight into the reader's own buffer.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FileError) {
    guard try source.read(at: offset, into: target) == target.count else {
      throw EntryTrouble.cutOff.error(at: place)
    }
    offset += target.count
    left -= target.count
  }
}
