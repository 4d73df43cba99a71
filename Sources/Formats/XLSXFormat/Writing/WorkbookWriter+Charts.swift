import CXlsxWriter
public import Tabular

extension WorkbookWriter {
  /// Sets a chart with its upper left corner on a cell.
  public mutating func addChart(
    _ chart: WorkbookChart, row: Int, column: Int, in sheet: Sheet
  ) throws(FileError) {
    guard let drawn = newChart(chart.kind.type) else {
      throw .writingFailed(at: path, reason: "out of memory")
    }
    for series in chart.series {
      let name = sheets[series.sheet.index].name
      let added = chart_add_series(drawn, nil, nil)
      let categories = series.categories
      chart_series_set_categories(
        added, name, categories.firstRow, categories.firstColumn, categories.lastRow, categories.lastColumn)
      let values = series.values
      chart_series_set_values(
        added, name, values.firstRow, values.firstColumn, values.lastRow, values.lastColumn)
      chart_series_set_name(added, Self.label(series.name))
    }
    chart_title_set_name(drawn, Self.label(chart.title))
    if chart.kind != .pie {
      if let name = chart.categoryAxis { chart_axis_set_name(drawn.pointee.x_axis, Self.label(name)) }
      if let name = chart.valueAxis { chart_axis_set_name(drawn.pointee.y_axis, Self.label(name)) }
      if chart.series.count == 1 { chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    }
    let error = worksheet_insert_chart(
      sheets[sheet.index].pointer, lxw_row_t(row - 1), lxw_col_t(column), drawn)
    try check(error, row, column, sheet)
  }

  /// A label as the library takes it for text: one that begins with `=` would be a reference to a cell.
  private static func label(_ text: String) -> String {
    let printable = EscapedText.printable(text)
    return printable.hasPrefix("=") ? " \(printable)" : printable
  }
}

extension WorkbookChart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .column: LXW_CHART_COLUMN
    case .stackedColumn: LXW_CHART_COLUMN_STACKED
    case .bar: LXW_CHART_BAR
    case .line: LXW_CHART_LINE
    case .pie: LXW_CHART_PIE
    }
  }
}
