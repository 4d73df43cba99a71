public import Tabular

extension InspectedFile {
  /// 前几行 — a row for people: its number as a spreadsheet shows it, and its texts by column, blank where no cell is.
  public struct FirstRow: Sendable, Equatable {
    public var number: Int
    public var texts: [String]
  }

  /// The first rows that have cells.
  /// - Parameters:
  ///   - most: how many.
  ///   - sheet: the sheet of a workbook; the first where it is nil.
  public func firstRows(_ most: Int, sheet: String? = nil) throws(FileError) -> [FirstRow] {
    var reader = try rows(sheet: sheet)
    var row = RawRow()
    var rows: [FirstRow] = []
    while rows.count < most, try reader.read(into: &row) {
      guard let last = row.cells.map(\.column).max() else { continue }
      var texts = Array(repeating: "", count: last + 1)
      for cell in row.cells { texts[cell.column] = row.text(of: cell) }
      rows.append(FirstRow(number: row.number, texts: texts))
    }
    return rows
  }
}
