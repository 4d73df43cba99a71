import SheetCells
import Tabular

/// 单元格记录 — goes over the records of one sheet and makes rows of those that are cells.
struct CellRecords {
  private var records: RecordReader
  private let sheet: String
  private let mostCells: Int
  private let texts: SharedTexts
  private let values: CellValues
  private let textForm: TextForm
  private var units: [UInt16] = []
  /// Charts in the sheet are parts of their own, whose records are none of its cells.
  private var depth = 0
  private var isOver = false
  /// Whether the record at hand was looked at and belongs to the next row.
  private var isKept = false
  private var lastRow = 0
  private var cellCount = 0
  /// The column of a formula whose text comes in a record behind it.
  private var waiting: Int?

  /// - Parameter records: a reader that stands at the sheet's first record.
  init(
    _ records: RecordReader, sheet: String, globals: WorkbookGlobals, mostCells: Int
  ) throws(FileError) {
    self.records = records
    self.sheet = sheet
    self.mostCells = mostCells
    texts = globals.texts
    values = CellValues(formats: globals.formats, dateSystem: globals.dateSystem)
    textForm = globals.textForm
    guard try self.records.next(), self.records.type == RecordType.beginOfPart else {
      throw .damagedWorkbook(at: sheet, zh: "工作表没有开头记录", en: "the sheet has no first record")
    }
  }

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    while !isOver {
      if !isKept {
        guard try records.next() else { throw .cutOff(at: sheet) }
      }
      isKept = false
      switch records.type {
      case RecordType.beginOfPart: depth += 1
      case RecordType.endOfPart:
        if depth == 0 { isOver = true }
        depth -= 1
      case RecordType.formulaText where depth == 0:
        if let column = waiting { try appendText(column, isFormula: true, to: &row) }
        waiting = nil
      case let type where depth == 0 && Self.isCell(type):
        if try !take(type, into: &row) { return true }
      default: continue
      }
    }
    return !row.cells.isEmpty
  }

  private static func isCell(_ type: UInt16) -> Bool {
    switch type {
    case RecordType.number, RecordType.packedNumber, RecordType.packedNumbers, RecordType.sharedText,
      RecordType.text, RecordType.richText, RecordType.booleanOrError, RecordType.formula:
      true
    default: false
    }
  }

  /// Adds the cells of the record to the row.
  /// - Returns: false where they belong to the next row; the record is kept for it.
  private mutating func take(_ type: UInt16, into row: inout RawRow) throws(FileError) -> Bool {
    let number = try records.uint16() + 1
    let column = try records.uint16()
    if number != lastRow {
      guard number > lastRow else { throw outOfOrder(row: number, column) }
      if !row.cells.isEmpty {
        records.rewind()
        isKept = true
        return false
      }
      lastRow = number
    }
    row.number = number
    waiting = nil
    if type == RecordType.packedNumbers {
      try takePackedNumbers(from: column, into: &row)
    } else {
      try takeOne(type, column, into: &row)
    }
    return true
  }

  private mutating func takeOne(_ type: UInt16, _ column: Int, into row: inout RawRow) throws(FileError) {
    let style = try records.uint16()
    switch type {
    case RecordType.number: try append(records.double(), style, column, to: &row)
    case RecordType.packedNumber:
      try append(PackedNumber.value(records.uint32()), style, column, to: &row)
    case RecordType.sharedText:
      let start = row.bytes.count
      guard texts.append(try records.uint32(), to: &row.bytes) else { throw damaged(row.number, column) }
      try add(column, from: start, .text, to: &row)
    case RecordType.booleanOrError:
      let (value, isError) = (try records.uint8(), try records.uint8() == 1)
      try append(
        isError ? ErrorValue.text(value) : value == 0 ? "FALSE" : "TRUE",
        isError ? .error : .boolean, column, isFormula: false, to: &row)
    case RecordType.formula: try takeFormula(style, column, into: &row)
    default: try appendText(column, isFormula: false, to: &row)
    }
  }

  /// Numbers in cells side by side: first column, style and number of each, last column.
  private mutating func takePackedNumbers(from first: Int, into row: inout RawRow) throws(FileError) {
    var column = first
    while records.left >= 6 {
      let style = try records.uint16()
      try append(PackedNumber.value(records.uint32()), style, column, to: &row)
      column += 1
    }
    guard records.left == 2, try records.uint16() == column - 1 else { throw damaged(row.number, first) }
  }

  /// A formula's result: a number, or where the last two bytes are set, what the first says.
  private mutating func takeFormula(
    _ style: Int, _ column: Int, into row: inout RawRow
  ) throws(FileError) {
    let number = try records.double()
    guard number.bitPattern >> 48 == 0xffff else {
      try append(number, style, column, isFormula: true, to: &row)
      return
    }
    let value = Int(number.bitPattern >> 16 & 0xff)
    switch number.bitPattern & 0xff {
    case 0: waiting = column
    case 1: try append(value == 0 ? "FALSE" : "TRUE", .boolean, column, isFormula: true, to: &row)
    case 2: try append(ErrorValue.text(value), .error, column, isFormula: true, to: &row)
    case 3: break
    default: throw damaged(row.number, column)
    }
  }

  private mutating func appendText(_ column: Int, isFormula: Bool, to row: inout RawRow) throws(FileError) {
    let start = row.bytes.count
    try records.text(textForm, units: &units, into: &row.bytes)
    try add(column, from: start, .text, isFormula: isFormula, to: &row)
  }

  private mutating func append(
    _ text: String, _ kind: CellKind, _ column: Int, isFormula: Bool, to row: inout RawRow
  ) throws(FileError) {
    let start = row.bytes.count
    row.bytes += text.utf8
    try add(column, from: start, kind, isFormula: isFormula, to: &row)
  }

  private mutating func append(
    _ number: Double, _ style: Int, _ column: Int, isFormula: Bool = false, to row: inout RawRow
  ) throws(FileError) {
    let start = row.bytes.count
    guard let kind = values.append(number, style: style, to: &row.bytes) else {
      throw damaged(row.number, column)
    }
    try add(column, from: start, kind, isFormula: isFormula, to: &row)
  }

  /// Adds a cell whose text stands at the end of the row's bytes; one without text is none.
  private mutating func add(
    _ column: Int, from start: Int, _ kind: CellKind, isFormula: Bool = false, to row: inout RawRow
  ) throws(FileError) {
    guard row.bytes.count > start else { return }
    guard column > row.cells.last?.column ?? -1 else { throw outOfOrder(row: row.number, column) }
    cellCount += 1
    guard cellCount <= mostCells else { throw tooMany }
    row.cells.append(
      RawCell(column: column, range: start..<row.bytes.count, kind: kind, isFormula: isFormula))
  }

  private func place(_ row: Int, _ column: Int) -> String {
    "\(sheet)!\(CellAddress.columnLetters(column))\(row)"
  }

  private func damaged(_ row: Int, _ column: Int) -> FileError {
    .damagedWorkbook(at: place(row, column), zh: "单元格的内容无效", en: "the cell's content is invalid")
  }

  private func outOfOrder(row: Int, _ column: Int) -> FileError {
    .damagedWorkbook(
      at: place(row, column), zh: "单元格的次序颠倒或重复", en: "its cells are out of order or doubled")
  }

  private var tooMany: FileError {
    FileError(
      .tooLarge, at: sheet, zh: "工作表中有值的单元格超过 \(mostCells) 个。请拆成几个文件。",
      en: "The sheet has over \(mostCells) cells with a value. Split it into several files.")
  }
}
