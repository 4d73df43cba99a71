import Tabular

/// 工作表勘察员 — goes through a sheet's part once, before it is rewritten.
struct SheetSurveyor: ~Copyable {
  private var scanner: XMLScanner
  private let headerRow: Int
  private var survey = SheetSurvey()

  private init(_ scanner: consuming XMLScanner, headerRow: Int) {
    self.scanner = scanner
    self.headerRow = headerRow
  }

  /// Looks at a sheet from its first byte to its last.
  /// - Throws: `.truncated`, `.damaged`, `.hostile`: whatever is wrong with the part is said before anything is written.
  static func survey(
    _ stream: any ByteStream, part: String, limits: XMLLimits, windowSize: Int = 1 << 16, headerRow: Int
  ) throws(FileError) -> SheetSurvey {
    let scanner = try XMLScanner(stream, part: part, limits: limits, windowSize: windowSize)
    var surveyor = SheetSurveyor(scanner, headerRow: headerRow)
    try surveyor.run()
    return surveyor.survey
  }

  private mutating func run() throws(FileError) {
    var child = -1
    var hasData = false
    while true {
      switch try scanner.next() {
      case .open where scanner.depth == 1: try readRoot()
      case .open:
        child += 1
        if ElementOrder.isBeforeFilter(scanner) { survey.placeOfFilter = child }
        if ElementOrder.isBeforeLegacyDrawing(scanner) { survey.placeOfLegacyDrawing = child }
        if scanner.isElement("sheetData") {
          guard !hasData else { throw twoTables() }
          hasData = true
        }
        try readChild()
      case .close, .text: continue
      case .end:
        guard hasData else {
          throw .partMalformed(scanner.part, zh: "没有 sheetData", en: "there is no element sheetData")
        }
        return
      }
    }
  }

  private func twoTables() -> FileError {
    .partMalformed(scanner.part, zh: "有两个 sheetData", en: "there are two elements sheetData")
  }

  private mutating func readRoot() throws(FileError) {
    guard scanner.isElement("worksheet") else {
      throw .partMalformed(scanner.part, zh: "不是工作表部件", en: "it is not the part of a sheet")
    }
    survey.isStrict = scanner.attributes.contains { scanner.matches(XMLNamespaces.strict, $0.value) }
  }

  private mutating func readChild() throws(FileError) {
    if scanner.isElement("sheetData") {
      try readRows()
    } else if scanner.isElement("cols") {
      survey.columnGroups += 1
      try readChildren { survey, scanner throws(FileError) in
        guard let first = try scanner.number(of: "min"), let last = try scanner.number(of: "max"),
          let style = try scanner.number(of: "style"), first >= 1, last >= first
        else { return }
        survey.columnStyles.append((first - 1...last - 1, style))
      }
    } else if scanner.isElement("mergeCells") {
      let headerRow = headerRow
      try readChildren { survey, scanner throws(FileError) in
        guard let area = try scanner.value(of: "ref").flatMap({ CellArea(reference: $0) }),
          area.rows.upperBound >= headerRow
        else { return }
        survey.use(area.columns)
      }
    } else {
      if scanner.isElement("autoFilter") {
        survey.hasFilter = true
        survey.filter = try scanner.value(of: "ref").flatMap { CellArea(reference: $0) }
      } else if scanner.isElement("legacyDrawing") {
        survey.legacyDrawing = try relationship()
      }
      try scanner.skipElement()
    }
  }

  /// The value of the attribute `id`, which has a prefix that the part chooses.
  private func relationship() throws(FileError) -> String? {
    let id = scanner.attributes.first {
      String(decoding: scanner.window[$0.name], as: UTF8.self).hasSuffix(":id")
    }
    return id.map { String(decoding: scanner.window[$0.value], as: UTF8.self) }
  }

  /// Hands on every element directly in the one that was opened last.
  private mutating func readChildren(
    _ take: (inout SheetSurvey, borrowing XMLScanner) throws(FileError) -> Void
  ) throws(FileError) {
    let inside = scanner.depth
    while true {
      switch try scanner.next() {
      case .open:
        try take(&survey, scanner)
        try scanner.skipElement()
      case .text: continue
      case .close, .end: if scanner.depth < inside { return }
      }
    }
  }

  private mutating func readRows() throws(FileError) {
    let inside = scanner.depth
    while true {
      switch try scanner.next() {
      case .open:
        if scanner.isElement("row") { try readRow() } else { try scanner.skipElement() }
      case .text: continue
      case .close, .end: if scanner.depth < inside { return }
      }
    }
  }

  private mutating func readRow() throws(FileError) {
    let row = try scanner.rowNumber(after: survey.lastRow)
    survey.lastRow = row
    let inside = scanner.depth
    let isPlain = scanner.prefix.isEmpty
    var last = -1
    while true {
      if isPlain, scanner.isAtContent {
        while let cell = scanner.plainCell(inRow: row), cell.head.column > last {
          last = cell.head.column
          if !cell.value.isEmpty { use(last, style: cell.head.style, row: row) }
          scanner.position = cell.end
        }
      }
      switch try scanner.next() {
      case .open where scanner.isElement("c"):
        last = try scanner.cellColumn(inRow: row, after: last)
        let style = try scanner.number(of: "s") ?? 0
        if try hasValue() { use(last, style: style, row: row) }
      case .open: try scanner.skipElement()
      case .text: continue
      case .close, .end: if scanner.depth < inside { return }
      }
    }
  }

  private mutating func use(_ column: Int, style: Int, row: Int) {
    survey.isUsed[column] = true
    guard row == headerRow else { return }
    let first = survey.headings?.columns.lowerBound ?? column
    survey.headings = SheetSurvey.Headings(columns: first...column, style: style)
  }

  /// Whether the cell that was opened last has a value or a formula; passes its end.
  private mutating func hasValue() throws(FileError) -> Bool {
    let inside = scanner.depth
    var hasValue = false
    while true {
      switch try scanner.next() {
      case .open:
        hasValue = hasValue || scanner.isElement("v") || scanner.isElement("is") || scanner.isElement("f")
        try scanner.skipElement()
      case .text: continue
      case .close, .end: if scanner.depth < inside { return hasValue }
      }
    }
  }
}
