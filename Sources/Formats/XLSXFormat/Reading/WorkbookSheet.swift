/// 工作表 — one sheet of cells in a workbook.
public struct WorkbookSheet: Sendable, Equatable {
  /// Its name as the tab shows it.
  public let name: String
  /// Whether the tab is hidden; such a sheet is read like any other.
  public let isHidden: Bool
  /// The part of the package that holds it.
  let part: String
  /// Its place among all tabs, those without cells too, from 0.
  let position: Int
}
