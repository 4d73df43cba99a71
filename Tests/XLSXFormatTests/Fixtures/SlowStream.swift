import Tabular

/// A stream that hands out a few bytes at a time.
struct SlowStream: ByteStream {
  private var stream: SourceStream
  private let most: Int

  init(_ bytes: [UInt8], most: Int) {
    stream = SourceStream(MemorySource(bytes))
    self.most = most
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(most)))
  }
}
