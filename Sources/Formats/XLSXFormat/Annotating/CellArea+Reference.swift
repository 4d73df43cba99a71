import Tabular

extension CellArea {
  /// The area that a part of a sheet gives as `A1:F20` or `A1`; nil where it is none.
  init?(reference: some Sequence<UInt8>) {
    let corners = Array(reference).filter { $0 != UInt8(ascii: "$") }.split(separator: UInt8(ascii: ":"))
    guard (1...2).contains(corners.count), let first = CellReference(corners[0]),
      let last = CellReference(corners[corners.count - 1]), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }

  /// The area as `A1:F20`.
  var reference: String {
    "\(CellAddress.columnLetters(columns.lowerBound))\(rows.lowerBound):"
      + "\(CellAddress.columnLetters(columns.upperBound))\(rows.upperBound)"
  }

  /// Whether two areas share a cell.
  func overlaps(_ other: CellArea) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// The smallest area that holds both.
  func joined(with other: CellArea) -> CellArea {
    CellArea(
      rows: min(rows.lowerBound, other.rows.lowerBound)...max(rows.upperBound, other.rows.upperBound),
      columns: min(
        columns.lowerBound, other.columns.lowerBound)...max(
          columns.upperBound, other.columns.upperBound))
  }
}
