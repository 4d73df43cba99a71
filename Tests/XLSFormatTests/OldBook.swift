import Tabular
import TestKit
import XLSFormat

/// A cell as a test compares it.
struct SeenCell: Equatable {
  var address: String
  var text: String
  var kind: CellKind
  var isFormula: Bool

  init(_ address: String, _ text: String, _ kind: CellKind = .text, isFormula: Bool = false) {
    self.address = address
    self.text = text
    self.kind = kind
    self.isFormula = isFormula
  }
}

/// What a reader sees of a workbook.
enum OldBook {
  typealias Value = OldWorkbookBuilder.Value
  typealias Cell = OldWorkbookBuilder.Cell

  /// A workbook of one sheet with one row of cells side by side, from A1.
  static func row(_ values: [Value], styles: [Int] = []) -> OldWorkbookBuilder {
    let cells = values.enumerated().map { index, value in
      (column: index, cell: Cell(value, style: styles.isEmpty ? 0 : styles[index]))
    }
    return OldWorkbookBuilder([.init("数据", rows: [(1, cells)])])
  }

  static func open(_ bytes: [UInt8], limits: XLSLimits = .standard) throws(FileError) -> XLSWorkbook {
    try XLSWorkbook(MemorySource(bytes), name: "book.xls", limits: limits)
  }

  /// All cells of all sheets, in the order in which they are read.
  static func cells(_ bytes: [UInt8], limits: XLSLimits = .standard) throws(FileError) -> [SeenCell] {
    let workbook = try open(bytes, limits: limits)
    var cells: [SeenCell] = []
    for sheet in workbook.sheets { cells += try Self.cells(workbook.rows(of: sheet)) }
    return cells
  }

  static func cells(_ reader: some RowReader) throws(FileError) -> [SeenCell] {
    var reader = reader
    var row = RawRow()
    var cells: [SeenCell] = []
    while try reader.read(into: &row) {
      cells += row.cells.map {
        SeenCell(
          CellAddress.columnLetters($0.column) + String(row.number), row.text(of: $0), $0.kind,
          isFormula: $0.isFormula)
      }
    }
    return cells
  }

  /// The error that `body` throws; nil where it throws none.
  static func failure<Value>(of body: () throws(FileError) -> Value) -> FileError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }
}
