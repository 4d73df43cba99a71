internal import Exports
internal import Files
internal import Imports
internal import Storage
internal import Tabular
internal import XLSXFormat

extension ImportReports {
  /// The end of an annotated copy's name for a workbook that ends so.
  static func annotatedSuffix(_ ending: String) -> String { "-annotated\(ending)" }

  /// Writes the very workbook that was sent, with its bad cells coloured and commented (ERR-02).
  /// - Returns: what the summary says of it, and whether there is one: a workbook can be read well and yet be built so
  ///   oddly that nothing can be put into it. The report's own sheet shows the findings then, too.
  func writeAnnotated(
    to path: String, input file: FileSource, of kind: any ImportKind.Type, _ binding: FieldBinding,
    _ session: any Session
  ) throws -> (isWritten: Bool, words: Wording) {
    let opened = try WorkbookInput(takesOld: kind.source == .anyWorkbook).open(file)
    guard case .xlsx(let workbook) = opened.workbook, let name = binding.sheet else {
      return (false, Wording(zh: "没有", en: "none"))
    }
    return try withExtendedLifetime(opened.keeper) {
      do {
        let sheet = try workbook.sheet(named: name)
        let copy = AnnotatedCopy(
          of: workbook, sheet: sheet, headerRow: binding.headerRow,
          heading: FindingsColumn.heading[language], separator: " | ",
          reusing: try Self.earlierColumn(workbook.rows(of: sheet), row: binding.headerRow))
        let outcome = try copy.write(to: path) { take in
          try JobFindingTable.forEach(job: job, session) {
            try take(note(ReportedFinding($0, in: language), $0.place, headerRow: binding.headerRow))
          }
        }
        return (true, Self.words(of: outcome, path))
      } catch let error as FileError where error.code != .disk {
        return (
          false,
          Wording(
            zh: "没有：\(error.message(in: .zh))问题见本报告。",
            en: "none: \(error.message(in: .en)) The findings are in this report.")
        )
      }
    }
  }

  /// The column of findings that an earlier copy has left; nil where there is none.
  private static func earlierColumn(_ reader: SheetReader, row number: Int) throws(FileError) -> Int? {
    var row = RawRow()
    while try reader.read(into: &row), row.number <= number {
      guard row.number == number else { continue }
      return row.cells.last { FindingsColumn.isHeading(row.text(of: $0)) }?.column
    }
    return nil
  }

  /// A finding as a note: one about a whole row is hung on its first cell, one about the headings on that of the findings.
  private func note(_ finding: ReportedFinding, _ place: Place, headerRow: Int) -> AnnotatedCopy.Note {
    let isError = finding.severity == .error
    let whole = place.row.flatMap { $0 > headerRow ? 0 : nil }
    let advice = finding.suggestion ?? ""
    let warning = isError ? "" : Wording(zh: "提醒：", en: "Warning: ")[language]
    let column = finding.column.map { $0 + (language == .zh ? "：" : ": ") } ?? ""
    return AnnotatedCopy.Note(
      row: place.row, column: place.columnIndex ?? whole, isError: isError,
      comment: [finding.message, advice].filter { !$0.isEmpty }.joined(separator: "\n"),
      finding: warning + column + finding.message + (language == .zh || advice.isEmpty ? "" : " ") + advice)
  }

  private static func words(of outcome: AnnotatedCopy.Outcome, _ path: String) -> Wording {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (cells, comments, left) = (outcome.cells, outcome.comments, outcome.commentsLeftOut)
    var words = Wording(
      zh: "\(name)：标出 \(cells) 格，批注 \(comments) 处。",
      en: "\(name): \(cells) cells marked, \(comments) comments.")
    if left > 0 {
      words.zh += "批注最多写 \(AnnotatedCopy.mostComments) 处，另有 \(left) 格只标颜色，说明见最后一列。"
      words.en +=
        " At most \(AnnotatedCopy.mostComments) comments are set; \(left) more cells are only coloured, "
      words.en += "and the last column says why."
    }
    return words
  }
}
