public import Tabular

/// 工作表读取器 — pulls the rows of one sheet out of a workbook while it is unpacked: memory stays the same however long
/// the sheet is (OPS-05). Rows come in ascending order with the numbers a spreadsheet shows; rows and cells without a
/// value are left out; a merged cell's value is in its first cell. Rows or cells out of order, doubled, or outside a
/// sheet's bounds are `.damaged`, and a sheet that does not close is `.truncated` (OPS-04), not a short sheet.
///
/// It is a class because the window and the unpacker behind it cannot be copied; use it from one task at a time.
public final class SheetReader: RowReader {
  private var sheet: SheetScanner
  private var failure: FileError?

  init(_ sheet: consuming SheetScanner) {
    self.sheet = sheet
  }

  /// Reads the next row that has a value into `row`, which is emptied first.
  /// - Returns: false at the end of the rows, once the whole sheet was seen to be sound; `row` is empty then.
  /// - Throws: `.truncated`, `.damaged`, `.hostile`, `.tooLarge` or `.disk`, with the part or cell; every later call
  ///   throws the same again.
  public func read(into row: inout RawRow) throws(FileError) -> Bool {
    if let failure { throw failure }
    do {
      return try sheet.read(into: &row)
    } catch {
      row.removeAll()
      failure = error
      throw error
    }
  }
}
