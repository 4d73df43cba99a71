import Tabular

/// 单元格编号 — gives each cell of a workbook a number, which is what nodes carry in place of a line, and finds the cell
/// again. A cell further on has a greater number: sheets in the order of `SittingSheet.all`, then rows, then columns.
struct SheetPlaces: Sendable {
  /// The most rows of a sheet, and over the most columns of ours.
  private static let rows = 1 << 20
  private static let columns = 1 << 5

  /// Where each column of a sheet stands in the file, by the sheet's place among all; nil for one that is not there.
  private var positions: [Int: [Int?]] = [:]

  /// Remembers in which columns of the file a sheet's columns stand.
  mutating func note(_ positions: [Int?], ofSheet sheet: Int) { self.positions[sheet] = positions }

  /// The number of a cell.
  static func number(sheet: Int, row: Int, column: Int) -> Int { (sheet * rows + row) * columns + column }

  /// The cell of a number, with the heading of its column.
  func place(_ number: Int) -> Place {
    let (sheet, column) = (number / Self.columns / Self.rows, number % Self.columns)
    let description = SittingSheet.all[sheet]
    return Place(
      sheet: description.name, row: number / Self.columns % Self.rows,
      column: description.columns[column].heading, columnIndex: positions[sheet]?[column])
  }

  /// The order of findings: that of the sheets, then of the rows, then of the columns.
  static func isBefore(_ first: Place, _ second: Place) -> Bool {
    (order(first.sheet), first.row ?? 0, first.columnIndex ?? 0)
      < (order(second.sheet), second.row ?? 0, second.columnIndex ?? 0)
  }

  private static func order(_ sheet: String?) -> Int {
    SittingSheet.all.firstIndex { $0.name == sheet } ?? SittingSheet.all.count
  }
}
