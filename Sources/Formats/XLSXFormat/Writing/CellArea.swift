import Tabular

/// 单元格区域 — a rectangle of cells: rows as a spreadsheet shows them, from 1; columns from 0.
public struct CellArea: Sendable, Equatable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  /// A rectangle.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// A part of one column.
  public init(rows: ClosedRange<Int>, column: Int) {
    self.init(rows: rows, columns: column...column)
  }

  /// The area as a list refers to it: `='码表'!$A$2:$A$9`.
  func reference(sheet: String) -> String {
    "='\(sheet.replacing("'", with: "''"))'!\(absoluteReference)"
  }

  /// The area as `$A$2:$A$9`.
  var absoluteReference: String {
    let first = "$\(CellAddress.columnLetters(columns.lowerBound))$\(rows.lowerBound)"
    let last = "$\(CellAddress.columnLetters(columns.upperBound))$\(rows.upperBound)"
    return "\(first):\(last)"
  }
}
