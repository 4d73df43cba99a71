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
  private let order: DocumentLayout.Order
  private let selection: EntryListing.Selection
  private let context: ExportContext
  private let rules: DocumentRules
  private let fonts: DocumentFonts
  private var page: DocumentPage
  private var names = DocumentNames()

  /// How many entries are read at once, with their photos.
  private static let chunk = 60

  init(
    _ name: String, _ selection: EntryListing.Selection, _ rules: DocumentRules, _ context: ExportContext
  ) throws {
    layout = try context.documentLayout(name)
    order = try context.order(of: layout)
    fonts = try DocumentFonts(families: layout.fonts.isEmpty ? [DocumentFonts.standard] : layout.fonts)
    page = DocumentPage(rules)
    (self.selection, self.rules, self.context) = (selection, rules, context)
  }

  /// Writes the package to `path`, where it appears when it is whole.
  func write(to path: String, _ session: any Session) throws -> ExportOutcome {
    let sheets = try DocumentPlan.sheets(layout, order, selection, context, session)
    let total = sheets.reduce(0) { $0 + $1.entries.count }
    let file = try WholeFile(path: path)
    let archive = ZIPWriter(file)
    var done = 0
    for first in sheets.indices where first == 0 || sheets[first - 1].file != sheets[first].file {
      let last = sheets[first...].firstIndex { $0.file != sheets[first].file } ?? sheets.endIndex
      try writeFile(Array(sheets[first..<last]), to: archive, session) {
        done += 1
        try context.step(done, of: total)
      }
    }
    if total == 0 {
      let note = rules.empty.message
      try archive.add("empty.txt", bytes: Array((note.zh + "\n" + note.en + "\n").utf8))
      page.findings.add(Finding(rules.empty, at: Place()))
    }
    try archive.finish()
    let outcome = ExportOutcome(records: total, findings: page.findings)
    if outcome.isWhole { try file.finish() }
    return outcome
  }

  /// Writes one PDF, whose pages are packed already.
  private func writeFile(
    _ sheets: [DocumentSheet], to archive: ZIPWriter, _ session: any Session, _ step: () throws -> Void
  ) throws {
    let name = names.name(for: sheets[0].file)
    let entries = sheets.reduce(0) { $0 + $1.entries.count }
    // A photo may have 200 KiB and more.
    try archive.begin(
      "\(name).pdf", date: context.entryDate, compression: .stored, mayPass4GiB: entries > 10_000)
    let writer = try DocumentWriter(
      archive, page: PageSize(width: layout.page.width, height: layout.page.height), fonts: fonts,
      title: "\(layout.title) \(name)", madeAt: context.now.iso)
    for sheet in sheets { try write(sheet, on: writer, session, step) }
    try writer.finish()
    try archive.endEntry()
  }

  private func write(
    _ sheet: DocumentSheet, on writer: DocumentWriter, _ session: any Session, _ step: () throws -> Void
  ) throws {
    var current = -1
    try forEachRecord(of: sheet, session) { index, record in
      let cell = sheet.cell(of: index, layout.grid)
      while current < cell / layout.grid.cells {
        if current >= 0 { try writer.endPage() }
        current += 1
        try begin(current, of: sheet, record, on: writer)
      }
      try page.draw(
        layout.cell, at: layout.grid.corner(of: cell % layout.grid.cells), on: writer, of: record.subject
      ) { value($0, record, number: index + 1, page: current, of: sheet) }
      try step()
    }
    while current + 1 < sheet.pages(layout.grid), let record = lastRecord {
      try writer.endPage()
      current += 1
      try begin(current, of: sheet, record, on: writer)
    }
    try writer.endPage()
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
    case .subjects: sheet.subjects.sorted().map(reader.subjectName).joined(separator: "、")
    case .page: String(page + 1)
    case .pages: String(sheet.pages(layout.grid))
    default: record.texts[field] ?? context.constant(field)
    }
  }

  // Records

  private lazy var reader = DocumentValues(
    layout.fields, after: [.entry, .ticket, .name, .documentNumber], context)
  private var lastRecord: DocumentRecord?

  /// Hands on the records of a sheet in its order, read a few dozen at a time.
  private func forEachRecord(
    of sheet: DocumentSheet, _ session: any Session, _ body: (Int, DocumentRecord) throws -> Void
  ) throws {
    for start in stride(from: 0, to: sheet.entries.count, by: Self.chunk) {
      let places = sheet.entries[start..<min(start + Self.chunk, sheet.entries.count)]
      var records: [Int: DocumentRecord] = [:]
      try EntryListing.forEach(
        reader.values, withPhotos: layout.hasPhotos, of: places.map(\.entry), sitting: context.sittingID,
        site: context.site, session
      ) { row in
        let photo = layout.hasPhotos ? row.bytes(reader.values.count) : []
        let ticket = row.text(1)
        records[row.integer(0)] = DocumentRecord(
          texts: reader.texts(row),
          subject: .init(
            name: ticket.isEmpty ? "…" + row.text(3).suffix(4) : ticket, candidate: row.text(2),
            number: row.text(3), photo: photo))
      }
      for (index, place) in zip(start..., places) {
        guard let record = records[place.entry] else { continue }
        lastRecord = record
        try body(index, record)
      }
    }
    lastRecord?.subject.photo = []
  }
}

/// 打印记录 — one entry as it is printed.
struct DocumentRecord {
  var texts: [DocumentField: String]
  var subject: DocumentPage.Subject
}
