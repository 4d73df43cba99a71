import Tabular

/// 考次表格 — the rows of one sheet as they were read: the cells under the headings that are known.
struct SheetTable {
  /// One cell that is not blank.
  struct Cell {
    var text: String
    var kind: CellKind
  }

  /// One row that is not blank; its cells by their place among the sheet's columns.
  struct Row {
    var number: Int
    var cells: [Int: Cell]
  }

  let sheet: SittingSheet
  /// Its place among `SittingSheet.all`.
  let index: Int
  /// The row of the headings; 1 where there are none.
  var headingRow = 1
  var rows: [Row] = []
  /// Whether its rows could not be read, because headings are missing.
  var isUnreadable = false

  init(_ index: Int) {
    sheet = SittingSheet.all[index]
    self.index = index
  }

  /// The number of a cell; see `SheetPlaces`.
  func number(_ row: Row, _ key: String) -> Int {
    SheetPlaces.number(sheet: index, row: row.number, column: sheet.index(of: key))
  }

  /// The number of the first cell of a row.
  func number(of row: Row) -> Int { SheetPlaces.number(sheet: index, row: row.number, column: 0) }

  /// The number of the sheet's first heading.
  var number: Int { SheetPlaces.number(sheet: index, row: headingRow, column: 0) }

  /// The text of a cell; nil where it is blank.
  func text(_ row: Row, _ key: String) -> String? { row.cells[sheet.index(of: key)]?.text }

  /// Whether its only row says `无`: that there are none.
  var saysNone: Bool {
    guard rows.count == 1, let row = rows.first else { return false }
    return row.cells.count == 1 && row.cells[0]?.text == SittingSheet.none
  }
}
