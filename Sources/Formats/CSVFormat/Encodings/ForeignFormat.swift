internal import Tabular

/// 其他格式 — what people send by mistake where a CSV file is expected, known by its first bytes.
enum ForeignFormat {
  private static let signatures: [(bytes: [UInt8], name: Wording)] = [
    (Array("PK\u{3}\u{4}".utf8), Wording(zh: "ZIP 压缩包或 XLSX 工作簿", en: "a ZIP archive or an XLSX workbook")),
    (Array("PK\u{5}\u{6}".utf8), Wording(zh: "空的 ZIP 压缩包", en: "an empty ZIP archive")),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      Wording(
        zh: "旧版 Excel 工作簿（.xls）或加了密码的工作簿（OLE2）",
        en: "an old Excel workbook (.xls) or one with a password (OLE2)")
    ),
    (Array("%PDF".utf8), Wording(zh: "PDF 文件", en: "a PDF document")),
    ([0xFF, 0xD8, 0xFF], Wording(zh: "JPEG 照片", en: "a JPEG picture")),
    ([0x89, 0x50, 0x4E, 0x47], Wording(zh: "PNG 图片", en: "a PNG picture")),
    (Array("GIF8".utf8), Wording(zh: "GIF 图片", en: "a GIF picture")),
    (Array("Rar!".utf8), Wording(zh: "RAR 压缩包", en: "a RAR archive")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Wording(zh: "7z 压缩包", en: "a 7z archive")),
    ([0x1F, 0x8B, 0x08], Wording(zh: "gzip 压缩文件", en: "a gzip file")),
    (Array("SQLite format 3".utf8), Wording(zh: "SQLite 数据库", en: "an SQLite database")),
    (Array("{\\rtf".utf8), Wording(zh: "RTF 文档", en: "an RTF document")),
  ]

  /// Pages and XML, which some systems save under the names of sheets.
  private static let tags = ["<html", "<!doctype", "<?xml", "<table", "<meta", "<style"].map {
    Array($0.utf8)
  }

  /// - Throws: `.wrongKind` that says what the file is, where `head` opens another format.
  static func refuse(_ head: ArraySlice<UInt8>) throws(FileError) {
    guard let name = name(of: head) else { return }
    throw FileError(
      .wrongKind, zh: "这不是 CSV 文件，而是\(name.zh)。请另存或导出为 CSV 后再试。",
      en: "This is not a CSV file but \(name.en). Save or export it as CSV.")
  }

  private static func name(of head: ArraySlice<UInt8>) -> Wording? {
    for (bytes, name) in signatures where head.starts(with: bytes) { return name }
    if isDBF(head) { return Wording(zh: "DBF 数据表", en: "a DBF table") }
    let text = head.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    for tag in tags where text.prefix(tag.count).map({ $0 | ($0 < 0x5B && $0 > 0x40 ? 0x20 : 0) }) == tag {
      return Wording(zh: "网页（HTML）或 XML 文件", en: "a web page (HTML) or an XML file")
    }
    return nil
  }

  /// A DBF file opens with its version and a date, and says how long its header is.
  private static func isDBF(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 32 else { return false }
    let bytes = Array(head.prefix(32))
    let headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
    return [0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5].contains(bytes[0]) && (1...12).contains(bytes[2])
      && (1...31).contains(bytes[3]) && headerLength >= 65
  }
}
