import Exports
import Files
import Imports
import Operations
import Tabular
import XLSXFormat

extension SeatingFixture {
  /// Writes a workbook with one sheet of texts; an empty text is a blank cell.
  func workbook(_ name: String, sheet: String, _ rows: [[String]]) throws -> String {
    let path = folder.path(name)
    var writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(sheet)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        try writer.writeText(text, row: row + 1, column: column, in: sheet)
      }
    }
    try writer.finish()
    return path
  }
}

extension ImportResult {
  /// The findings in short: `ARR-01 D3`, and where there is no cell the row.
  var places: [String] {
    findings.map { "\($0.rule) \($0.cell ?? $0.row.map(String.init) ?? "-")" }
  }

  /// created/updated/unchanged/skipped/failed of how many were read.
  var countsLine: String {
    "\(rows.created)/\(rows.updated)/\(rows.unchanged)/\(rows.skipped)/\(rows.failed) of \(rows.read)"
  }
}
