import Tabular

/// 文字形式 — how the workbook's version keeps texts.
enum TextForm {
  /// Excel 97 and later: UTF-16, or only the low bytes of it.
  case unicode
  /// Excel 5 and 95: bytes of a code page.
  case bytes(CodePage)
}

extension RecordReader {
  /// The most characters of any text, as a spreadsheet counts them (UTF-16 units).
  static let mostCharacters = 32_767

  /// Adds a text as UTF-8, its formatting left out.
  /// - Parameter countBytes: how many bytes the count of characters has: two in cells, one in names.
  mutating func text(
    _ form: TextForm, countBytes: Int = 2, units: inout [UInt16], into bytes: inout [UInt8]
  ) throws(FileError) {
    let count = countBytes == 1 ? try uint8() : try uint16()
    guard count <= Self.mostCharacters else { throw tooLong }
    switch form {
    case .bytes(let page):
      guard page.append(try self.bytes(count), to: &bytes) else { throw unknownCharacters }
    case .unicode:
      let flags = try uint8()
      let runs = flags & 8 == 0 ? 0 : try uint16()
      let extra = flags & 4 == 0 ? 0 : try uint32()
      units.removeAll(keepingCapacity: true)
      try characters(count, isWide: flags & 1 == 1, into: &units)
      try skip(4 * runs + extra)
      Self.append(units, to: &bytes)
    }
  }

  /// Adds UTF-16 as UTF-8; half a character alone becomes U+FFFD.
  private static func append(_ units: [UInt16], to bytes: inout [UInt8]) {
    // Transcoding cannot fail: what is malformed is replaced.
    _ = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) { bytes.append($0) }
  }

  private var tooLong: FileError {
    FileError(
      .tooLarge, at: place, zh: "文字超过 \(Self.mostCharacters) 个字符。请删短后再上传。",
      en: "A text has over \(Self.mostCharacters) characters. Shorten it and upload again.")
  }

  private var unknownCharacters: FileError {
    FileError(
      .unsupported, at: place, zh: "文字的编码（代码页）不能识别。请用 Excel 或 WPS 打开后另存为 .xlsx。",
      en: "The text is in a code page that is not read. Open it in Excel or WPS and save it as .xlsx.")
  }
}
