internal import Files

/// 旧版工作簿制作 — an .xls file put together record by record, so that a test shows exactly the cells it is about. Excel,
/// WPS and LibreOffice open what it makes.
public struct OldWorkbookBuilder {
  /// 单元格 — a cell's value and the number of its style; style 0 formats nothing.
  public struct Cell {
    var value: Value
    var style: Int

    /// A cell.
    public init(_ value: Value, style: Int = 0) {
      self.value = value
      self.style = style
    }
  }

  /// 值 — what a cell holds, and in which form.
  public indirect enum Value {
    /// A text that cells share, or in Excel 95 one of the cell's own.
    case text(String)
    /// A text of the cell's own.
    case ownText(String)
    case number(Double)
    /// A number in four bytes; neighbours are written as one record.
    case packed(Double)
    case boolean(Bool)
    case error(Int)
    /// A formula with its result.
    case formula(Value)
    /// A formatted cell without a value.
    case blank
  }

  /// 工作表 — a sheet: its rows by number (from 1), each with its cells by column (from 0).
  public struct Sheet {
    var name: String
    var isHidden: Bool
    var rows: [(number: Int, cells: [(column: Int, cell: Cell)])]

    /// A sheet of such rows.
    public init(
      _ name: String, isHidden: Bool = false, rows: [(number: Int, cells: [(column: Int, cell: Cell)])]
    ) {
      self.name = name
      self.isHidden = isHidden
      self.rows = rows
    }

    /// A sheet of texts; an empty one stands for no cell.
    public init(_ name: String, texts: [[String]]) {
      self.init(
        name,
        rows: texts.enumerated().map { row, texts in
          (row + 1, texts.enumerated().filter { !$1.isEmpty }.map { ($0, Cell(.text($1))) })
        })
    }
  }

  var sheets: [Sheet]
  /// The number formats of the styles 1, 2 …: a code, or the number of a built-in one.
  public var formats: [String] = []
  public var uses1904 = false
  /// Whether the workbook says that it is encrypted.
  public var hasPassword = false
  /// Whether it is written as Excel 95 does, texts in GBK.
  public var isExcel95 = false
  /// The most bytes of the record of shared texts and of those in which it goes on.
  public var textRecordBytes = 8_224

  /// A workbook of these sheets.
  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The file.
  public func bytes() -> [UInt8] {
    CompoundFileBuilder([(isExcel95 ? "Book" : "Workbook", stream())]).bytes()
  }

  /// The workbook's stream inside the container.
  public func stream() -> [UInt8] {
    let texts = SharedTextRecords(sheets, recordBytes: textRecordBytes)
    let parts = sheets.map { sheet(of: $0, texts) }
    // The places of the sheets do not change the length of what stands before them.
    let length = globals(offsets: sheets.map { _ in 0 }, texts).count
    var (offsets, next): ([Int], Int) = ([], length)
    for part in parts {
      offsets.append(next)
      next += part.count
    }
    return globals(offsets: offsets, texts) + parts.flatMap(\.self)
  }

  private func globals(offsets: [Int], _ texts: SharedTextRecords) -> [UInt8] {
    var records = OldRecords()
    records.begin(part: 5, isExcel95: isExcel95)
    if hasPassword { records.add(0x2f) { $0.put2(0).put2(0x1234).put2(0x5678) } }
    records.add(0x42) { $0.put2(isExcel95 ? 936 : 1_200) }
    records.add(0x22) { $0.put2(uses1904 ? 1 : 0) }
    for (index, code) in formats.enumerated() where Int(code) == nil {
      records.add(0x41e) {
        $0.put2(200 + index)
        put(code, countBytes: isExcel95 ? 1 : 2, into: $0)
      }
    }
    for format in [0] + formats.enumerated().map({ Int($1) ?? 200 + $0 }) {
      records.add(0xe0) {
        $0.put2(0).put2(format).put2(1)
        for _ in 0..<(isExcel95 ? 5 : 7) { $0.put2(0) }
      }
    }
    for (sheet, offset) in zip(sheets, offsets) {
      records.add(0x85) {
        $0.put4(offset).put2(sheet.isHidden ? 1 : 0)
        put(sheet.name, countBytes: 1, into: $0)
      }
    }
    if !isExcel95 { records.bytes += texts.records }
    records.add(0x0a) { _ in }
    return records.bytes
  }

  /// A text with the count of its characters before it.
  func put(_ text: String, countBytes: Int = 2, into record: RecordBytes) {
    if isExcel95 {
      let bytes = Self.gbk(text)
      record.put(bytes.count, width: countBytes)
      for byte in bytes { record.put(Int(byte), width: 1) }
    } else {
      record.put(text.utf16.count, width: countBytes).put(1, width: 1)
      for unit in text.utf16 { record.put2(Int(unit)) }
    }
  }

  private static func gbk(_ text: String) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 2 * text.utf8.count)
    let converter = CharacterConverter(from: "UTF-8", to: "GBK")
    let count = output.withUnsafeMutableBytes { output in
      Array(text.utf8).withUnsafeBytes { converter?.convert($0, into: output) }
    }
    return Array(output.prefix(count ?? 0))
  }
}
