public import Tabular

/// 旧版工作表读取器 — pulls the rows of one sheet out of an .xls workbook while its records are read, so that memory stays
/// the same however long the sheet is (OPS-05). Rows come in ascending order with the numbers a spreadsheet shows; rows
/// and cells without a value are left out. Rows or cells out of order or doubled are `.damaged`, and a sheet that does
/// not close is `.truncated` (OPS-04).
///
/// It is a class because the window behind it is not to be copied; use it from one task at a time.
public final class XLSSheetReader: RowReader {
  private var cells: CellRecords
  private var failure: FileError?

  init(_ cells: consuming CellRecords) {
    self.cells = cells
  }

  /// Reads the next row that has a value into `row`, which is emptied first.
  /// - Returns: false at the end of the rows, once the sheet's last record was seen; `row` is empty then.
  /// - Throws: `.truncated`, `.damaged`, `.tooLarge` or `.disk`, with the cell or the record; every later call throws
  ///   the same again.
  public func read(into row: inout RawRow) throws(FileError) -> Bool {
    if let failure { throw failure }
    do {
      return try cells.read(into: &row)
    } catch {
      row.removeAll()
      failure = error
      throw error
    }
  }
}
