import Files
import Tabular
import XLSXFormat

/// A sheet of a workbook read back: its texts by row and column, blank cells as empty texts.
struct SheetReading {
  /// The rows that have a value; `rows[0]` is the first of them, not row 1 of the sheet.
  let rows: [[String]]

  init(_ path: String, sheet name: String) throws {
    let book = try Workbook(try FileSource(path: path), name: path)
    let reader = try book.rows(of: try book.sheet(named: name))
    var row = RawRow()
    var rows: [[String]] = []
    while try reader.read(into: &row) {
      let width = (row.cells.last?.column ?? -1) + 1
      rows.append((0..<width).map { row.text(column: $0) ?? "" })
    }
    let width = rows.map(\.count).max() ?? 0
    self.rows = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
  }

  /// The names of a workbook's sheets.
  static func sheets(of path: String) throws -> [String] {
    try Workbook(try FileSource(path: path), name: path).sheets.map(\.name)
  }
}
