import Tabular

extension XMLScanner {
  /// The number of the row whose tag was read last: the one it gives, or the next one.
  /// - Throws: `.damaged` where rows repeat, go back, or pass the last row of a sheet.
  func rowNumber(after last: Int) throws(FileError) -> Int {
    let text = try value(of: "r")
    guard let number = text.map(CellReference.row) ?? (last + 1), number > last,
      number <= CellReference.mostRows
    else {
      throw .partMalformed(
        part, zh: "第 \(last) 行之后的行号无效、重复或倒序",
        en: "behind row \(last) a row's number is invalid, repeats or goes back")
    }
    return number
  }

  /// The column, from 0, of the cell whose tag was read last: the one it gives, or the next one.
  /// - Throws: `.damaged` where cells repeat, go back, or pass the last column of a sheet.
  func cellColumn(inRow row: Int, after last: Int) throws(FileError) -> Int {
    var column = last + 1
    var isValid = true
    if let text = try value(of: "r") {
      let reference = CellReference(text)
      isValid = reference?.row == row
      column = reference?.column ?? 0
    }
    guard isValid, column > last, column < CellReference.mostColumns else {
      throw .partMalformed(
        part, zh: "第 \(row) 行的单元格地址无效、重复或倒序",
        en: "in row \(row) a cell's address is invalid, repeats or goes back")
    }
    return column
  }
}
