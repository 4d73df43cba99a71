import CXlsxWriter
public import Tabular

extension WorkbookWriter {
  /// Writes text, whatever it looks like: `=1+1` stays these four characters (ERR-04), `00123` these five.
  /// - Throws: `.tooLarge` for over 32,767 characters, `.disk` where the disk fails.
  public mutating func writeText(
    _ text: String, row: Int, column: Int, style: CellStyle = .plain, in sheet: Sheet
  ) throws(FileError) {
    if text.isEmpty {
      try writeBlank(row: row, column: column, style: style, in: sheet)
      return
    }
    guard text.utf16.count <= 32_767 else { throw .writtenTextTooLong(place(row, column, sheet)) }
    let format = format(style)
    let error = worksheet_write_string(
      begin(row, sheet, hasValue: true), lxw_row_t(row - 1), lxw_col_t(column), EscapedText.escaping(text),
      format)
    try check(error, row, column, sheet)
  }

  /// Writes a number; one that is not finite is no value of a spreadsheet, and its cell stays blank.
  public mutating func writeNumber(
    _ number: Double, row: Int, column: Int, style: CellStyle = .plain, in sheet: Sheet
  ) throws(FileError) {
    guard number.isFinite else {
      try writeBlank(row: row, column: column, style: style, in: sheet)
      return
    }
    let format = format(style)
    let error = worksheet_write_number(
      begin(row, sheet, hasValue: true), lxw_row_t(row - 1), lxw_col_t(column), number, format)
    try check(error, row, column, sheet)
  }

  /// Writes a day from 1900-03-01 on as a date of the spreadsheet.
  public mutating func writeDate(
    year: Int, month: Int, day: Int, row: Int, column: Int, style: CellStyle = .date, in sheet: Sheet
  ) throws(FileError) {
    let serial = CivilDate(year: year, month: month, day: day).daysSince1970 + 25_569
    try writeNumber(Double(serial), row: row, column: column, style: style, in: sheet)
  }

  /// Gives a cell a style and no value.
  public mutating func writeBlank(
    row: Int, column: Int, style: CellStyle, in sheet: Sheet
  ) throws(FileError) {
    guard let format = format(style) else { return }
    let error = worksheet_write_blank(
      begin(row, sheet, hasValue: false), lxw_row_t(row - 1), lxw_col_t(column), format)
    try check(error, row, column, sheet)
  }

  /// Hangs a comment on a cell of a row that is being written, or comes later.
  public mutating func comment(_ text: String, row: Int, column: Int, in sheet: Sheet) throws(FileError) {
    guard !text.isEmpty else { return }
    guard text.utf16.count <= 32_767 else { throw .writtenTextTooLong(place(row, column, sheet)) }
    var options = lxw_comment_options()
    options.width = 260
    options.height = 110
    let error = worksheet_write_comment_opt(
      sheets[sheet.index].pointer, lxw_row_t(row - 1), lxw_col_t(column), EscapedText.printable(text),
      &options)
    try check(error, row, column, sheet)
  }

  /// Notes that a row is written. Rows that go back are a mistake of the caller's: the row is on disk already.
  private mutating func begin(
    _ row: Int, _ sheet: Sheet, hasValue: Bool
  ) -> UnsafeMutablePointer<lxw_worksheet> {
    precondition(row >= max(1, sheets[sheet.index].lastRow), "rows are numbered from 1 and written in order")
    sheets[sheet.index].lastRow = row
    if hasValue, sheets[sheet.index].lastRowWithValue != row {
      sheets[sheet.index].lastRowWithValue = row
      sheets[sheet.index].rowsWithValue += 1
    }
    return sheets[sheet.index].pointer
  }

  func check(_ error: lxw_error, _ row: Int, _ column: Int, _ sheet: Sheet) throws(FileError) {
    guard error == LXW_NO_ERROR else { throw FileError(error, at: place(row, column, sheet)) }
  }

  private func place(_ row: Int, _ column: Int, _ sheet: Sheet) -> String {
    "\(sheets[sheet.index].name)!\(CellAddress.columnLetters(column))\(row)"
  }
}
