public import Programmes
internal import Tabular
internal import XLSXFormat

/// 考次工作簿 — a sitting as a workbook that is filled in, edited and loaded again (SET-08): a sheet for each kind of thing
/// with drop-downs, then notes, samples and the codes of the subjects.
public struct SittingWorkbook {
  private let book: SittingBook
  private let programme: String
  private let subjects: [(code: String, name: String)]
  private let created: Int

  /// The rows that are made ready for more; others may be filled in without drop-downs.
  private static let preparedRows = 5_000
  private static let hintRow = 1
  private static let headingRow = 2

  /// A workbook.
  /// - Parameters:
  ///   - book: what stands in its rows.
  ///   - programme: the programme of the sample.
  ///   - subjects: the subjects to choose from.
  ///   - created: when, in seconds since 1970.
  public init(_ book: SittingBook, programme: String, subjects: [(code: String, name: String)], created: Int)
  {
    self.book = book
    self.programme = programme
    self.subjects = subjects
    self.created = created
  }

  /// Writes the workbook.
  /// - Parameter path: where it will stand; it appears when it is whole.
  /// - Throws: a `FileError` where the disk fails.
  public func write(to path: String) throws {
    var writer = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: created, title: "考次", author: "kaowu"))
    var sheets: [WorkbookWriter.Sheet] = []
    for sheet in book.sheets { sheets.append(try writer.addSheet(sheet.description.name)) }
    try writeNotes(&writer)
    try writeSamples(&writer)
    let codes = try writeCodes(&writer)
    for (content, sheet) in zip(book.sheets, sheets) { try write(content, in: sheet, codes, &writer) }
    try writer.finish()
  }

  private func write(
    _ content: SittingBook.Sheet, in sheet: WorkbookWriter.Sheet, _ codes: WorkbookWriter.Sheet,
    _ writer: inout WorkbookWriter
  ) throws(FileError) {
    let columns = content.description.columns
    try setColumns(columns, in: sheet, &writer)
    writer.freeze(rows: Self.headingRow, in: sheet)
    try writer.writeText(
      "请勿改动列名；橙色的列必填；不用的表留空。红色三角处有填写说明。", row: Self.hintRow, column: 0, style: .plain, in: sheet)
    try writeHeadings(columns, row: Self.headingRow, in: sheet, &writer)
    let last = Self.headingRow + max(Self.preparedRows, content.rows.count)
    for (index, column) in columns.enumerated() {
      try writer.comment(column.hint, row: Self.headingRow, column: index, in: sheet)
      let area = CellArea(rows: Self.headingRow + 1...last, column: index)
      if column.offersOnlyChoices {
        try writer.offer(Self.choices(of: column, codes), in: area, sheet: sheet)
      } else if column.isSubject, !subjects.isEmpty {
        // The last of the list is that there are none.
        let list = CellArea(rows: 2...subjects.count + 2, column: 0)
        try writer.offer(.cells(list, sheet: codes), in: area, sheet: sheet)
      }
    }
    for (index, row) in content.rows.enumerated() {
      try write(row, row: Self.headingRow + 1 + index, in: sheet, &writer)
    }
  }

  private func setColumns(
    _ columns: [SittingSheet.Column], in sheet: WorkbookWriter.Sheet, _ writer: inout WorkbookWriter
  ) throws(FileError) {
    for (index, column) in columns.enumerated() {
      let longest = column.samples.map { Self.width($0) }.max() ?? 0
      let width = Double(min(48, max(12, Self.width(column.heading) + 4, longest + 2)))
      try writer.setColumns(index...index, width: width, style: .text, in: sheet)
    }
  }

  private func writeHeadings(
    _ columns: [SittingSheet.Column], row: Int, in sheet: WorkbookWriter.Sheet,
    _ writer: inout WorkbookWriter
  ) throws(FileError) {
    for (index, column) in columns.enumerated() {
      try writer.writeText(
        column.heading, row: row, column: index, style: column.isRequired ? .requiredHeader : .header,
        in: sheet)
    }
  }

  private func write(
    _ texts: [String], row: Int, in sheet: WorkbookWriter.Sheet, _ writer: inout WorkbookWriter
  ) throws(FileError) {
    for (column, text) in texts.enumerated() where !text.isEmpty {
      try writer.writeText(text, row: row, column: column, style: .text, in: sheet)
    }
  }

  /// A row for each column of each sheet: what is filled in there.
  private func writeNotes(_ writer: inout WorkbookWriter) throws(FileError) {
    let sheet = try writer.addSheet(SittingSheet.notes)
    for (column, width) in [14.0, 20, 8, 70, 60].enumerated() {
      try writer.setColumns(column...column, width: width, style: .text, in: sheet)
    }
    writer.freeze(rows: 1, in: sheet)
    for (column, heading) in ["工作表", "列名", "必填", "填写说明", "可选值"].enumerated() {
      try writer.writeText(heading, row: 1, column: column, style: .header, in: sheet)
    }
    var row = 1
    for description in SittingSheet.all {
      for column in description.columns {
        row += 1
        let choices = column.choices.map(\.text).joined(separator: "、")
        try write(
          [description.name, column.heading, column.isRequired ? "是" : "", column.hint, choices], row: row,
          in: sheet, &writer)
      }
    }
  }

  /// The sample rows of every sheet, one sheet below the other.
  private func writeSamples(_ writer: inout WorkbookWriter) throws(FileError) {
    let sheet = try writer.addSheet(SittingSheet.samples)
    let most = SittingSheet.all.map(\.columns.count).max() ?? 1
    try writer.setColumns(0...most - 1, width: 20, style: .text, in: sheet)
    var row = 0
    for content in SittingBook.sample(of: programme).sheets {
      row += 1
      try writer.writeText(content.description.name, row: row, column: 0, style: .header, in: sheet)
      row += 1
      try writeHeadings(content.description.columns, row: row, in: sheet, &writer)
      for texts in content.rows {
        row += 1
        try write(texts, row: row, in: sheet, &writer)
      }
      row += 1
    }
  }

  private func writeCodes(_ writer: inout WorkbookWriter) throws(FileError) -> WorkbookWriter.Sheet {
    let sheet = try writer.addSheet(SittingSheet.codes)
    try writer.setColumns(0...0, width: 14, style: .text, in: sheet)
    try writer.setColumns(1...1, width: 40, style: .text, in: sheet)
    let lists = Self.longLists
    let headings = ["科目代码", "科目名称"] + lists.map(\.heading)
    if !lists.isEmpty { try writer.setColumns(2...1 + lists.count, width: 24, style: .text, in: sheet) }
    for (column, heading) in headings.enumerated() {
      try writer.writeText(heading, row: 1, column: column, style: .header, in: sheet)
    }
    let subjects = subjects + [(SittingSheet.none, "不开考任何科目")]
    for index in 0..<max(subjects.count, lists.map(\.choices.count).max() ?? 0) {
      let subject = index < subjects.count ? subjects[index] : ("", "")
      let others = lists.map { index < $0.choices.count ? $0.choices[index].text : "" }
      try write([subject.0, subject.1] + others, row: index + 2, in: sheet, &writer)
    }
    return sheet
  }

  /// The columns whose choices are too long for the cells themselves; they stand among the codes.
  private static var longLists: [SittingSheet.Column] {
    SittingSheet.all.flatMap(\.columns).filter {
      $0.offersOnlyChoices && $0.choices.map(\.text).joined(separator: ",").utf8.count > 255
    }
  }

  private static func choices(
    of column: SittingSheet.Column, _ codes: WorkbookWriter.Sheet
  ) -> CellChoices {
    let texts = column.choices.map(\.text)
    guard let place = longLists.firstIndex(where: { $0.choices == column.choices }) else {
      return .texts(texts)
    }
    return .cells(CellArea(rows: 2...texts.count + 1, column: place + 2), sheet: codes)
  }

  /// How wide a text is in characters of Latin text; a Chinese one takes two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }
}
