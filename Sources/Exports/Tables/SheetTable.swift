internal import ExamModel
internal import Programmes
internal import Tabular
internal import XLSXFormat

/// 工作表 — writes records as a workbook of one sheet: headings that stay in sight, filter buttons, numbers as numbers and
/// everything else as text (ERR-04).
enum SheetTable {
  /// Writes what `records` hands on to a workbook that appears at `path` when it is whole. A sheet without records says
  /// so.
  /// - Returns: how many records there were.
  static func write(
    _ layout: ExportLayout, _ context: ExportContext, to path: String,
    records: (_ take: ([String]) throws -> Void) throws -> Void
  ) throws -> Int {
    var book = try WorkbookWriter(
      path: path,
      properties: WorkbookProperties(
        created: context.now.secondsSince1970, title: layout.title, author: "kaowu"))
    let sheet = try book.addSheet(WorkbookWriter.sheetName(fitting: layout.title))
    for (index, column) in layout.columns.enumerated() {
      try book.setColumns(index...index, width: column.typicalWidth, in: sheet)
    }
    book.freeze(rows: 1, in: sheet)
    try book.setPrinting(isLandscape: layout.columns.count > 6, repeatedRows: 1, in: sheet)
    for (index, column) in layout.columns.enumerated() {
      try book.writeText(column.heading, row: 1, column: index, style: .header, in: sheet)
    }
    let areNumbers = layout.columns.map(\.source.isNumber)
    var count = 0
    try records { texts in
      count += 1
      for (index, text) in texts.enumerated() {
        if areNumbers[index], let number = Double(text) {
          try book.writeNumber(number, row: count + 1, column: index, in: sheet)
        } else {
          try book.writeText(text, row: count + 1, column: index, style: .text, in: sheet)
        }
      }
      try context.step(count, of: nil)
    }
    if count == 0 {
      let note = Wording(zh: "（没有记录）", en: "(no records)")
      try book.writeText(note[context.language], row: 2, column: 0, in: sheet)
    }
    let area = CellArea(rows: 1...max(count + 1, 2), columns: 0...layout.columns.count - 1)
    try book.filter(area, in: sheet)
    try book.finish()
    return count
  }
}

extension ExportColumn {
  /// A width in which most of the column's values can be read, in Latin characters.
  fileprivate var typicalWidth: Double {
    let heading = heading.unicodeScalars.reduce(4) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    let value =
      switch source {
      case .subjects: 60
      case .description, .remarks, .reason, .roomAddress: 36
      case .subject: style == .both ? 36 : 8
      case .documentNumber: style == .lastFour ? 8 : 22
      case .ticket, .email, .siteName, .roomName: 22
      case .class, .department, .major, .examTime, .moment: 18
      default: 8
      }
    return Double(max(heading, value))
  }
}
