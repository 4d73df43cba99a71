public import Tabular
internal import XLSXFormat

/// 导入报告工作簿 — the report that a teacher works from: a summary, every finding with its cell, and the sheet that was
/// sent with the bad cells coloured and commented (ERR-01, ERR-02). Rows are written as they come; memory stays flat
/// but for the findings of the sheet's cells.
public struct ImportReportWorkbook {
  /// 摘要 — the lines of the summary, a name and a value each.
  public typealias Summary = [(name: Wording, value: String)]

  private let language: Language
  private let created: Int

  /// A report in a language.
  /// - Parameter created: when, in seconds since 1970.
  public init(language: Language, created: Int) {
    self.language = language
    self.created = created
  }

  /// Writes the report.
  /// - Parameters:
  ///   - path: where it will stand; it appears when it is whole.
  ///   - findings: hands on every finding in order.
  ///   - original: the rows of the sheet that was sent, from its first; nil where there is none to show.
  /// - Throws: a `FileError` where the disk fails, and what `findings` or `original` throw.
  public func write(
    to path: String, title: Wording, summary: Summary,
    findings: (_ take: (ReportedFinding) throws -> Void) throws -> Void,
    original: (sheet: String, reader: any RowReader)?
  ) throws {
    var book = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: created, title: title[language], author: "kaowu"))
    try writeSummary(summary, title, &book)
    let notes = try writeFindings(findings, &book)
    if let original, !notes.isEmpty { try writeOriginal(original.sheet, original.reader, notes, &book) }
    try book.finish()
  }

  private func writeSummary(_ summary: Summary, _ title: Wording, _ book: inout WorkbookWriter)
    throws(FileError)
  {
    let sheet = try book.addSheet(Wording(zh: "导入结果", en: "Result")[language])
    try book.setColumns(0...0, width: 22, in: sheet)
    try book.setColumns(1...1, width: 80, in: sheet)
    try book.writeText(title[language], row: 1, column: 0, style: .header, in: sheet)
    for (index, line) in summary.enumerated() {
      try book.writeText(line.name[language], row: index + 2, column: 0, style: .header, in: sheet)
      try book.writeText(line.value, row: index + 2, column: 1, style: .wrapped, in: sheet)
    }
  }

  /// What is wrong with one cell of the original sheet.
  private struct Note {
    var column: Int
    var isError: Bool
    var text: String
  }

  private static let headings: [(wording: Wording, width: Double)] = [
    (Wording(zh: "序号", en: "No."), 7), (Wording(zh: "工作表", en: "Sheet"), 16),
    (Wording(zh: "行", en: "Row"), 8),
    (Wording(zh: "列", en: "Column"), 14), (Wording(zh: "单元格", en: "Cell"), 9),
    (Wording(zh: "级别", en: "Severity"), 8), (Wording(zh: "代码", en: "Code"), 16),
    (Wording(zh: "填写的内容", en: "Value"), 22), (Wording(zh: "问题", en: "What is wrong"), 52),
    (Wording(zh: "怎样修改", en: "What to do"), 46),
  ]

  /// A sheet holds 1 048 576 rows; what does not fit goes on to the next.
  private static let findingsPerSheet = 1_000_000
  /// So many notes are set into the original sheet. Whoever has more mends by the list, and by kind.
  private static let mostNotes = 10_000

  private func beginFindings(_ ordinal: Int, _ book: inout WorkbookWriter) throws(FileError)
    -> WorkbookWriter.Sheet
  {
    let name = Wording(zh: "问题清单", en: "Findings")[language]
    let sheet = try book.addSheet(ordinal == 1 ? name : "\(name) \(ordinal)")
    for (column, heading) in Self.headings.enumerated() {
      try book.setColumns(column...column, width: heading.width, in: sheet)
    }
    book.freeze(rows: 1, in: sheet)
    for (column, heading) in Self.headings.enumerated() {
      try book.writeText(heading.wording[language], row: 1, column: column, style: .header, in: sheet)
    }
    return sheet
  }

  private func writeFindings(
    _ findings: (_ take: (ReportedFinding) throws -> Void) throws -> Void, _ book: inout WorkbookWriter
  ) throws -> [Int: [Note]] {
    var sheet = try beginFindings(1, &book)
    var notes: [Int: [Note]] = [:]
    var (count, row) = (0, 1)
    try findings { finding in
      if count > 0, count % Self.findingsPerSheet == 0 {
        sheet = try beginFindings(count / Self.findingsPerSheet + 1, &book)
        row = 1
      }
      count += 1
      row += 1
      try book.writeNumber(Double(count), row: row, column: 0, in: sheet)
      try book.writeText(finding.sheet ?? "", row: row, column: 1, in: sheet)
      if let number = finding.row { try book.writeNumber(Double(number), row: row, column: 2, in: sheet) }
      let severity =
        finding.severity == .error ? Wording(zh: "错误", en: "error") : Wording(zh: "提醒", en: "warning")
      let texts = [
        finding.column, finding.cell, severity[language], finding.rule, finding.value, finding.message,
        finding.suggestion,
      ]
      for (column, text) in texts.enumerated() {
        let style: CellStyle = column == 2 && finding.severity == .error ? .bad : .wrapped
        try book.writeText(text ?? "", row: row, column: column + 3, style: style, in: sheet)
      }
      if count <= Self.mostNotes, let number = finding.row, let column = Self.column(of: finding) {
        let text = [finding.message, finding.suggestion ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
        notes[number, default: []].append(
          Note(column: column, isError: finding.severity == .error, text: text))
      }
    }
    try book.filter(CellArea(rows: 1...max(row, 1), columns: 0...Self.headings.count - 1), in: sheet)
    return notes
  }

  /// The position of a finding's cell; a finding about a whole row is noted in its first cell.
  private static func column(of finding: ReportedFinding) -> Int? {
    guard let cell = finding.cell else { return 0 }
    return CellAddress.column(ofLetters: cell.prefix { !$0.isNumber })
  }

  private func writeOriginal(
    _ name: String, _ reader: any RowReader, _ notes: [Int: [Note]], _ book: inout WorkbookWriter
  ) throws {
    let sheet = try book.addSheet(WorkbookWriter.sheetName(fitting: name))
    try book.setColumns(0...60, width: 16, style: .text, in: sheet)
    var reader = reader
    var row = RawRow()
    while try reader.read(into: &row) {
      let noted = Dictionary(grouping: notes[row.number] ?? []) { $0.column }
      for column in Set(row.cells.map(\.column)).union(noted.keys).sorted() {
        let style: CellStyle =
          noted[column].map { $0.contains { $0.isError } ? .bad : .warning } ?? .text
        try book.writeText(
          row.text(column: column) ?? "", row: row.number, column: column, style: style, in: sheet)
        if let notes = noted[column] {
          try book.comment(
            notes.map(\.text).joined(separator: "\n\n"), row: row.number, column: column, in: sheet)
        }
      }
    }
  }
}
