public import Tabular
internal import XLSXFormat

/// 统计工作簿 — writes a statistic as a workbook: the table with its total, and on a sheet of its own the sums that are
/// drawn, with a native chart over them (SCO-08, STA-01).
public struct StatisticsWorkbook: Sendable {
  let table: StatisticsTable
  let language: Language
  private let created: Int

  /// A workbook of a table.
  /// - Parameter created: when, in seconds since 1970.
  public init(_ table: StatisticsTable, language: Language, created: Int) {
    self.table = table
    self.language = language
    self.created = created
  }

  /// Writes the workbook; it appears at `path` when it is whole.
  /// - Throws: `.disk` where the disk fails.
  public func write(to path: String) throws(FileError) {
    var book = try WorkbookWriter(
      path: path,
      properties: WorkbookProperties(created: created, title: table.title[language], author: "kaowu"))
    try writeTable(&book)
    if let chart = table.chart { try write(chart, &book) }
    for figure in table.figures { try write(figure, &book) }
    try book.finish()
  }

  private func writeTable(_ book: inout WorkbookWriter) throws(FileError) {
    let sheet = try book.addSheet(WorkbookWriter.sheetName(fitting: table.title[language]))
    for (index, column) in table.columns.enumerated() {
      try book.setColumns(index...index, width: width(of: index, column), in: sheet)
    }
    book.freeze(rows: 1, columns: table.columns.prefix { $0.kind == .text }.count, in: sheet)
    try book.setPrinting(isLandscape: true, repeatedRows: 1, in: sheet)
    for (index, column) in table.columns.enumerated() {
      try book.writeText(column.heading[language], row: 1, column: index, style: .header, in: sheet)
    }
    for (index, cells) in table.rows.enumerated() {
      try write(cells, row: index + 2, isTotal: false, &book, sheet)
    }
    let last = table.rows.count + 2
    // The total is no row to filter, and rows that are on disk already take no more buttons.
    if !table.rows.isEmpty {
      try book.filter(CellArea(rows: 1...last - 1, columns: 0...table.columns.count - 1), in: sheet)
    }
    try write(table.total, row: last, isTotal: true, &book, sheet)
    for (index, note) in table.notes.enumerated() {
      try book.writeText(note[language], row: last + 2 + index, column: 0, in: sheet)
    }
  }

  private func write(
    _ cells: [StatisticsTable.Cell], row: Int, isTotal: Bool, _ book: inout WorkbookWriter,
    _ sheet: WorkbookWriter.Sheet
  ) throws(FileError) {
    let scarce = isTotal ? nil : table.scarceness(of: cells)
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .text(let text):
        try book.writeText(text, row: row, column: index, style: isTotal ? .total : .text, in: sheet)
      case .named(_, let words):
        let style: CellStyle = isTotal ? .total : .text
        try book.writeText(words[language], row: row, column: index, style: style, in: sheet)
      case .count(let count):
        var style: CellStyle = isTotal ? .total : .number
        if let scarce, table.columns[index].key == table.scarcity?.column {
          style.fill = scarce == .error ? .bad : .warning
        }
        try book.writeNumber(Double(count), row: row, column: index, style: style, in: sheet)
      case .hundredths(let value):
        let style: CellStyle = isTotal ? .totalDecimal : .decimal
        try book.writeNumber(Double(value) / 100, row: row, column: index, style: style, in: sheet)
      case .share(let share):
        let style: CellStyle = isTotal ? .totalPercent : .percent
        try book.writeNumber(share, row: row, column: index, style: style, in: sheet)
      case .blank:
        let label = isTotal && index == 0 ? StatisticsTable.totalLabel[language] : ""
        if isTotal { try book.writeText(label, row: row, column: index, style: .total, in: sheet) }
      }
    }
  }

  /// Wide enough for the heading and for what stands below it, in Latin characters.
  private func width(of index: Int, _ column: StatisticsTable.Column) -> Double {
    var widest = TextWidth.of(column.heading[language])
    for cells in table.rows {
      switch cells[index] {
      case .text(let text): widest = max(widest, TextWidth.of(text))
      case .named(_, let words): widest = max(widest, TextWidth.of(words[language]))
      case .count, .hundredths, .share, .blank: break
      }
    }
    return Double(min(max(widest + 3, 9), 50))
  }
}
