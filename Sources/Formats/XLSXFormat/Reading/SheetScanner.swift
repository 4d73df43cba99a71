import Tabular

/// 工作表扫描 — walks the XML of a sheet from row to row. The reader follows the cells that are there; what the sheet
/// says of its own size (`dimension`) is never looked at.
struct SheetScanner: ~Copyable {
  private enum Stage {
    case beforeData
    case inData
    case afterData
    case finished
  }

  private var scanner: XMLScanner
  private let decoder: CellDecoder
  private let mostCells: Int
  private var stage = Stage.beforeData
  private var lastRow = 0
  private var cellCount = 0
  /// The value of the cell that is being read.
  private var value: [UInt8] = []

  init(_ scanner: consuming XMLScanner, decoder: CellDecoder, mostCells: Int) {
    self.scanner = scanner
    self.decoder = decoder
    self.mostCells = mostCells
  }

  /// Reads the next row that has a value.
  mutating func read(into row: inout RawRow) throws(FileError) -> Bool {
    row.removeAll()
    while stage != .finished {
      switch try scanner.next() {
      case .open: if try opened(&row), !row.cells.isEmpty { return true }
      case .close: if stage == .inData, scanner.depth == 1 { stage = .afterData }
      case .text: continue
      case .end: stage = .finished
      }
    }
    row.number = 0
    return false
  }

  /// Deals with an element outside rows.
  /// - Returns: whether it was a row.
  private mutating func opened(_ row: inout RawRow) throws(FileError) -> Bool {
    switch scanner.depth {
    case 1:
      guard scanner.isElement("worksheet") else {
        throw .partMalformed(scanner.part, zh: "不是工作表部件", en: "it is not the part of a sheet")
      }
    case 2 where scanner.isElement("sheetData"):
      guard stage == .beforeData else {
        throw .partMalformed(scanner.part, zh: "有两个 sheetData", en: "there are two elements sheetData")
      }
      stage = .inData
    case 3 where stage == .inData && scanner.isElement("row"):
      try readRow(&row)
      return true
    default: try scanner.skipElement()
    }
    return false
  }

  private mutating func readRow(_ row: inout RawRow) throws(FileError) {
    row.removeAll()
    row.number = try rowNumber()
    lastRow = row.number
    var lastColumn = -1
    let isPlain = scanner.name == scanner.localName
    while true {
      if isPlain, scanner.isAtContent {
        try readPlainCells(&row, lastColumn: &lastColumn)
      }
      switch try scanner.next() {
      case .open:
        if scanner.isElement("c") {
          try readCell(&row, lastColumn: &lastColumn)
        } else {
          try scanner.skipElement()
        }
      case .text: continue
      case .close, .end:
        try count(row)
        return
      }
    }
  }

  /// The number that the row's tag gives, or the next one; rows come in ascending order.
  private func rowNumber() throws(FileError) -> Int {
    let text = try scanner.value(of: "r")
    guard let number = text.map(CellReference.row) ?? (lastRow + 1) else {
      throw damaged("row \(lastRow + 1)", zh: "行号无效", en: "the row's number is invalid")
    }
    guard number > lastRow, number <= CellReference.mostRows else {
      throw damaged(
        "row \(number)", zh: "行号重复、倒序或超过 1048576", en: "row numbers repeat, go back or pass 1048576")
    }
    return number
  }

  private mutating func readPlainCells(_ row: inout RawRow, lastColumn: inout Int) throws(FileError) {
    while let cell = scanner.plainCell(inRow: row.number), cell.head.column > lastColumn {
      lastColumn = cell.head.column
      try decoder.append(scanner.window.span.extracting(cell.value), cell.head, to: &row)
      scanner.position = cell.end
    }
  }

  /// Reads the cell whose tag was just opened, whatever its form.
  private mutating func readCell(_ row: inout RawRow, lastColumn: inout Int) throws(FileError) {
    var head = try cellHead(row.number, lastColumn: lastColumn)
    lastColumn = head.column
    value.removeAll(keepingCapacity: true)
    let inside = scanner.depth
    var hasValue = false
    // Escapes take seven bytes for a character and are resolved later.
    let mostBytes = decoder.cellCharacters * 7
    reading: while true {
      switch try scanner.next() {
      case .open where scanner.isElement("v") && !hasValue:
        hasValue = true
        try scanner.appendElementText(to: &value, most: mostBytes)
      case .open where scanner.isElement("is") && !hasValue:
        hasValue = true
        try scanner.appendStringItem(to: &value, most: mostBytes)
      case .open:
        if scanner.isElement("f") { head.isFormula = true }
        try scanner.skipElement()
      case .text: continue
      case .close, .end: if scanner.depth < inside { break reading }
      }
    }
    try decoder.append(value.span, head, to: &row)
  }

  private func cellHead(_ row: Int, lastColumn: Int) throws(FileError) -> CellHead {
    var head = CellHead(column: lastColumn + 1)
    let place = "\(CellAddress.columnLetters(lastColumn + 1))\(row)"
    if let text = try scanner.value(of: "r") {
      guard let reference = CellReference(text), reference.row == row else {
        throw damaged(place, zh: "单元格地址无效", en: "the cell's address is invalid")
      }
      head.column = reference.column
    }
    guard head.column > lastColumn, head.column < CellReference.mostColumns else {
      throw damaged(place, zh: "单元格重复、倒序或超出最后一列", en: "cells repeat, go back or pass the last column")
    }
    if let text = try scanner.value(of: "t") {
      guard let form = CellHead.Form(text) else {
        throw damaged(place, zh: "单元格类型不认识", en: "the cell's type is unknown")
      }
      head.form = form
    }
    if let text = try scanner.value(of: "s") {
      guard let style = Int(String(decoding: text, as: UTF8.self)), style >= 0 else {
        throw damaged(place, zh: "样式的序号无效", en: "the index of its style is invalid")
      }
      head.style = style
    }
    return head
  }

  private mutating func count(_ row: borrowing RawRow) throws(FileError) {
    cellCount += row.cells.count
    guard cellCount <= mostCells else {
      throw FileError(
        .tooLarge, at: "\(decoder.sheet)!\(row.number)", zh: "有值的单元格超过 \(mostCells) 个。请把文件分成几个再上传。",
        en: "Over \(mostCells) cells have a value. Split the file and upload the pieces.")
    }
  }

  private func damaged(_ place: String, zh: String, en: String) -> FileError {
    FileError(
      .damaged, at: "\(decoder.sheet)!\(place)", zh: "工作表损坏：\(zh)。请用 Excel 或 WPS 打开后另存，再上传。",
      en: "The sheet is damaged: \(en). Open the file in Excel or WPS, save it again, and upload that.")
  }
}
