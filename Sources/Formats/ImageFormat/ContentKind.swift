/// 内容种类 — what the first bytes of a file say that it is, whatever its name says.
public enum ContentKind: String, Sendable, CaseIterable {
  case jpeg = "JPEG"
  case png = "PNG"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case webp = "WebP"
  /// HEIC, HEIF or AVIF: what telephones store.
  case heic = "HEIC"
  case pdf = "PDF"
  case zip = "ZIP"
  case rar = "RAR"
  case sevenZip = "7z"
  /// The container of old .doc and .xls files.
  case ole2 = "OLE2"
  case text = "TXT"
  case empty = "EMPTY"
  case unknown = "?"

  private static let signatures: [(ContentKind, [UInt8], offset: Int)] = [
    (.jpeg, [0xFF, 0xD8], 0),
    (.png, [0x89, 0x50, 0x4E, 0x47], 0),
    (.gif, Array("GIF8".utf8), 0),
    (.bmp, Array("BM".utf8), 0),
    (.tiff, [0x49, 0x49, 0x2A, 0x00], 0),
    (.tiff, [0x4D, 0x4D, 0x00, 0x2A], 0),
    (.webp, Array("WEBP".utf8), 8),
    (.heic, Array("ftyp".utf8), 4),
    (.pdf, Array("%PDF".utf8), 0),
    (.zip, [0x50, 0x4B, 0x03, 0x04], 0),
    (.zip, [0x50, 0x4B, 0x05, 0x06], 0),
    (.rar, Array("Rar!".utf8), 0),
    (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF], 0),
    (.ole2, [0xD0, 0xCF, 0x11, 0xE0], 0),
  ]

  /// The kind of some contents; the first 512 bytes are enough.
  public init(of bytes: [UInt8]) {
    let match = Self.signatures.first { _, signature, offset in
      bytes.dropFirst(offset).starts(with: signature)
    }
    if bytes.isEmpty {
      self = .empty
    } else if let match {
      self = match.0
    } else {
      self = Self.looksLikeText(bytes.prefix(512)) ? .text : .unknown
    }
  }

  /// Text has no control characters but tabs and line ends; bytes from 0x80 may be any Chinese encoding.
  private static func looksLikeText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
