/// 旧版工作表 — one sheet of cells in an .xls workbook.
public struct XLSSheet: Sendable, Equatable {
  /// Its name as the tab shows it.
  public let name: String
  /// Whether the tab is hidden; such a sheet is read like any other.
  public let isHidden: Bool
  /// Where its records begin in the workbook's stream.
  let offset: Int
}
