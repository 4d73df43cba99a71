internal import Tabular

/// 文本窗口 — the part of a file that is decoded to UTF-8 and not yet read. It moves along the file; what is
/// wrong with the bytes ahead is kept as a fault until all text before it has been read, so that its line is
/// known.
struct TextWindow {
  /// What is wrong with the next byte.
  enum Fault {
    /// It begins no character of the encoding.
    case invalid(byte: UInt8, offset: Int)
    /// The file ends within the character that it begins.
    case incomplete(offset: Int)
  }

  /// The decoded text lies at `range` of these bytes.
  private(set) var text: [UInt8] = []
  /// Where the text that is not yet read lies.
  private(set) var range = 0..<0
  /// What is wrong with the bytes behind the text.
  private(set) var fault: Fault?
  /// Whether the file has any bytes, as far as it was read.
  private(set) var hasBytes = false

  private var stream: any ByteStream
  private let encoding: CSVEncoding
  private let table: GB18030Decoding?
  /// Bytes of the file that are not yet decoded: at most the start of one character between calls.
  private var raw: [UInt8]
  private var rawCount = 0
  private var offset = 0
  private var isAtStart = true
  private let pieceSize: Int
  private static let longestCharacter = 4
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ stream: any ByteStream, _ encoding: CSVEncoding, pieceSize: Int) throws(FileError) {
    self.stream = stream
    self.encoding = encoding
    self.pieceSize = max(1, pieceSize)
    raw = [UInt8](repeating: 0, count: self.pieceSize + Self.longestCharacter)
    table = encoding == .gb18030 ? GB18030Decoding.shared : nil
    if encoding == .gb18030, table == nil { throw Self.unknownEncoding }
  }

  static let unknownEncoding = FileError(
    .unsupported, zh: "本机的 C 库没有 GB 18030 编码表。请安装 libc 的字符集模块（gconv）。",
    en: "The C library of this machine does not know GB 18030. Install its charset modules (gconv).")

  /// Marks the text before `position` as read.
  mutating func skip(to position: Int) { range = position..<range.upperBound }

  /// Decodes more of the file behind the text that is there.
  /// - Returns: false where there is no more: at the end of the file, or before a fault.
  mutating func extend() throws(FileError) -> Bool {
    while fault == nil {
      let got = try stream.fill(&raw, from: rawCount, most: pieceSize)
      if got == 0 {
        if rawCount > 0 { fault = .incomplete(offset: offset) }
        return false
      }
      hasBytes = true
      rawCount += got
      if decode() { return true }
    }
    return false
  }

  /// Moves whole characters from `raw` to the text.
  /// - Returns: whether there was one.
  private mutating func decode() -> Bool {
    makeRoom(CSVEncoding.room(for: rawCount))
    let (rawCount, end, encoding, table) = (rawCount, range.upperBound, encoding, table)
    let done = raw.withUnsafeBytes { raw in
      text.withUnsafeMutableBytes { text in
        encoding.transcode(
          UnsafeRawBufferPointer(rebasing: raw[..<rawCount]),
          into: UnsafeMutableRawBufferPointer(rebasing: text[end...]),
          table)
      }
    }
    if done.isBroken { fault = .invalid(byte: raw[done.consumed], offset: offset + done.consumed) }
    let left = rawCount - done.consumed
    if done.consumed > 0 {
      for index in 0..<left { raw[index] = raw[done.consumed + index] }
    }
    self.rawCount = left
    offset += done.consumed
    range = range.lowerBound..<end + done.produced
    dropMark()
    return !range.isEmpty
  }

  /// The byte order mark is no part of the text. It is one character, so that it is there whole or not at
  /// all.
  private mutating func dropMark() {
    guard isAtStart, !range.isEmpty else { return }
    isAtStart = false
    if text[range].starts(with: Self.mark) { skip(to: range.lowerBound + Self.mark.count) }
  }

  /// Makes sure that `room` bytes fit behind the text; text that is read makes way first.
  private mutating func makeRoom(_ room: Int) {
    if range.lowerBound > 0 {
      if range.isEmpty {
        range = 0..<0
      } else if text.count - range.upperBound < room {
        text.replaceSubrange(0..<range.count, with: Array(text[range]))
        range = 0..<range.count
      }
    }
    let missing = room - (text.count - range.upperBound)
    if missing > 0 { text += [UInt8](repeating: 0, count: missing + range.count) }
  }
}
