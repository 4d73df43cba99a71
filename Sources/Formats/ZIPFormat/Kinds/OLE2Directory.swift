import Tabular

/// OLE2 目录 — the container of old Office documents, and of new ones that are protected by a password. Only
/// the names of its streams are looked at, as far as they tell which of the two it is.
enum OLE2Directory {
  private static let nameSize = 64
  private static let entrySize = 128
  /// The directory's first sectors; the streams that matter are created first.
  private static let bytesLookedAt = 4096

  static func kind(of source: any ByteSource) throws(FileError) -> FileKind {
    let header = try source.bytes(in: 0..<512)
    guard header.count == 512 else { return .ole2 }
    let shift = header.span.bytes.little16(at: 30)
    guard shift == 9 || shift == 12 else { return .ole2 }
    let start = (header.span.bytes.little32(at: 48) + 1) << shift
    let directory = try source.bytes(in: start..<start + bytesLookedAt)
    for offset in stride(from: 0, through: directory.count - entrySize, by: entrySize) {
      switch name(directory[offset..<offset + nameSize]) {
      case "EncryptedPackage", "EncryptionInfo": return .encryptedOffice
      case "Workbook", "Book": return .oldWorkbook
      default: continue
      }
    }
    return .ole2
  }

  /// A stream's name, UTF-16 up to the first zero; only names in ASCII are of interest.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let letters = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { bytes[$0] }
    return String(decoding: letters.prefix { $0 != 0 }, as: UTF8.self)
  }
}
