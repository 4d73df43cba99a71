import Tabular

/// 批注方案 — where in a sheet the notes go, settled before the first byte is written.
struct AnnotationPlan {
  let headerRow: Int
  /// The heading of the column of findings.
  let heading: String
  /// The column of findings; nil where the sheet has none to spare.
  let column: Int?
  /// Whether the column is there already, from an earlier copy, and is filled anew.
  let isColumnReused: Bool
  /// The range that the sheet's filter gets; nil leaves it as it is. Its last row is that of the sheet.
  let filter: CellArea?
  /// The relationship that the reference to the comments' boxes gets; nil where it is there already.
  let legacyDrawing: String?

  init(
    _ survey: SheetSurvey, headerRow: Int, heading: String, reusing column: Int?, tables: [CellArea],
    legacyDrawing: String
  ) {
    self.headerRow = headerRow
    self.heading = heading
    isColumnReused = column != nil
    let column = column ?? Self.freeColumn(survey, tables)
    self.column = column
    filter = column.flatMap { Self.filter(survey, headerRow, $0, tables) }
    self.legacyDrawing = survey.legacyDrawing == nil ? legacyDrawing : nil
  }

  /// A table keeps its range, so the column stands outside of it.
  private static func freeColumn(_ survey: SheetSurvey, _ tables: [CellArea]) -> Int? {
    var survey = survey
    for area in tables + [survey.filter].compactMap(\.self) { survey.use(area.columns) }
    return survey.freeColumn
  }

  /// The range of the filter with the column in it. A sheet has one filter at most, and none may lie over a table, which
  /// has its own.
  private static func filter(
    _ survey: SheetSurvey, _ headerRow: Int, _ column: Int, _ tables: [CellArea]
  ) -> CellArea? {
    let first = survey.hasFilter ? survey.filter?.columns.lowerBound : survey.headings?.columns.lowerBound
    guard let first, !survey.hasFilter || survey.filter?.rows.lowerBound == headerRow else { return nil }
    let last = max(column, survey.filter?.columns.upperBound ?? 0)
    let bottom = max(headerRow, survey.lastRow, survey.filter?.rows.upperBound ?? 0)
    guard first <= last else { return nil }
    let area = CellArea(rows: headerRow...bottom, columns: first...last)
    return tables.contains { $0.overlaps(area) } ? nil : area
  }
}
