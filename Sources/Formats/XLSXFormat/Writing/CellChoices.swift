/// 下拉选项 — what may be chosen in a cell.
public enum CellChoices: Sendable {
  /// These texts: none with a comma, together at most 255 characters.
  case texts([String])
  /// The texts in cells of a sheet, as many as there are.
  case cells(CellArea, sheet: WorkbookWriter.Sheet)
}
