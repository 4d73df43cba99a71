import Tabular

@testable import Programmes

/// The rows of a sheet that a test made, read as those of a file are.
struct ListedRows: RowReader {
  /// A cell: its text and what the file says it is.
  typealias Cell = (text: String, kind: CellKind)

  var rows: [(number: Int, cells: [Cell])]

  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    guard !rows.isEmpty else { return false }
    let next = rows.removeFirst()
    row.number = next.number
    for (column, cell) in next.cells.enumerated() where !cell.text.isEmpty {
      row.append(cell.text.utf8, column: column, kind: cell.kind)
    }
    return true
  }
}

/// A workbook of a sitting in memory, so that a test can change any cell of it.
struct BookSheets {
  /// The texts of each sheet from its headings on, which stand in row 2.
  var sheets: [(name: String, rows: [[ListedRows.Cell]])]

  init(_ book: SittingBook) {
    sheets = book.sheets.map { sheet in
      let headings = sheet.description.columns.map(\.heading)
      return (sheet.description.name, ([headings] + sheet.rows).map { $0.map { ($0, .text) } })
    }
  }

  /// The rows of a sheet; setting them changes it. The first are the headings.
  subscript(name: String) -> [[ListedRows.Cell]] {
    get { sheets.first { $0.name == name }?.rows ?? [] }
    set {
      sheets.removeAll { $0.name == name }
      sheets.append((name, newValue))
    }
  }

  /// Sets the cell of a row, counted from the headings, under a heading.
  mutating func set(_ name: String, _ row: Int, _ heading: String, _ text: String, _ kind: CellKind = .text)
    throws
  {
    guard let column = self[name].first?.firstIndex(where: { $0.text == heading }), row < self[name].count
    else { throw NoSuchCell(text: "\(name) \(heading) \(row)") }
    self[name][row][column] = (text, kind)
  }

  /// What the workbook says.
  func document() throws -> SittingDocument {
    try SittingFile.read(
      sheets: sheets.map { sheet in
        let rows = sheet.rows.enumerated().map { (number: $0.offset + 2, cells: $0.element) }
        let hint = (number: 1, cells: [(text: "请勿改动列名", kind: CellKind.text)])
        return SittingSheetRows(name: sheet.name, rows: ListedRows(rows: [hint] + rows))
      })
  }

  /// The codes and cells of all findings: `SET-08.choice 机构!D3`.
  func faults() throws -> [String] {
    SittingCheck.findings(in: try document(), programme: SittingSample.programme).map { finding in
      "\(finding.code) \(finding.place.sheet ?? "")!\(finding.place.cell ?? finding.place.column ?? "")"
    }
  }

  struct NoSuchCell: Error {
    let text: String
  }
}
