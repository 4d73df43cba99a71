internal import Tabular
internal import XLSXFormat

extension StatisticsWorkbook {
  /// Writes the sums that a chart draws, with the chart over them: stacked columns.
  func write(_ chart: StatisticsTable.Chart, _ book: inout WorkbookWriter) throws(FileError) {
    let labels = chart.labels.compactMap { key in table.columns.first { $0.key == key } }
    let points = table.drawn(chart, in: language).map { line in
      (label: line.label, cells: line.sums.map(StatisticsTable.Cell.count))
    }
    try draw(
      .stackedColumn, title: chart.title[language], sheet: Wording(zh: "图表", en: "Chart")[language],
      label: labels.map { $0.heading[language] }.joined(separator: " "),
      series: chart.series.compactMap { key in table.columns.first { $0.key == key } }, points, &book)
  }

  /// Writes a figure's own numbers, with the chart over them: columns next to each other.
  func write(_ figure: StatisticsTable.Figure, _ book: inout WorkbookWriter) throws(FileError) {
    let title = figure.title[language]
    try draw(
      .column, title: title, sheet: WorkbookWriter.sheetName(fitting: title), label: figure.label[language],
      series: figure.series, figure.points, &book)
  }

  private func draw(
    _ kind: WorkbookChart.Kind, title: String, sheet name: String, label: String,
    series: [StatisticsTable.Column], _ points: [(label: String, cells: [StatisticsTable.Cell])],
    _ book: inout WorkbookWriter
  ) throws(FileError) {
    guard !points.isEmpty, !series.isEmpty else { return }
    let sheet = try book.addSheet(name)
    try book.setColumns(0...0, width: 40, in: sheet)
    try book.setColumns(1...series.count, width: 10, in: sheet)
    book.freeze(rows: 1, in: sheet)
    try book.writeText(label, row: 1, column: 0, style: .header, in: sheet)
    for (index, column) in series.enumerated() {
      try book.writeText(column.heading[language], row: 1, column: index + 1, style: .header, in: sheet)
    }
    for (index, point) in points.enumerated() {
      try book.writeText(point.label, row: index + 2, column: 0, style: .text, in: sheet)
      for (place, cell) in point.cells.enumerated() {
        guard let (number, style) = cell.number else { continue }
        try book.writeNumber(number, row: index + 2, column: place + 1, style: style, in: sheet)
      }
    }
    let rows = 2...points.count + 1
    let chart = WorkbookChart(
      kind, title: title,
      series: series.enumerated().map { index, column in
        WorkbookChart.Series(
          column.heading[language], sheet: sheet, categories: CellArea(rows: rows, column: 0),
          values: CellArea(rows: rows, column: index + 1))
      }, categoryAxis: label)
    try book.addChart(chart, row: 2, column: series.count + 2, in: sheet)
  }
}

extension StatisticsTable.Cell {
  /// The number of a cell that has one, and how it is shown.
  fileprivate var number: (Double, CellStyle)? {
    switch self {
    case .count(let count): (Double(count), .number)
    case .hundredths(let value): (Double(value) / 100, .decimal)
    case .share(let share): (share, .percent)
    case .text, .named, .blank: nil
    }
  }
}
