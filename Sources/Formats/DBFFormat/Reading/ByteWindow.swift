internal import Tabular

/// 字节窗口 — the part of a stream that is read and not yet used.
struct ByteWindow {
  private(set) var bytes: [UInt8] = []
  /// Where the bytes that are not yet used lie.
  private(set) var range = 0..<0
  private var stream: any ByteStream
  private let pieceSize: Int

  init(_ stream: any ByteStream, pieceSize: Int) {
    self.stream = stream
    self.pieceSize = max(1, pieceSize)
  }

  /// Marks `count` bytes as used.
  mutating func skip(_ count: Int) { range = range.lowerBound + count..<range.upperBound }

  /// Reads until `count` bytes are there.
  /// - Returns: false where the stream ends before; what there is stays.
  mutating func fill(_ count: Int) throws(FileError) -> Bool {
    while range.count < count {
      makeRoom(max(pieceSize, count - range.count))
      let got = try Self.read(&stream, into: &bytes, at: range.upperBound, most: pieceSize)
      if got == 0 { return false }
      range = range.lowerBound..<range.upperBound + got
    }
    return true
  }

  private mutating func makeRoom(_ room: Int) {
    if range.lowerBound > 0, bytes.count - range.upperBound < room {
      for (to, from) in range.enumerated() { bytes[to] = bytes[from] }
      range = 0..<range.count
    }
    let missing = room - (bytes.count - range.upperBound)
    if missing > 0 { bytes += [UInt8](repeating: 0, count: missing) }
  }

  private static func read(
    _ stream: inout any ByteStream, into bytes: inout [UInt8], at start: Int, most: Int
  ) throws(FileError) -> Int {
    try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      let free = buffer[start..<min(buffer.count, start + most)]
      return try stream.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: free)))
    }
  }
}
