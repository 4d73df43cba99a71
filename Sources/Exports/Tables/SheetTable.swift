internal import ExamModel
internal import Programmes
internal import Tabular
internal import XLSXFormat

/// 工作表 — writes records as a workbook of one sheet: headings that stay in sight, filter buttons, numbers as numbers and
/// everything else as text (ERR-04).
enum SheetTable {
  /// Writes what `records` hands on to a workbook that appears at `path` when it is whole. A sheet without records says
  /// so.
  /// - Returns: how many records there were.
  static func write(
    _ layout: ExportLayout, _ context: ExportContext, to path: String,
    records: (_ take: ([String]) throws -> Void) throws -> Void
  ) throws -> Int {
    let columns = layout.columns.map {
      ListWorkbookWriter.Column($0.heading, width: $0.typicalWidth, isNumber: $0.source.isNumber)
    }
    let book = try ListWorkbookWriter(
      path: path, title: layout.title, columns: columns,
      printing: layout.columns.count > 6 ? .landscape : .portrait,
      properties: WorkbookProperties(
        created: context.now.secondsSince1970, title: layout.title, author: "kaowu"))
    var count = 0
    try records { texts in
      count += 1
      try book.write(texts)
      try context.step(count, of: nil)
    }
    if count == 0 {
      let note = Wording(zh: "（没有记录）", en: "(no records)")
      try book.write(note: note[context.language])
    }
    try book.finish()
    return count
  }
}

extension ExportColumn {
  /// A width in which most of the column's values can be read, in Latin characters.
  fileprivate var typicalWidth: Double {
    let heading = heading.unicodeScalars.reduce(4) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    let value =
      switch source {
      case .subjects: 60
      case .description, .remarks, .reason, .roomAddress: 36
      case .subject: style == .both ? 36 : 8
      case .documentNumber: style == .lastFour ? 8 : 22
      case .ticket, .email, .siteName, .roomName: 22
      case .class, .department, .major, .examTime, .moment: 18
      default: 8
      }
    return Double(max(heading, value))
  }
}
