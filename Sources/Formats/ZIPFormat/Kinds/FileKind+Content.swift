public import Tabular

extension FileKind {
  /// How many of a file's first bytes are looked at.
  static let bytesNeeded = 4096

  /// Tells what a source is.
  public static func of(_ source: any ByteSource) throws(FileError) -> FileKind {
    let kind = of(first: try source.bytes(in: 0..<bytesNeeded))
    return kind == .ole2 ? try OLE2Directory.kind(of: source) : kind
  }

  /// Tells what a file is by its first bytes; a few thousand are looked at, more do no harm. The kinds of old
  /// Office documents are told apart only by `of(_:)`, which may look further into the file.
  public static func of(first bytes: [UInt8]) -> FileKind {
    if bytes.isEmpty { return .empty }
    for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
    if looksLikeDBF(bytes) { return .dbf }
    if looksLikeBMP(bytes) { return .bmp }
    return looksLikeText(bytes) ? .text : .unknown
  }

  private static let signatures: [([UInt8], FileKind)] = [
    ([0x50, 0x4b, 0x03, 0x04], .zip),
    ([0x50, 0x4b, 0x05, 0x06], .zip),
    ([0x50, 0x4b, 0x07, 0x08], .zip),
    (Array("Rar!\u{1a}\u{07}".utf8), .rar),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
    ([0x1f, 0x8b, 0x08], .gzip),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], .ole2),
    ([0xff, 0xd8, 0xff], .jpeg),
    ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], .png),
    (Array("GIF8".utf8), .gif),
    (Array("%PDF-".utf8), .pdf),
    (Array("MZ".utf8) + [0x90, 0x00], .program),
    ([0x7f, 0x45, 0x4c, 0x46], .program),
  ]

  /// A table's first byte is its version, then the date of the last change, and the header says its own
  /// length: 32 bytes a field, one more to close, and in Visual FoxPro a fixed block behind.
  private static func looksLikeDBF(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 32, [0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5].contains(bytes[0]) else {
      return false
    }
    let headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
    let recordLength = Int(bytes[10]) | Int(bytes[11]) << 8
    return bytes[2] <= 12 && bytes[3] <= 31 && headerLength >= 33 && recordLength >= 1
  }

  /// A bitmap opens with two letters that words open with too; four reserved bytes behind the size are zero.
  private static func looksLikeBMP(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 14 && bytes.starts(with: "BM".utf8) && bytes[6..<10].allSatisfy { $0 == 0 }
  }

  /// Text has no control characters but tabs, line ends and page breaks; UTF-16 shows by its mark.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return true }
    return bytes.prefix(bytesNeeded).allSatisfy { $0 >= 0x20 && $0 != 0x7f || (0x09...0x0d).contains($0) }
  }
}
