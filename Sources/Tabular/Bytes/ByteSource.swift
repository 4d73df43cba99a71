/// 字节源 — bytes that can be read at any place: a file, or a piece of memory.
public protocol ByteSource: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// Fills `buffer` with the bytes from `offset` on.
  /// - Returns: how many bytes were read: as many as the buffer holds, fewer only at the end of the source.
  /// - Throws: a `FileError` where the disk fails.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int
}

extension ByteSource {
  /// The bytes of a range, clipped to the source.
  public func bytes(in range: Range<Int>) throws(FileError) -> [UInt8] {
    let clipped = range.clamped(to: 0..<count)
    var bytes = [UInt8](repeating: 0, count: clipped.count)
    let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try read(at: clipped.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.removeLast(bytes.count - got)
    return bytes
  }
}

/// 内存字节源 — bytes that are already in memory.
public struct MemorySource: ByteSource {
  /// The bytes.
  public let bytes: [UInt8]

  /// A source over `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var count: Int { bytes.count }

  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    guard offset < bytes.count else { return 0 }
    let length = min(buffer.count, bytes.count - offset)
    bytes.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + length]))
    }
    return length
  }
}

/// 字节流 — bytes that come one after the other, such as an entry of a ZIP that is unpacked while it is read.
public protocol ByteStream {
  /// Reads the next bytes into `buffer`.
  /// - Returns: how many; 0 only at the end (or for an empty buffer).
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int
}

/// 顺序字节流 — a source read from its first byte to its last.
public struct SourceStream: ByteStream {
  private let source: any ByteSource
  private var offset = 0

  /// A stream over all of `source`.
  public init(_ source: any ByteSource) { self.source = source }

  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let got = try source.read(at: offset, into: buffer)
    offset += got
    return got
  }
}

extension ByteStream {
  /// All the bytes that are left.
  public mutating func readAll() throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try piece.withUnsafeMutableBufferPointer { buffer throws(FileError) in
        try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if got == 0 { return all }
      all.append(contentsOf: piece[..<got])
    }
  }
}

extension ByteStream {
  /// Hands on all the bytes that are left.
  public consuming func copyAll(to sink: any ByteSink) throws(FileError) {
    var (stream, sink) = (self, sink)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try piece.withUnsafeMutableBufferPointer { buffer throws(FileError) in
        try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if got == 0 { return }
      try piece.withUnsafeBufferPointer { buffer throws(FileError) in
        try sink.write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<got]))
      }
    }
  }
}

/// 字节去向 — takes bytes one after the other: a file that is being written, an entry of a ZIP, memory.
public protocol ByteSink {
  /// Takes all of `bytes`.
  /// - Throws: a `FileError` with code `.disk` where they cannot be written.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError)
}

extension ByteSink {
  /// Takes all of `bytes`.
  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { buffer throws(FileError) in try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Takes the UTF-8 bytes of `text`.
  public mutating func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }
}

/// 内存去向 — collects bytes in memory.
public struct MemorySink: ByteSink {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    self.bytes.append(contentsOf: bytes)
  }
}
