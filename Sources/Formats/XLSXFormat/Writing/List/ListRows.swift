import SheetCells
import Tabular

/// 清单行 — the rows of a list as the bytes of a sheet's part.
struct ListRows {
  /// What was appended and not yet taken.
  private(set) var bytes: [UInt8] = []
  /// The number of the row that was appended last.
  private(set) var lastRow = 0

  /// The styles of `ListParts.styles`.
  private enum Style: Int {
    case plain = 0
    case heading = 1
    case text = 2
  }

  private struct Column {
    let letters: [UInt8]
    let isNumber: Bool
  }

  private let columns: [Column]
  private let sheet: String
  /// The digits of the row's number.
  private var rowDigits: [UInt8] = []

  /// - Parameter lastRow: the row behind which they go on.
  init(_ columns: [ListWorkbookWriter.Column], sheet: String, lastRow: Int = 0) throws(FileError) {
    guard columns.count <= CellReference.mostColumns else { throw .beyondSheet(sheet) }
    self.sheet = sheet
    self.lastRow = lastRow
    self.columns = columns.enumerated().map { index, column in
      Column(letters: Array(CellAddress.columnLetters(index).utf8), isNumber: column.isNumber)
    }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func appendHeadings(_ texts: [String]) throws(FileError) {
    try beginRow()
    for (column, text) in texts.enumerated() { try append(text, column, .heading) }
    endRow()
  }

  mutating func append(note: String) throws(FileError) {
    try beginRow()
    if !note.isEmpty { try append(note, 0, .plain) }
    endRow()
  }

  /// Appends a row, or nothing of it where it throws.
  mutating func append(_ texts: [String]) throws(FileError) {
    precondition(texts.count <= columns.count, "A list has no cell without a column.")
    let (start, row) = (bytes.count, lastRow)
    do throws(FileError) {
      try beginRow()
      for (column, text) in texts.enumerated() {
        if columns[column].isNumber, appendNumber(text, column) { continue }
        try append(text, column, .text)
      }
      endRow()
    } catch {
      bytes.removeSubrange(start...)
      lastRow = row
      throw error
    }
  }

  private mutating func beginRow() throws(FileError) {
    guard lastRow < CellReference.mostRows else { throw .beyondSheet("\(sheet)!A\(lastRow + 1)") }
    lastRow += 1
    rowDigits.removeAll(keepingCapacity: true)
    rowDigits.append(contentsOf: String(lastRow).utf8)
    append("<row r=\"")
    bytes.append(contentsOf: rowDigits)
    append("\">")
  }

  private mutating func endRow() { append("</row>") }

  private mutating func append(_ text: String, _ column: Int, _ style: Style) throws(FileError) {
    beginCell(column, style)
    guard !text.isEmpty else {
      append("/>")
      return
    }
    append(" t=\"inlineStr\"><is><t")
    var text = text
    if text.utf8.count > Self.longestText || !text.withUTF8(Self.isPlain) {
      text = try escaped(text, column)
    } else {
      append(">")
    }
    text.withUTF8 { bytes.append(contentsOf: $0) }
    append("</t></is></c>")
  }

  /// Appends a value as a number. Returns whether it is one; a number that a spreadsheet cannot hold is a blank cell.
  private mutating func appendNumber(_ text: String, _ column: Int) -> Bool {
    guard let number = Double(text) else { return false }
    guard number.isFinite else { return true }
    beginCell(column, .plain)
    append("><v>")
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
      bytes.append(contentsOf: String(whole).utf8)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
    append("</v></c>")
    return true
  }

  private mutating func beginCell(_ column: Int, _ style: Style) {
    append("<c r=\"")
    bytes.append(contentsOf: columns[column].letters)
    bytes.append(contentsOf: rowDigits)
    switch style {
    case .plain: append("\"")
    case .heading: append("\" s=\"1\"")
    case .text: append("\" s=\"2\"")
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The most UTF-16 units that a cell holds.
  private static let longestText = 32_767

  /// Whether a text stands in XML as it is.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x21..<0x7f
      where byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "_"), 0x7f..<0xef, 0xf0...0xff:
        continue
      case UInt8(ascii: " "):
        // At the ends it would be taken for the layout of the XML.
        if index == 0 || index == text.count - 1 { return false }
      case 0xef:
        if EscapedText.isNoCharacter(text, at: index) { return false }
      default:
        return false
      }
    }
    return true
  }

  /// What stands behind the name of the text's tag: the tag's end and the text, with all that XML cannot hold escaped.
  private func escaped(_ text: String, _ column: Int) throws(FileError) -> String {
    let safe = EscapedText.escaping(text)
    guard safe.utf16.count <= Self.longestText else { throw .writtenTextTooLong(place(column)) }
    let isSpace = { (byte: UInt8?) in byte == 0x20 || byte == 0x09 || byte == 0x0a }
    let keepsSpace = isSpace(safe.utf8.first) || isSpace(safe.utf8.last)
    return (keepsSpace ? " xml:space=\"preserve\">" : ">") + XMLText.escaped(safe)
  }

  private func place(_ column: Int) -> String {
    "\(sheet)!\(CellAddress.columnLetters(column))\(lastRow)"
  }
}
