import CXlsxWriter
public import Tabular

extension WorkbookWriter {
  /// Sets how wide columns are (in characters of Latin text; a Chinese one takes two), and the style that their cells
  /// have before anything is written: `.text` keeps what people type into a template as they typed it.
  public mutating func setColumns(
    _ columns: ClosedRange<Int>, width: Double, style: CellStyle = .plain, in sheet: Sheet
  ) throws(FileError) {
    let format = format(style)
    let error = worksheet_set_column(
      sheets[sheet.index].pointer, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, format
    )
    try check(error, 1, columns.lowerBound, sheet)
  }

  /// Keeps the first rows and columns in sight.
  public mutating func freeze(rows: Int, columns: Int = 0, in sheet: Sheet) {
    worksheet_freeze_panes(sheets[sheet.index].pointer, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Puts filter buttons on the first row of an area.
  public mutating func filter(_ area: CellArea, in sheet: Sheet) throws(FileError) {
    let error = worksheet_autofilter(
      sheets[sheet.index].pointer, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn)
    try check(error, area.rows.lowerBound, area.columns.lowerBound, sheet)
  }

  /// Prepares a sheet for paper: A4, all columns on one page's width, the first rows again on every page.
  public mutating func setPrinting(isLandscape: Bool, repeatedRows: Int, in sheet: Sheet) throws(FileError) {
    let pointer = sheets[sheet.index].pointer
    worksheet_set_paper(pointer, 9)
    if isLandscape { worksheet_set_landscape(pointer) }
    worksheet_fit_to_pages(pointer, 1, 0)
    if repeatedRows > 0 {
      try check(worksheet_repeat_rows(pointer, 0, lxw_row_t(repeatedRows - 1)), 1, 0, sheet)
    }
  }

  /// Shows the numbers of an area that fit a rule in another style.
  public mutating func highlight(
    _ rule: NumberRule, in area: CellArea, style: CellStyle, sheet: Sheet
  ) throws(FileError) {
    var condition = lxw_conditional_format()
    condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    switch rule {
    case .below(let value):
      condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
      condition.value = value
    case .atLeast(let value):
      condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      condition.value = value
    case .between(let range):
      condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
      condition.min_value = range.lowerBound
      condition.max_value = range.upperBound
    }
    condition.format = format(style)
    let error = worksheet_conditional_format_range(
      sheets[sheet.index].pointer, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &condition)
    try check(error, area.rows.lowerBound, area.columns.lowerBound, sheet)
  }
}

extension CellArea {
  var firstRow: lxw_row_t { lxw_row_t(rows.lowerBound - 1) }
  var lastRow: lxw_row_t { lxw_row_t(rows.upperBound - 1) }
  var firstColumn: lxw_col_t { lxw_col_t(columns.lowerBound) }
  var lastColumn: lxw_col_t { lxw_col_t(columns.upperBound) }
}
