internal import ExamModel
internal import Files
internal import PDFFormat
internal import Programmes
internal import Storage
internal import Tabular
internal import ZIPFormat

/// 文档包 — a ZIP of PDFs that are drawn by a layout, page by page; at any time a few dozen photos are in memory.
final class DocumentPackage {
  private let layout: DocumentLayout
  private let context: ExportContext
  private let rules: DocumentRules
  private let fonts: DocumentFonts
  private var page: DocumentPage
  private var names = DocumentNames()
  private let sheets: [DocumentSheet]
  private var records: DocumentRecords

  init(
    _ name: String, _ selection: EntryListing.Selection, _ rules: DocumentRules, _ context: ExportContext,
    _ session: any Session
  ) throws {
    layout = try context.documentLayout(name)
    let order = try context.order(of: layout)
    sheets = try DocumentPlan.sheets(layout, order, selection, context, session)
    fonts = try DocumentFonts(families: layout.fonts.isEmpty ? [DocumentFonts.standard] : layout.fonts)
    page = DocumentPage(rules)
    let entries = sheets.flatMap { $0.entries.map(\.entry) }
    records = DocumentRecords(layout, entries, photos: .content, context)
    (self.rules, self.context) = (rules, context)
  }

  /// Writes the package to `path`, where it appears when it is whole.
  /// - Parameter eachEntry: called with every entry that is printed and its record.
  func write(
    to path: String, _ session: any Session, eachEntry: (Int, DocumentRecord) throws -> Void = { _, _ in }
  ) throws -> ExportOutcome {
    let total = sheets.reduce(0) { $0 + $1.entries.count }
    let file = try WholeFile(path: path)
    let archive = PackageArchive(file, context)
    var done = 0
    for first in sheets.indices where first == 0 || sheets[first - 1].file != sheets[first].file {
      let last = sheets[first...].firstIndex { $0.file != sheets[first].file } ?? sheets.endIndex
      try writeFile(Array(sheets[first..<last]), to: archive, session) { entry, record in
        try eachEntry(entry, record)
        done += 1
        // A thousand of them take longer than anybody waits for an end.
        try Task.checkCancellation()
        try context.step(done, of: total)
      }
    }
    if total == 0 {
      let note = rules.empty.message
      try archive.add("empty.txt", bytes: Array((note.zh + "\n" + note.en + "\n").utf8))
      page.findings.add(Finding(rules.empty, at: Place()))
    }
    var outcome = ExportOutcome(records: total, findings: page.findings)
    outcome.manifest = try archive.finish(records: total)
    if outcome.isWhole { try file.finish() }
    return outcome
  }

  /// Writes one PDF, whose pages are packed already.
  private func writeFile(
    _ sheets: [DocumentSheet], to archive: PackageArchive, _ session: any Session,
    _ step: (Int, DocumentRecord) throws -> Void
  ) throws {
    let name = names.name(for: sheets[0].file)
    let entries = sheets.reduce(0) { $0 + $1.entries.count }
    // A photo may have 200 KiB and more.
    try archive.begin(
      "\(name).pdf", compression: .stored, mayPass4GiB: entries > 10_000)
    let writer = try DocumentWriter(
      archive, page: PageSize(width: layout.page.width, height: layout.page.height), fonts: fonts,
      title: "\(layout.title) \(name)", madeAt: context.now.iso)
    for sheet in sheets { try write(sheet, on: writer, session, step) }
    try writer.finish()
    try archive.endEntry()
  }

  private func write(
    _ sheet: DocumentSheet, on writer: DocumentWriter, _ session: any Session,
    _ step: (Int, DocumentRecord) throws -> Void
  ) throws {
    var current = -1
    var last: DocumentRecord?
    for index in sheet.entries.indices {
      guard let (entry, record) = try records.next(session) else { break }
      last = record
      let cell = sheet.cell(of: index, layout.grid)
      try turn(to: cell / layout.grid.cells, from: &current, of: sheet, record, on: writer)
      try page.draw(
        layout.cell, at: layout.grid.corner(of: cell % layout.grid.cells), on: writer, of: record.subject
      ) { value($0, record, number: index + 1, page: current, of: sheet) }
      try step(entry, record)
    }
    if let last { try turn(to: sheet.pages(layout.grid) - 1, from: &current, of: sheet, last, on: writer) }
    try writer.endPage()
  }

  /// Ends pages until a page of the sheet is open, and begins each.
  private func turn(
    to number: Int, from current: inout Int, of sheet: DocumentSheet, _ record: DocumentRecord,
    on writer: DocumentWriter
  ) throws {
    while current < number {
      if current >= 0 { try writer.endPage() }
      current += 1
      try begin(current, of: sheet, record, on: writer)
    }
  }

  /// Draws what stands on a page before anybody's cell is drawn.
  private func begin(
    _ number: Int, of sheet: DocumentSheet, _ record: DocumentRecord, on writer: DocumentWriter
  ) throws {
    let subject = DocumentPage.Subject(
      name: sheet.key.isEmpty ? sheet.file : sheet.key.joined(separator: " "))
    try page.draw(layout.head, on: writer, of: subject) {
      value($0, record, number: 0, page: number, of: sheet)
    }
    guard layout.grid.place == .seat, !layout.vacant.isEmpty else { return }
    let taken = Set(sheet.entries.map(\.seat))
    for cell in 0..<layout.grid.cells {
      let seat = number * layout.grid.cells + cell + 1
      guard seat <= sheet.seats, !taken.contains(seat) else { continue }
      try page.draw(layout.vacant, at: layout.grid.corner(of: cell), on: writer, of: subject) {
        $0 == .seat ? String(seat) : value($0, record, number: 0, page: number, of: sheet)
      }
    }
  }

  private func value(
    _ field: DocumentField, _ record: DocumentRecord, number: Int, page: Int, of sheet: DocumentSheet
  ) -> String {
    switch field {
    case .number: String(number)
    case .group: sheet.group
    case .count: String(sheet.entries.count)
    case .firstTicket: sheet.firstTicket
    case .lastTicket: sheet.lastTicket
    case .subjects: sheet.subjects.sorted().map(records.subjectName).joined(separator: "、")
    case .page: String(page + 1)
    case .pages: String(sheet.pages(layout.grid))
    default: record.texts[field] ?? context.constant(field)
    }
  }
}
