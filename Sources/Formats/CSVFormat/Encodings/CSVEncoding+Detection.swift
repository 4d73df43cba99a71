public import Tabular

extension CSVEncoding {
  /// How many of the first bytes are looked at for marks, zero bytes and the signatures of other formats.
  private static let headLength = 4096

  /// So many valid multi-byte sequences before the first invalid one are no accident: text in GB 18030 breaks
  /// the rules of UTF-8 within a few characters. Such a file is damaged UTF-8.
  private static let sequencesThatProve = 16

  /// Finds the encoding of a file by its content (SCO-01); see `detect(in:)` for streams.
  public static func detect(_ source: any ByteSource) throws(FileError) -> CSVEncoding {
    var stream = SourceStream(source)
    return try detect(in: &stream)
  }

  /// Finds the encoding by the content (SCO-01), in this order: a byte order mark; the zero bytes of UTF-16;
  /// valid UTF-8 from the first byte to the last; else GB 18030. Reads as far as it must, to the end for
  /// UTF-8.
  ///
  /// A file that is UTF-8 but for its very end, or after a good many characters, is called UTF-8: it was cut
  /// off or damaged, and the reader says where, instead of showing all its names as other characters.
  /// - Throws: `.empty` where there are no bytes; `.wrongKind` where they are those of another format.
  public static func detect(in stream: inout some ByteStream) throws(FileError) -> CSVEncoding {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var count = 0
    while count < headLength {
      let got = try stream.fill(&piece, from: count)
      if got == 0 { break }
      count += got
    }
    if count == 0 {
      throw FileError(
        .empty, zh: "文件是空的，一个字节也没有。请重新导出后再试。",
        en: "The file is empty, without a single byte. Export it again.")
    }
    let head = piece[..<min(count, headLength)]
    if let encoding = marked(head) { return encoding }
    try ForeignFormat.refuse(head)
    if let encoding = utf16(head) { return encoding }
    return try utf8(&stream, piece: &piece, count: count)
  }

  private static func marked(_ head: ArraySlice<UInt8>) -> CSVEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8BOM }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    if head.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030 }
    return nil
  }

  /// UTF-16 without a mark: digits, separators and line breaks have a zero as their high byte, so that zeros
  /// abound in one half of the byte pairs. (A few in the other half are normal: 一 is U+4E00.)
  private static func utf16(_ head: ArraySlice<UInt8>) -> CSVEncoding? {
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let least = max(2, head.count / 32)
    if zeros[1] >= least, zeros[1] >= 4 * zeros[0] { return .utf16LE }
    if zeros[0] >= least, zeros[0] >= 4 * zeros[1] { return .utf16BE }
    return nil
  }

  /// Reads on to the first byte that is not UTF-8, or to the end.
  private static func utf8(
    _ stream: inout some ByteStream, piece: inout [UInt8], count first: Int
  ) throws(FileError) -> CSVEncoding {
    var count = first
    var sequences = 0
    while true {
      let (valid, isBroken) = piece.withUnsafeBytes {
        UTF8Text.validPrefix(of: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      if sequences < sequencesThatProve {
        sequences += piece[..<valid].lazy.filter { $0 >= 0xC0 }.prefix(sequencesThatProve).count
      }
      if isBroken { return sequences >= sequencesThatProve ? .utf8 : .gb18030 }
      let left = count - valid
      for index in 0..<left { piece[index] = piece[valid + index] }
      let got = try stream.fill(&piece, from: left)
      if got == 0 { return left == 0 || sequences > 0 ? .utf8 : .gb18030 }
      count = left + got
    }
  }
}

extension ByteStream {
  /// Reads once into `bytes` behind its first `start` bytes, at most `most` bytes.
  mutating func fill(_ bytes: inout [UInt8], from start: Int, most: Int = .max) throws(FileError) -> Int {
    try bytes.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      let length = min(most, buffer.count - start)
      return try read(
        into: UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[start..<start + length])))
    }
  }
}
