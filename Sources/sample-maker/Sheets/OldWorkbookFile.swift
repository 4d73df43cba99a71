import TestKit

/// 旧版工作簿文件 — a sheet as the bytes of an .xls, as Excel 97 to 2003 write it.
enum OldWorkbookFile {
  static func bytes(_ sheet: Sheet) -> [UInt8] {
    let rows = sheet.rows.enumerated().map { row, cells in
      (
        number: row + 1,
        cells: cells.enumerated().compactMap { column, cell in
          value(cell).map { (column: column, cell: OldWorkbookBuilder.Cell($0)) }
        }
      )
    }
    return OldWorkbookBuilder([.init(sheet.name, rows: rows)]).bytes()
  }

  private static func value(_ cell: Sheet.Cell) -> OldWorkbookBuilder.Value? {
    switch cell {
    case .blank: nil
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    }
  }
}
