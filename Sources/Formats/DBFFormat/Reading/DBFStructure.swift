internal import Tabular

/// DBF 结构 — what a DBF header says, checked: no number in it is believed before it agrees with the others.
struct DBFStructure {
  /// A column and where its bytes lie in a record.
  struct Field {
    var column: DBFColumn
    var offset: Int
  }

  let version: UInt8
  let languageDriver: UInt8
  let recordCount: Int
  let headerLength: Int
  let recordLength: Int
  private(set) var fields: [Field] = []

  /// dBASE III without and with memos, dBASE IV and FoxPro 2 with memos, Visual FoxPro.
  private static let versions: Set<UInt8> = [0x03, 0x83, 0x8B, 0xF5, 0x30, 0x31, 0x32]
  /// Code page 936 by its two numbers; and those that programs write without meaning them: none, and Latin.
  private static let drivers: Set<UInt8> = [0x4D, 0x7A, 0x00, 0x01, 0x02, 0x03, 0x57]
  private static let mostFields = 512

  /// Reads the first 32 bytes.
  init(start bytes: ArraySlice<UInt8>) throws(FileError) {
    let bytes = Array(bytes)
    guard let first = bytes.first else {
      throw FileError(
        .empty, zh: "文件是空的，一个字节也没有。请重新导出后再试。",
        en: "The file is empty, without a single byte. Export it again.")
    }
    guard Self.versions.contains(first) else {
      throw FileError(
        .wrongKind, zh: "这不是 DBF 文件（首字节 0x\(String(first, radix: 16))）。请提供 dBASE III 或 FoxPro 的 DBF 文件。",
        en:
          "This is not a DBF file (first byte 0x\(String(first, radix: 16))). Give one of dBASE III or "
          + "FoxPro."
      )
    }
    guard bytes.count == DBFHeader.length else { throw Self.cutHeader }
    func number(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
    version = first
    recordCount = number(4) | number(6) << 16
    headerLength = number(8)
    recordLength = number(10)
    languageDriver = bytes[29]
    guard headerLength >= DBFHeader.length + DBFHeader.columnLength + 1, recordLength >= 2 else {
      throw Self.damaged(
        "文件头长度或记录长度不可能（\(headerLength)、\(recordLength)）",
        "The header or record length is impossible (\(headerLength), \(recordLength))")
    }
    guard Self.drivers.contains(languageDriver) else {
      throw FileError(
        .unsupported, at: "header",
        zh: "文件注明的字符集（语言驱动 0x\(String(languageDriver, radix: 16))）不是代码页 936（GBK）。请用 GBK 重新导出。",
        en:
          "The file names a character set (language driver 0x\(String(languageDriver, radix: 16))) other "
          + "than code page 936 (GBK). Export it as GBK."
      )
    }
  }

  /// Reads the column descriptions, the rest of the header.
  mutating func readFields(_ bytes: ArraySlice<UInt8>, _ codePage: CodePage936) throws(FileError) {
    var descriptions: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let first = rest.first, first != DBFHeader.endOfHeader {
      guard rest.count > DBFHeader.columnLength, descriptions.count < Self.mostFields else {
        throw Self.damaged(
          "列定义没有结束标记，或超过 \(Self.mostFields) 列",
          "The column descriptions have no end, or are over \(Self.mostFields)")
      }
      descriptions.append(rest.prefix(DBFHeader.columnLength))
      rest = rest.dropFirst(DBFHeader.columnLength)
    }
    if rest.isEmpty { throw Self.damaged("列定义没有结束标记", "The column descriptions have no end") }
    fields = try place(descriptions, codePage, withLongTexts: false)
    // Clipper and FoxPro keep the high byte of long texts in the place of the decimals.
    if end(of: fields) != recordLength { fields = try place(descriptions, codePage, withLongTexts: true) }
    guard end(of: fields) == recordLength else {
      throw Self.damaged(
        "各列宽度之和与记录长度 \(recordLength) 不符",
        "The columns' widths do not add up to the record length, \(recordLength)")
    }
    fields.removeAll { $0.column.type == .nullFlags }
    if fields.isEmpty { throw Self.damaged("没有任何列", "There are no columns") }
  }

  private func end(of fields: [Field]) -> Int {
    fields.last.map { $0.offset + $0.column.width } ?? 1
  }

  private func place(
    _ descriptions: [ArraySlice<UInt8>], _ codePage: CodePage936, withLongTexts: Bool
  ) throws(FileError) -> [Field] {
    var fields: [Field] = []
    var offset = 1
    for description in descriptions {
      let bytes = Array(description)
      var name: [UInt8] = []
      let isNamed = codePage.decode(bytes[..<11].prefix { $0 != 0 }, into: &name) && !name.isEmpty
      let place = "column \(fields.count + 1)"
      guard let type = DBFType(rawValue: bytes[11]) else {
        throw FileError(
          .unsupported, at: place,
          zh: "不支持的字段类型（0x\(String(bytes[11], radix: 16))）。请改用 C、N、D、L 类型后重新导出。",
          en:
            "The field type (0x\(String(bytes[11], radix: 16))) is not read. Export the column as C, N, D "
            + "or L."
        )
      }
      let isLong = withLongTexts && type == .text
      let width = Int(bytes[16]) + (isLong ? Int(bytes[17]) << 8 : 0)
      guard isNamed, type.canHave(width: width) else {
        throw Self.damaged(
          "列定义没有名称，或宽度与类型不符", "The column has no name, or a width that its type cannot have", at: place)
      }
      let text = String(decoding: name, as: UTF8.self)
      fields.append(
        Field(
          column: DBFColumn(name: text, type: type, width: width, decimals: isLong ? 0 : Int(bytes[17])),
          offset: offset))
      offset += width
    }
    return fields
  }

  static func damaged(_ zh: String, _ en: String, at place: String = "header") -> FileError {
    FileError(
      .damaged, at: place, zh: "\(zh)。文件已损坏，请重新导出。", en: "\(en). The file is damaged; export it again.")
  }

  static let cutHeader = FileError(
    .truncated, at: "header", zh: "文件在文件头中间断开。请重新导出或重新传送。",
    en: "The file ends within its header. Export or send it again.")
}
