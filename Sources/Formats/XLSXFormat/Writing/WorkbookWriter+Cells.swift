import CXlsxWriter
import SheetCells
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
    try write(row, column, sheet, .value) { pointer, row, column in
      worksheet_write_string(pointer, row, column, EscapedText.escaping(text), format)
    }
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
    try write(row, column, sheet, .value) { pointer, row, column in
      worksheet_write_number(pointer, row, column, number, format)
    }
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
    try write(row, column, sheet, .blank) { pointer, row, column in
      worksheet_write_blank(pointer, row, column, format)
    }
  }

  /// Hangs a comment on a cell of the row that is being written, or of a later one.
  public mutating func comment(_ text: String, row: Int, column: Int, in sheet: Sheet) throws(FileError) {
    guard !text.isEmpty else { return }
    guard text.utf16.count <= 32_767 else { throw .writtenTextTooLong(place(row, column, sheet)) }
    try write(row, column, sheet, .comment) { pointer, row, column in
      var options = lxw_comment_options()
      options.width = 260
      options.height = 110
      return worksheet_write_comment_opt(pointer, row, column, EscapedText.printable(text), &options)
    }
  }

  private enum Content {
    case value
    case blank
    /// Comments are no part of the rows and wait in memory.
    case comment
  }

  /// Writes into a cell and notes its row. A row that goes back is a mistake of the caller's: it is on disk already.
  private mutating func write(
    _ row: Int, _ column: Int, _ sheet: Sheet, _ content: Content,
    _ body: (UnsafeMutablePointer<lxw_worksheet>, lxw_row_t, lxw_col_t) -> lxw_error
  ) throws(FileError) {
    guard row <= CellReference.mostRows, column < CellReference.mostColumns else {
      throw FileError(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, at: place(row, column, sheet))
    }
    precondition(row >= max(1, sheets[sheet.index].lastRow), "rows are numbered from 1 and written in order")
    try check(body(sheets[sheet.index].pointer, lxw_row_t(row - 1), lxw_col_t(column)), row, column, sheet)
    if content == .comment { return }
    sheets[sheet.index].lastRow = row
    if content == .value, sheets[sheet.index].lastRowWithValue != row {
      sheets[sheet.index].lastRowWithValue = row
      sheets[sheet.index].rowsWithValue += 1
    }
  }

  func check(_ error: lxw_error, _ row: Int, _ column: Int, _ sheet: Sheet) throws(FileError) {
    guard error == LXW_NO_ERROR else { throw FileError(error, at: place(row, column, sheet)) }
  }

  private func place(_ row: Int, _ column: Int, _ sheet: Sheet) -> String {
    "\(sheets[sheet.index].name)!\(CellAddress.columnLetters(column))\(row)"
  }
}
