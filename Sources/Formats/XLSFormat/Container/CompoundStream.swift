import Tabular

/// 复合文件流 — one stream of a container as bytes that can be read at any place, wherever its sectors lie.
struct CompoundStream: ByteSource {
  /// The container's file, or the stream that holds its small sectors.
  let source: any ByteSource
  /// Where sector 0 begins in the source.
  let origin: Int
  let shift: Int
  /// The sectors in the order of the stream.
  let sectors: [UInt32]
  let count: Int

  /// The most sectors that are read as one piece: enough for any window, and no chain is walked to its end for one.
  private static let longestRun = 256

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let end = min(count, offset + buffer.count)
    var position = offset
    while position < end {
      let length = min(runLength(at: position), end - position)
      let piece = UnsafeMutableRawBufferPointer(
        rebasing: buffer[position - offset..<position - offset + length])
      let got = try source.read(at: place(of: position), into: piece)
      position += got
      if got < length { break }
    }
    return max(0, position - offset)
  }

  /// Where in the source the stream's last byte ends, or that of a sector before it where that lies further on.
  var endInSource: Int {
    guard let last = sectors.last else { return 0 }
    let lastBytes = count - (sectors.count - 1) << shift
    let whole = sectors.dropLast().max().map { origin + (Int($0) + 1) << shift } ?? 0
    return max(whole, origin + Int(last) << shift + lastBytes)
  }

  private func place(of position: Int) -> Int {
    origin + Int(sectors[position >> shift]) << shift + position & (1 << shift - 1)
  }

  /// How many bytes from `position` on lie in one piece of the source.
  private func runLength(at position: Int) -> Int {
    var index = position >> shift
    let first = index
    while index + 1 < sectors.count, index - first < Self.longestRun, sectors[index + 1] == sectors[index] + 1
    { index += 1 }
    return (index + 1) << shift - position
  }
}
