internal import Files
internal import Programmes
internal import Storage

/// 打印记录 — one entry as it is printed.
struct DocumentRecord {
  /// What its placeholders stand for, but for what belongs to the sheet.
  var texts: [DocumentField: String]
  /// The SHA-256 of the photo; empty without one.
  var photoHash: String
  var subject: DocumentPage.Subject

  /// The SHA-256 of all that is printed of the entry (DOC-04).
  func digest(_ layout: DocumentLayout, _ context: ExportContext) -> String {
    var content = "photo=\(photoHash)\n"
    for field in layout.fields.sorted(by: { $0.rawValue < $1.rawValue })
    where !field.isOfSheet && field != .number && field != .madeOn {
      content += "\(field.rawValue)=\(texts[field] ?? context.constant(field))\n"
    }
    return ContentHash.sha256(of: Array(content.utf8))
  }
}

/// 记录读取器 — reads the entries of documents, a few dozen at a time, so that as many photos are in memory.
struct DocumentRecords {
  private let reader: DocumentValues
  private let context: ExportContext

  private static let chunk = 60

  init(_ layout: DocumentLayout, _ context: ExportContext) {
    reader = DocumentValues(layout.fields, after: [.entry, .ticket, .name, .documentNumber], context)
    self.context = context
  }

  /// The name of a subject.
  func subjectName(_ code: String) -> String { reader.subjectName(code) }

  /// Hands on the records of entries in their order, each with its place in it.
  func forEach(
    _ entries: [Int], photos: EntryListing.Photos, _ session: any Session,
    _ body: (Int, DocumentRecord) throws -> Void
  ) throws {
    for start in stride(from: 0, to: entries.count, by: Self.chunk) {
      let part = entries[start..<min(start + Self.chunk, entries.count)]
      var records: [Int: DocumentRecord] = [:]
      try EntryListing.forEach(
        reader.values, photos: photos, of: Array(part), sitting: context.sittingID, site: context.site,
        session
      ) { row in records[row.integer(0)] = record(row, photos) }
      for (index, entry) in zip(start..., part) {
        if let record = records[entry] { try body(index, record) }
      }
    }
  }

  private func record(_ row: any ResultRow, _ photos: EntryListing.Photos) -> DocumentRecord {
    let (ticket, number, behind) = (row.text(1), row.text(3), reader.values.count)
    return DocumentRecord(
      texts: reader.texts(row), photoHash: photos == .none ? "" : row.text(behind),
      subject: .init(
        name: ticket.isEmpty ? "…" + number.suffix(4) : ticket, candidate: row.text(2), number: number,
        photo: photos == .content ? row.bytes(behind + 1) : []))
  }
}
