import Tabular

/// UTF-16 转码流 — bytes of UTF-16 as UTF-8, for the rare part that is written so.
struct UTF16Stream: ByteStream {
  private var rest: any ByteStream
  private let isBigEndian: Bool
  private let part: String
  private var input: [UInt8]
  private var isDrained = false
  /// UTF-8 that did not fit the caller's buffer.
  private var output: [UInt8] = []
  private var given = 0

  /// A stream over `first` and what follows it in `rest`.
  init(after first: [UInt8], _ rest: any ByteStream, isBigEndian: Bool, part: String) {
    self.rest = rest
    self.isBigEndian = isBigEndian
    self.part = part
    input = first
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while given == output.count {
      if isDrained, input.isEmpty { return 0 }
      try readOn()
      try transcode()
    }
    let count = min(buffer.count, output.count - given)
    buffer.copyBytes(from: output[given..<given + count])
    given += count
    return count
  }

  private mutating func readOn() throws(FileError) {
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    let got = try piece.withUnsafeMutableBufferPointer { bytes throws(FileError) in
      try rest.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    isDrained = got == 0
    input.append(contentsOf: piece[..<got])
  }

  /// Turns the whole characters of the input into UTF-8; half a character waits for the next piece.
  private mutating func transcode() throws(FileError) {
    output.removeAll(keepingCapacity: true)
    given = 0
    var index = 0
    while index + 1 < input.count {
      let unit = self.unit(at: index)
      if unit & 0xf800 != 0xd800 {
        append(UInt32(unit))
        index += 2
        continue
      }
      guard index + 3 < input.count else { break }
      let low = self.unit(at: index + 2)
      guard unit & 0xfc00 == 0xd800, low & 0xfc00 == 0xdc00 else { throw broken() }
      append(0x10000 + (UInt32(unit & 0x3ff) << 10) + UInt32(low & 0x3ff))
      index += 4
    }
    input.removeFirst(index)
    if isDrained, !input.isEmpty { throw broken() }
  }

  private func unit(at index: Int) -> UInt16 {
    let first = UInt16(input[index])
    let second = UInt16(input[index + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private mutating func append(_ code: UInt32) {
    guard let scalar = Unicode.Scalar(code) else { return }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func broken() -> FileError {
    .partMalformed(part, zh: "UTF-16 编码有错", en: "the UTF-16 is broken")
  }
}
