import SheetCells
import Tabular

/// 工作簿全局信息 — the first part of a workbook's stream: its version, its sheets, what its styles make of numbers, and the
/// texts that its cells share.
struct WorkbookGlobals: Sendable {
  private(set) var sheets: [XLSSheet] = []
  private(set) var texts = SharedTexts()
  private(set) var dateSystem = DateSystem.from1900
  /// For each style what it makes of a number.
  private(set) var formats: [NumberFormat] = []
  /// Whether texts are UTF-16; else they are in the code page.
  private(set) var isUnicode = true
  private(set) var codePage = 1_252

  private static let unicodeVersion = 0x0600
  private static let bytesVersion = 0x0500
  private static let globalsPart = 0x0005

  /// Reads the part.
  /// - Throws: `.encrypted` where the workbook is protected by a password.
  init(_ stream: any ByteSource, name: String, limits: XLSLimits) throws(FileError) {
    var records = RecordReader(stream, at: 0, name: name)
    try readVersion(&records, name: name)
    var numberFormats: [Int: NumberFormat] = [:]
    var formatsOfStyles: [Int] = []
    while true {
      guard try records.next() else { throw .cutOff(at: name) }
      switch records.type {
      case RecordType.endOfPart:
        formats = formatsOfStyles.map { numberFormats[$0] ?? NumberFormat(builtin: $0) }
        return
      case RecordType.password: throw Self.encrypted(name)
      case RecordType.codePage: codePage = try records.uint16()
      case RecordType.dateMode: dateSystem = try records.uint16() == 1 ? .from1904 : .from1900
      case RecordType.format:
        let (id, code) = try readFormat(&records)
        numberFormats[id] = NumberFormat(code: code)
      case RecordType.style:
        try records.skip(2)
        formatsOfStyles.append(try records.uint16())
      case RecordType.sheet: try readSheet(&records)
      case RecordType.sharedTexts: texts = try SharedTexts(&records, limits: limits)
      default: continue
      }
    }
  }

  /// How texts are kept. A code page is for one reader at a time.
  var textForm: TextForm { isUnicode ? .unicode : .bytes(CodePage(codePage)) }

  private mutating func readVersion(_ records: inout RecordReader, name: String) throws(FileError) {
    guard try records.next(), records.type == RecordType.beginOfPart else {
      throw .damagedWorkbook(at: name, zh: "工作簿没有开头记录", en: "the workbook has no first record")
    }
    let (version, part) = (try records.uint16(), try records.uint16())
    guard version == Self.unicodeVersion || version == Self.bytesVersion, part == Self.globalsPart else {
      throw FileError(
        .unsupported, at: name, zh: "这是 Excel 5 以前的版本，不能读取。请用 Excel 或 WPS 另存为 .xlsx。",
        en: "This is of a version before Excel 5, which is not read. Save it as .xlsx with Excel or WPS.")
    }
    isUnicode = version == Self.unicodeVersion
  }

  private func readFormat(_ records: inout RecordReader) throws(FileError) -> (id: Int, code: String) {
    let id = try records.uint16()
    return (id, try shortText(&records, countBytes: isUnicode ? 2 : 1))
  }

  private mutating func readSheet(_ records: inout RecordReader) throws(FileError) {
    let offset = try records.uint32()
    let (visibility, kind) = (try records.uint8(), try records.uint8())
    let name = try shortText(&records, countBytes: 1)
    // Charts and macros have no cells.
    if kind == 0 { sheets.append(XLSSheet(name: name, isHidden: visibility & 3 != 0, offset: offset)) }
  }

  private func shortText(_ records: inout RecordReader, countBytes: Int) throws(FileError) -> String {
    var (units, bytes): ([UInt16], [UInt8]) = ([], [])
    try records.text(textForm, countBytes: countBytes, units: &units, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encrypted(_ name: String) -> FileError {
    FileError(
      .encrypted, at: name, zh: "工作簿设有密码，不能读取。请去掉密码后另存，再上传。",
      en: "The workbook is protected by a password and cannot be read. Remove it, save, and upload again.")
  }
}
