import Tabular

/// A cell as a test compares it.
struct TestCell: Equatable {
  var column: Int
  var text: String
  var kind: CellKind
  var isFormula: Bool
}

/// A row as a test compares it.
struct TestRow: Equatable {
  var number: Int
  var cells: [TestCell]

  var texts: [String] { cells.map(\.text) }

  init(number: Int, cells: [TestCell]) {
    self.number = number
    self.cells = cells
  }

  init(_ row: RawRow) {
    number = row.number
    cells = row.cells.map {
      TestCell(column: $0.column, text: row.text(of: $0), kind: $0.kind, isFormula: $0.isFormula)
    }
  }

  /// All rows that a reader gives.
  static func all(_ reader: some RowReader) throws(FileError) -> [TestRow] {
    var reader = reader
    var row = RawRow()
    var rows: [TestRow] = []
    while try reader.read(into: &row) { rows.append(TestRow(row)) }
    return rows
  }
}
