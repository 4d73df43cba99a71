import SheetCells
import Tabular

/// 单元格解码 — turns the value of a cell as the sheet holds it into the cell of a row.
struct CellDecoder {
  let sheet: String
  let strings: SharedStrings
  let styles: CellStyles
  let dateSystem: DateSystem
  let cellCharacters: Int

  /// Adds the cell to `row`; a cell without a value adds nothing.
  /// - Throws: `.damaged` with the cell's address where the value is not what the cell says it is.
  @inline(__always)
  func append(_ value: Span<UInt8>, _ head: CellHead, to row: inout RawRow) throws(FileError) {
    let start = row.bytes.count
    let kind: CellKind
    switch head.form {
    case .sharedString:
      if value.isEmpty { return }
      guard let index = Self.index(value), strings.append(index, to: &row.bytes) else {
        throw wrong(head, row, zh: "共享字符串的序号无效", en: "the index of its shared string is invalid")
      }
      kind = .text
    case .number:
      kind = try appendNumber(value, head, to: &row)
    default:
      kind = try appendOther(value, head, to: &row)
    }
    guard row.bytes.count > start else { return }
    row.cells.append(
      RawCell(column: head.column, range: start..<row.bytes.count, kind: kind, isFormula: head.isFormula))
  }

  private func appendNumber(
    _ value: Span<UInt8>, _ head: CellHead, to row: inout RawRow
  ) throws(FileError) -> CellKind {
    if value.isEmpty {
      // A formula that no program has calculated yet: it has a value that nobody knows, which is not the same as none.
      if head.isFormula { row.bytes.append(contentsOf: Self.notCalculated) }
      return .error
    }
    guard let format = styles[head.style] else {
      throw wrong(head, row, zh: "样式的序号无效", en: "the index of its style is invalid")
    }
    if format != .number, let serial = NumberText.parse(value),
      DateText.append(serial: serial, isTimeOnly: format == .time, system: dateSystem, to: &row.bytes)
    {
      return .date
    }
    guard let kind = NumberText.append(value, to: &row.bytes) else {
      throw wrong(head, row, zh: "数字写得不对", en: "its number is malformed")
    }
    return kind
  }

  private func appendOther(
    _ value: Span<UInt8>, _ head: CellHead, to row: inout RawRow
  ) throws(FileError) -> CellKind {
    let start = row.bytes.count
    switch head.form {
    case .boolean:
      if value.isEmpty { return .boolean }
      guard let isTrue = Self.boolean(value) else {
        throw wrong(head, row, zh: "逻辑值写得不对", en: "its boolean is malformed")
      }
      row.bytes.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
      return .boolean
    case .date:
      guard value.isEmpty || DateText.append(iso: value, to: &row.bytes) else {
        throw wrong(head, row, zh: "日期写得不对", en: "its date is malformed")
      }
      return .date
    default:
      value.withUnsafeBufferPointer { row.bytes.append(contentsOf: $0) }
      guard CellText.isValid(row.bytes, from: start) else {
        throw wrong(head, row, zh: "文字不是 UTF-8", en: "its text is not UTF-8")
      }
      EscapedText.resolve(&row.bytes, from: start)
      if CellText.isLonger(row.bytes, from: start, than: cellCharacters) { throw tooLong(head, row) }
      return head.form == .error ? .error : .text
    }
  }

  /// What a formula's cell shows that was never calculated.
  private static let notCalculated = Array("#CALC!".utf8)

  @inline(__always)
  private static func index(_ value: Span<UInt8>) -> Int? {
    NumberText.smallWhole(value) ?? NumberText.parse(value).flatMap { Int(exactly: $0) }
  }

  private static func boolean(_ value: Span<UInt8>) -> Bool? {
    switch value.withUnsafeBufferPointer({ String(decoding: $0, as: UTF8.self) }) {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }

  private func place(_ head: CellHead, _ row: RawRow) -> String {
    "\(sheet)!\(CellAddress.columnLetters(head.column))\(row.number)"
  }

  private func wrong(_ head: CellHead, _ row: RawRow, zh: String, en: String) -> FileError {
    FileError(
      .damaged, at: place(head, row), zh: "单元格损坏：\(zh)。请用 Excel 或 WPS 打开后另存，再上传。",
      en: "The cell is damaged: \(en). Open the file in Excel or WPS, save it again, and upload that.")
  }

  private func tooLong(_ head: CellHead, _ row: RawRow) -> FileError {
    FileError(
      .tooLarge, at: place(head, row), zh: "文字超过 \(cellCharacters) 个字符。请删短后再上传。",
      en: "The text has over \(cellCharacters) characters. Shorten it and upload again.")
  }
}
