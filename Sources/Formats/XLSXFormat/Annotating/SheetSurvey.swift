import Tabular

/// 工作表勘察 — what must be known of a sheet before it is rewritten while it streams: where its table ends, what stands
/// where, and what its columns look like.
struct SheetSurvey {
  /// The cells of the heading row that have a value.
  struct Headings {
    var columns: ClosedRange<Int>
    /// The style of the last of them.
    var style: Int
  }

  /// Whether it is in the strict form of the format.
  var isStrict = false
  /// The last row there is.
  var lastRow = 0
  var headings: Headings?
  /// For each column whether something is in it.
  var isUsed = [Bool](repeating: false, count: CellReference.mostColumns)
  /// The styles that columns give to cells that are not there.
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// How many elements with columns' widths there are; one, or none.
  var columnGroups = 0
  var hasFilter = false
  /// The range of its filter, where it is one.
  var filter: CellArea?
  /// The relationship to the boxes of its comments, and of its controls.
  var legacyDrawing: String?
  /// Behind which of the elements directly in it, counted from 0, a filter must come, and that reference.
  var placeOfFilter = 0
  var placeOfLegacyDrawing = 0

  /// Takes the columns of an area for used.
  mutating func use(_ columns: ClosedRange<Int>) {
    for column in columns.clamped(to: 0...CellReference.mostColumns - 1) { isUsed[column] = true }
  }

  /// The first column to the right of the headings in which nothing is; nil in a sheet that is full.
  var freeColumn: Int? {
    let last = headings?.columns.upperBound ?? isUsed.lastIndex(of: true) ?? -1
    return isUsed[(last + 1)...].firstIndex(of: false)
  }

  /// The style that a column gives to cells that are not there.
  func style(ofColumn column: Int) -> Int {
    columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }
}
