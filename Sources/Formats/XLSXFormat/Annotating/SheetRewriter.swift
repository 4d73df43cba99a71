import Tabular

/// 工作表改写 — copies a sheet's part while it streams, with notes in it: the tags of bad cells get other styles, cells and
/// rows that are missing are put in, and what belongs to them outside the rows. Everything else keeps its bytes; memory
/// stays the same however long the sheet is.
///
/// It is a class because the window behind it cannot be copied.
final class SheetRewriter {
  /// What comes next in the rows; its tag was read and is not yet copied.
  private enum Next {
    case unknown
    case row(Int)
    case end
  }

  var scanner: XMLScanner
  let survey: SheetSurvey
  let plan: AnnotationPlan
  var styles: AnnotationStyles
  /// How many elements directly in the sheet were begun.
  var childCount = 0
  /// The prefixes of the root, and of the element that holds the rows, which new elements in them get.
  private(set) var rootPrefix = ""
  private(set) var rowPrefix = ""
  /// Whether the tag of the element that holds the rows was its end as well.
  private var isDataEmpty = false
  private var next = Next.unknown
  /// The last row of the sheet that was read, and the last that was written.
  private var lastRead = 0
  private(set) var lastWritten = 0

  /// Begins a copy: passes everything before the rows.
  init(
    _ stream: any ByteStream, part: String, limits: XMLLimits, windowSize: Int = 1 << 16,
    to sink: any ByteSink & AnyObject,
    survey: SheetSurvey, plan: AnnotationPlan, styles: AnnotationStyles
  ) throws(FileError) {
    self.survey = survey
    self.plan = plan
    self.styles = styles
    scanner = try XMLScanner(stream, part: part, limits: limits, windowSize: windowSize)
    scanner.startCopying(to: sink)
    try scanner.insert(XMLText.declaration)
    try begin()
  }

  /// Writes the row `number` with changes in it, and what comes before it. Rows are given in ascending order.
  func write(_ edit: RowEdit, row number: Int) throws(FileError) {
    precondition(number > lastWritten, "rows are changed in ascending order")
    if number > plan.headerRow, lastWritten < plan.headerRow { try write(RowEdit(), row: plan.headerRow) }
    try pass(before: number)
    let edit = withHeading(edit, number)
    if case .row(number) = next {
      try rewriteRow(number, edit)
    } else if !edit.cells.isEmpty {
      try scanner.insertBeforeTag(newRow(number, edit))
    }
    lastWritten = number
  }

  /// Writes what is left of the sheet.
  func finish() throws(FileError) {
    if lastWritten < plan.headerRow { try write(RowEdit(), row: plan.headerRow) }
    try pass(before: .max)
    if isDataEmpty { try scanner.insert("</\(rowPrefix)sheetData>") }
    try endChild()
    try passRest()
    try scanner.copyPassed()
  }

  private func begin() throws(FileError) {
    while true {
      switch try scanner.next() {
      case .open where scanner.depth == 1: rootPrefix = scanner.prefix
      case .open where scanner.isElement("sheetData"):
        childCount += 1
        try beginRows()
        return
      case .open: try passChild()
      case .close, .text: continue
      case .end: throw .partCutOff(scanner.part)
      }
    }
  }

  private func beginRows() throws(FileError) {
    rowPrefix = scanner.prefix
    isDataEmpty = scanner.isEmptyElement
    if survey.columnGroups == 0, let columns = newColumns() { try scanner.insertBeforeTag(columns) }
    if isDataEmpty { try scanner.replaceTag(with: scanner.tag.text(changing: [], isEmpty: false)) }
  }

  /// Passes the rows before `number`; then the next one, or the end of rows, is known.
  private func pass(before number: Int) throws(FileError) {
    while true {
      switch next {
      case .unknown: try readNext()
      case .row(let row) where row < number: try rewriteRow(row, RowEdit(cells: clearing(row)))
      case .row, .end: return
      }
    }
  }

  private func readNext() throws(FileError) {
    let inside = 2
    while true {
      switch try scanner.next() {
      case .open where scanner.isElement("row"):
        lastRead = try scanner.rowNumber(after: lastRead)
        next = .row(lastRead)
        return
      case .open: try scanner.skipElement()
      case .text: continue
      case .close, .end:
        if scanner.depth < inside {
          next = .end
          return
        }
      }
    }
  }

  private func rewriteRow(_ number: Int, _ edit: RowEdit) throws(FileError) {
    next = .unknown
    lastWritten = number
    try rewrite(edit.cells, inRow: number)
  }

  /// What an earlier copy said of a row is no longer said.
  private func clearing(_ row: Int) -> [RowEdit.Cell] {
    guard let column = plan.column, plan.isColumnReused, row > plan.headerRow else { return [] }
    return [(column, .clear)]
  }

  /// The changes with those that every row has: the heading over the findings, and nothing of an earlier copy.
  private func withHeading(_ edit: RowEdit, _ row: Int) -> RowEdit {
    guard let column = plan.column else { return edit }
    var edit = edit
    if row == plan.headerRow {
      let isMarked = edit.cells.last { $0.column == column }.map(\.change)
      edit.cells.removeAll { $0.column == column }
      var style = survey.headings?.style
      if case .mark(let isError) = isMarked { style = styles.marked(base: style ?? 0, isError: isError) }
      edit.cells.append((column, .text(plan.heading, style: style ?? 0)))
    } else if !edit.cells.contains(where: { $0.column == column }) {
      edit.cells += clearing(row)
    }
    edit.cells.sort { $0.column < $1.column }
    return edit
  }
}
