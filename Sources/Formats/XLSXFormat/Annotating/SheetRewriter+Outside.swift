import Tabular

/// What stands outside the rows: the sheet's size, its columns' widths, its filter, the reference to the comments' boxes.
extension SheetRewriter {
  /// The width of the column of findings, in characters.
  private static let width = 60

  /// Passes an element directly in the sheet, changed where it must be.
  func passChild() throws(FileError) {
    childCount += 1
    if scanner.isElement("cols"), survey.columnGroups == 1, let column = plan.column {
      try rewriteColumns(column + 1)
    } else {
      if let area = try changedRange() {
        let isEmpty = scanner.isEmptyElement
        try scanner.replaceTag(
          with: scanner.tag.text(changing: [("ref", area.reference)], isEmpty: isEmpty))
      }
      try scanner.skipElement()
    }
    try endChild()
  }

  /// Puts in what must come behind the element that was passed last.
  func endChild() throws(FileError) {
    try scanner.copyPassed()
    let prefix = rootPrefix
    if childCount - 1 == survey.placeOfFilter, !survey.hasFilter, let filter = plan.filter {
      try scanner.insert("<\(prefix)autoFilter ref=\"\(toLastRow(filter).reference)\"/>")
    }
    if childCount - 1 == survey.placeOfLegacyDrawing, let id = plan.legacyDrawing {
      let namespace = XMLNamespaces.relationships(isStrict: survey.isStrict)
      try scanner.insert("<\(prefix)legacyDrawing xmlns:r=\"\(namespace)\" r:id=\"\(id)\"/>")
    }
  }

  /// Passes everything behind the rows.
  func passRest() throws(FileError) {
    while true {
      switch try scanner.next() {
      case .open: try passChild()
      case .close, .text: continue
      case .end: return
      }
    }
  }

  /// The widths of columns for a sheet that gives none.
  func newColumns() -> String? {
    plan.column.map { "<\(rootPrefix)cols>\(newColumn($0 + 1, rootPrefix))</\(rootPrefix)cols>" }
  }

  /// The range that the element whose tag was read last gets; nil where it keeps its own.
  private func changedRange() throws(FileError) -> CellArea? {
    if scanner.isElement("autoFilter"), survey.hasFilter { return plan.filter.map(toLastRow) }
    guard scanner.isElement("dimension"), let column = plan.column,
      let area = try scanner.value(of: "ref").flatMap({ CellArea(reference: $0) })
    else { return nil }
    let rows = min(plan.headerRow, max(1, survey.lastRow))...max(plan.headerRow, survey.lastRow)
    return area.joined(with: CellArea(rows: rows, column: column))
  }

  /// The range that the filter got; nil where it stays as it was.
  var writtenFilter: CellArea? { plan.filter.map(toLastRow) }

  private func toLastRow(_ area: CellArea) -> CellArea {
    CellArea(rows: area.rows.lowerBound...max(area.rows.upperBound, lastWritten), columns: area.columns)
  }

  private func newColumn(_ number: Int, _ prefix: String) -> String {
    "<\(prefix)col min=\"\(number)\" max=\"\(number)\" width=\"\(Self.width)\" customWidth=\"1\"/>"
  }

  /// Copies the widths of columns with that of column `number`, from 1, in its place: an element that covers it is cut.
  private func rewriteColumns(_ number: Int) throws(FileError) {
    let prefix = scanner.prefix
    var isWritten = false
    if scanner.isEmptyElement {
      let tag = scanner.tag
      let text = tag.text(changing: [], isEmpty: false) + newColumn(number, prefix) + "</\(tag.name)>"
      try scanner.replaceTag(with: text)
      try scanner.skipElement()
      return
    }
    let inside = scanner.depth
    while true {
      switch try scanner.next() {
      case .open:
        if !isWritten { isWritten = try putColumn(number, prefix) }
        try scanner.skipElement()
      case .text: continue
      case .close, .end:
        if scanner.depth < inside {
          if !isWritten { try scanner.insertBeforeTag(newColumn(number, prefix)) }
          return
        }
      }
    }
  }

  /// Puts the column before or into the element whose tag was read last.
  /// - Returns: whether its place was there.
  private func putColumn(_ number: Int, _ prefix: String) throws(FileError) -> Bool {
    guard let first = try scanner.number(of: "min"), let last = try scanner.number(of: "max"), last >= number
    else { return false }
    let new = newColumn(number, prefix)
    guard first <= number else {
      try scanner.insertBeforeTag(new)
      return true
    }
    let tag = scanner.tag
    let isEmpty = scanner.isEmptyElement
    guard isEmpty else { return true }
    var text = ""
    if first < number { text += tag.text(changing: [("max", String(number - 1))], isEmpty: true) }
    text += new
    if last > number { text += tag.text(changing: [("min", String(number + 1))], isEmpty: true) }
    try scanner.replaceTag(with: text)
    return true
  }
}
