public import Tabular
internal import XLSXFormat

/// 统计工作簿 — writes a statistic as a workbook: the table with its total, and on a sheet of its own the sums that are
/// drawn, with a native chart over them (SCO-08, STA-01).
public struct StatisticsWorkbook: Sendable {
  private let table: StatisticsTable
  private let language: Language
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
      case .count(let count):
        var style: CellStyle = isTotal ? .total : .number
        if let scarce, table.columns[index].key == table.scarcity?.column {
          style.fill = scarce == .error ? .bad : .warning
        }
        try book.writeNumber(Double(count), row: row, column: index, style: style, in: sheet)
      case .share(let share):
        let style: CellStyle = isTotal ? .totalPercent : .percent
        try book.writeNumber(share, row: row, column: index, style: style, in: sheet)
      case .blank:
        let label = isTotal && index == 0 ? StatisticsTable.totalLabel[language] : ""
        if isTotal { try book.writeText(label, row: row, column: index, style: .total, in: sheet) }
      }
    }
  }

  private func write(
    _ chart: StatisticsTable.Chart, _ book: inout WorkbookWriter
  ) throws(FileError) {
    let drawn = table.drawn(chart)
    guard !drawn.isEmpty else { return }
    let sheet = try book.addSheet(Wording(zh: "图表", en: "Chart")[language])
    let series = chart.series.compactMap { key in table.columns.first { $0.key == key } }
    try book.setColumns(0...0, width: 40, in: sheet)
    try book.setColumns(1...max(1, series.count), width: 10, in: sheet)
    book.freeze(rows: 1, in: sheet)
    let labels = chart.labels.compactMap { key in table.columns.first { $0.key == key } }
    let heading = labels.map { $0.heading[language] }.joined(separator: " ")
    try book.writeText(heading, row: 1, column: 0, style: .header, in: sheet)
    for (index, column) in series.enumerated() {
      try book.writeText(column.heading[language], row: 1, column: index + 1, style: .header, in: sheet)
    }
    for (index, line) in drawn.enumerated() {
      try book.writeText(line.label, row: index + 2, column: 0, style: .text, in: sheet)
      for (place, sum) in line.sums.enumerated() {
        try book.writeNumber(Double(sum), row: index + 2, column: place + 1, style: .number, in: sheet)
      }
    }
    let rows = 2...drawn.count + 1
    let picture = WorkbookChart(
      .stackedColumn, title: chart.title[language],
      series: series.enumerated().map { index, column in
        WorkbookChart.Series(
          column.heading[language], sheet: sheet, categories: CellArea(rows: rows, column: 0),
          values: CellArea(rows: rows, column: index + 1))
      }, categoryAxis: heading)
    try book.addChart(picture, row: 2, column: series.count + 2, in: sheet)
  }

  /// Wide enough for the heading and for what stands below it, in Latin characters.
  private func width(of index: Int, _ column: StatisticsTable.Column) -> Double {
    var widest = TextWidth.of(column.heading[language])
    for cells in table.rows {
      if case .text(let text) = cells[index] { widest = max(widest, TextWidth.of(text)) }
    }
    return Double(min(max(widest + 3, 9), 50))
  }
}
