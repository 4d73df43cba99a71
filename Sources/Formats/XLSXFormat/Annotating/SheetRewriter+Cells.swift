import Tabular

extension SheetRewriter {
  /// Copies the row whose tag was read last, with changes in it; passes its end.
  func rewrite(_ cells: [RowEdit.Cell], inRow row: Int) throws(FileError) {
    guard !cells.isEmpty else {
      try passCells(inRow: row)
      return
    }
    var rest = cells[...]
    let prefix = scanner.prefix
    let rowStyle = try styleOfRow()
    if cells.contains(where: { $0.change != .clear }) {
      // What a row says of the columns it spans is a hint that would be wrong now.
      let isEmpty = scanner.isEmptyElement
      let tag = scanner.tag
      try scanner.replaceTag(with: tag.text(changing: [("spans", nil)], isEmpty: false))
      if isEmpty {
        let text = newCells(&rest, before: .max, row, prefix, rowStyle)
        try scanner.insert("\(text)</\(tag.name)>")
        try scanner.skipElement()
        return
      }
    }
    let inside = scanner.depth
    var last = -1
    while true {
      passPlainCells(inRow: row, last: &last, before: rest.first?.column ?? .max)
      switch try scanner.next() {
      case .open where scanner.isElement("c"):
        last = try scanner.cellColumn(inRow: row, after: last)
        try scanner.insertBeforeTag(newCells(&rest, before: last, row, prefix, rowStyle))
        if rest.first?.column == last, let cell = rest.popFirst() {
          try change(cell, inRow: row, prefix)
        } else {
          try scanner.skipElement()
        }
      case .open:
        // Cells stand before what extends a row.
        if scanner.isElement("extLst") {
          try scanner.insertBeforeTag(newCells(&rest, before: .max, row, prefix, rowStyle))
        }
        try scanner.skipElement()
      case .text: continue
      case .close, .end:
        if scanner.depth < inside {
          try scanner.insertBeforeTag(newCells(&rest, before: .max, row, prefix, rowStyle))
          return
        }
      }
    }
  }

  /// A row that is not there yet.
  func newRow(_ row: Int, _ edit: RowEdit) -> String {
    let prefix = rowPrefix
    var rest = edit.cells[...]
    let cells = newCells(&rest, before: .max, row, prefix, nil)
    return cells.isEmpty ? "" : "<\(prefix)row r=\"\(row)\">\(cells)</\(prefix)row>"
  }

  private func passCells(inRow row: Int) throws(FileError) {
    let inside = scanner.depth
    var last = -1
    while true {
      passPlainCells(inRow: row, last: &last, before: .max)
      switch try scanner.next() {
      case .open: try scanner.skipElement()
      case .text: continue
      case .close, .end: if scanner.depth < inside { return }
      }
    }
  }

  /// Passes cells in their usual form the short way.
  private func passPlainCells(inRow row: Int, last: inout Int, before column: Int) {
    guard scanner.isAtContent, scanner.name == scanner.localName else { return }
    while let cell = scanner.plainCell(inRow: row), cell.head.column > last, cell.head.column < column {
      last = cell.head.column
      scanner.position = cell.end
    }
  }

  /// Changes the cell whose tag was read last; passes its end.
  private func change(_ cell: RowEdit.Cell, inRow row: Int, _ prefix: String) throws(FileError) {
    switch cell.change {
    case .mark(let isError):
      let style = styles.marked(base: try scanner.number(of: "s") ?? 0, isError: isError)
      let isEmpty = scanner.isEmptyElement
      try scanner.replaceTag(with: scanner.tag.text(changing: [("s", String(style))], isEmpty: isEmpty))
      try scanner.skipElement()
    case .text, .clear:
      try scanner.dropElement()
      try scanner.insert(newCell(cell, row, prefix, nil))
    }
  }

  /// The cells that stand before a column and are not there yet.
  private func newCells(
    _ cells: inout ArraySlice<RowEdit.Cell>, before column: Int, _ row: Int, _ prefix: String,
    _ rowStyle: Int?
  ) -> String {
    var text = ""
    while let cell = cells.first, cell.column < column {
      text += newCell(cell, row, prefix, rowStyle)
      cells.removeFirst()
    }
    return text
  }

  private func newCell(_ cell: RowEdit.Cell, _ row: Int, _ prefix: String, _ rowStyle: Int?) -> String {
    let place = "r=\"\(CellAddress.columnLetters(cell.column))\(row)\""
    switch cell.change {
    case .clear: return ""
    case .mark(let isError):
      let base = rowStyle ?? survey.style(ofColumn: cell.column)
      return "<\(prefix)c \(place) s=\"\(styles.marked(base: base, isError: isError))\"/>"
    case .text(let text, let style):
      let content = "<\(prefix)t xml:space=\"preserve\">\(XMLText.ofCell(text))</\(prefix)t>"
      return """
        <\(prefix)c \(place) s="\(style ?? styles.text())" t="inlineStr"><\(prefix)is>\(content)</\(prefix)is></\(prefix)c>
        """
    }
  }

  /// The style that the row whose tag was read last gives to cells that are not there.
  private func styleOfRow() throws(FileError) -> Int? {
    let isCustom = try scanner.text(of: "customFormat")
    return isCustom == "1" || isCustom == "true" ? try scanner.number(of: "s") : nil
  }
}
