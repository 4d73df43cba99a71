import ExamModel
import Tabular

/// 考次工作簿读取器 — finds the sheets and headings of a sitting's workbook and reads its rows. What is not as it should
/// be becomes a finding that names the cell; `SittingBookTree` makes nodes of what was read.
struct SittingBookReader {
  /// The most rows of all sheets together; thousands of sites fit.
  private static let mostRows = 200_000
  /// In which of the first rows with a value the headings may stand.
  private static let headingRows = 10

  private(set) var findings: [Finding] = []
  private(set) var places = SheetPlaces()
  /// The sheets that are there and hold anything, by their place among all.
  private(set) var tables: [Int: SheetTable] = [:]
  private var rowCount = 0

  /// Reads every sheet.
  /// - Throws: a `FileError` where the file is damaged, or `.tooLarge` where it has too many rows.
  mutating func read(_ sheets: [SittingSheetRows]) throws(FileError) {
    let beside = [SittingSheet.notes, SittingSheet.samples, SittingSheet.codes]
    for sheet in sheets {
      let name = TextCleaning.trimmed(sheet.name)
      if beside.contains(name) { continue }
      guard let index = SittingSheet.all.firstIndex(where: { $0.name == name }), tables[index] == nil else {
        try reportUnlessBlank(sheet)
        continue
      }
      try read(sheet.rows, index)
    }
    if tables[0]?.rows.isEmpty != false, tables[0]?.isUnreadable != true {
      findings.append(
        Finding(
          .missingSheet, at: Place(sheet: SittingSheet.sitting.name), arguments: [SittingSheet.sitting.name]))
    }
  }

  /// A sheet that nobody knows is a slip of the pen, unless it is blank as those that spreadsheets add.
  private mutating func reportUnlessBlank(_ sheet: SittingSheetRows) throws(FileError) {
    var (reader, row) = (sheet.rows, RawRow())
    guard try reader.read(into: &row) else { return }
    let names = SittingSheet.all.map(\.name)
    findings.append(
      Finding(
        .unknownSheet, at: Place(sheet: sheet.name), value: sheet.name,
        arguments: [sheet.name, names.joined(separator: "、")], suggestion: NearMatch.of(sheet.name, in: names)
      ))
  }

  private mutating func read(_ rows: any RowReader, _ index: Int) throws(FileError) {
    var (reader, row) = (rows, RawRow())
    var table = SheetTable(index)
    var columns: [Int: Int]?
    var looked = 0
    while try reader.read(into: &row) {
      rowCount += 1
      if rowCount > Self.mostRows {
        throw FileError(
          .tooLarge, at: table.sheet.name, zh: "工作簿超过 \(Self.mostRows) 行。请检查是否选错了文件。",
          en: "The workbook has over \(Self.mostRows) rows. Check that it is the right file.")
      }
      if let known = columns {
        if let read = cells(of: row, under: known, in: table) { table.rows.append(read) }
      } else if isHeading(row, of: table.sheet) {
        table.headingRow = row.number
        columns = headings(row, &table)
      } else {
        looked += 1
        guard looked < Self.headingRows else { break }
      }
    }
    if columns == nil {
      guard looked > 0 else { return }
      table.isUnreadable = true
      findings.append(
        Finding(
          .noHeadings, at: Place(sheet: table.sheet.name),
          arguments: [table.sheet.columns.map(\.heading).joined(separator: "、")]))
    }
    tables[index] = table
  }

  /// Whether a row is that of the headings: two of its cells are some. Above it stand hints.
  private func isHeading(_ row: RawRow, of sheet: SittingSheet) -> Bool {
    row.cells.count { cell in
      let text = Self.heading(row.text(of: cell))
      return sheet.columns.contains { $0.heading == text }
    } >= 2
  }

  /// - Returns: the sheet's columns by their position in the file.
  private mutating func headings(_ row: RawRow, _ table: inout SheetTable) -> [Int: Int] {
    let sheet = table.sheet
    var positions: [Int?] = Array(repeating: nil, count: sheet.columns.count)
    var unknown: [(heading: String, column: Int)] = []
    var doubled: [Int] = []
    for cell in row.cells {
      let text = Self.heading(row.text(of: cell))
      guard !text.isEmpty else { continue }
      let place = Place(sheet: sheet.name, row: row.number, column: text, columnIndex: cell.column)
      guard let index = sheet.columns.firstIndex(where: { $0.heading == text }) else {
        unknown.append((text, cell.column))
        continue
      }
      if positions[index] == nil {
        positions[index] = cell.column
      } else {
        doubled.append(cell.column)
        findings.append(Finding(.doubledHeading, at: place, value: text, arguments: [text]))
      }
    }
    let missing = sheet.columns.indices.filter { positions[$0] == nil }
    for (text, column) in unknown {
      findings.append(
        Finding(
          .unknownHeading,
          at: Place(sheet: sheet.name, row: row.number, column: text, columnIndex: column), value: text,
          arguments: [text, sheet.columns.map(\.heading).joined(separator: "、")],
          suggestion: NearMatch.of(text, in: missing.map { sheet.columns[$0].heading })))
    }
    for index in missing where sheet.columns[index].isRequired {
      table.isUnreadable = true
      let heading = sheet.columns[index].heading
      findings.append(
        Finding(
          .missingHeading, at: Place(sheet: sheet.name, row: row.number, column: heading),
          arguments: [heading]))
    }
    places.note(positions, ofSheet: table.index)
    return Dictionary(
      uniqueKeysWithValues: positions.enumerated().compactMap { index, position in
        position.map { ($0, index) }
      } + (unknown.map(\.column) + doubled).map { ($0, -1) })
  }

  /// The cells of a row that are not blank; nil where none is. A value without a heading is a finding: it is not
  /// quietly left out.
  private mutating func cells(
    of row: RawRow, under columns: [Int: Int], in table: SheetTable
  ) -> SheetTable.Row? {
    var cells: [Int: SheetTable.Cell] = [:]
    for cell in row.cells {
      let text = TextCleaning.trimmed(row.text(of: cell))
      guard !text.isEmpty else { continue }
      guard let index = columns[cell.column] else {
        findings.append(
          Finding(
            .noHeading, at: Place(sheet: table.sheet.name, row: row.number, columnIndex: cell.column),
            value: String(text.prefix(100))))
        continue
      }
      // What stands under a heading that nobody knows has its finding there.
      if index >= 0 { cells[index] = SheetTable.Cell(text: text, kind: cell.kind) }
    }
    return cells.isEmpty ? nil : SheetTable.Row(number: row.number, cells: cells)
  }

  /// A heading without the star that some put behind what is required.
  private static func heading(_ text: String) -> String {
    var text = TextCleaning.trimmed(text)
    while text.hasSuffix("*") || text.hasSuffix("＊") { text = TextCleaning.trimmed(String(text.dropLast())) }
    return text
  }
}
