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

/// 记录读取器 — reads the entries of documents one after the other; a few dozen at a time, so that as many photos are in
/// memory.
struct DocumentRecords {
  private let reader: DocumentValues
  private let context: ExportContext
  private let entries: [Int]
  private let photos: EntryListing.Photos
  /// The entries that are read and not yet handed on begin here; those from `end` on are not read.
  private var next = 0
  private var end = 0
  private var read: [Int: DocumentRecord] = [:]

  private static let chunk = 60

  /// A reader of entries in the order in which they are given.
  init(_ layout: DocumentLayout, _ entries: [Int], photos: EntryListing.Photos, _ context: ExportContext) {
    reader = DocumentValues(layout.fields, after: [.entry, .ticket, .name, .documentNumber], context)
    self.entries = entries
    self.photos = layout.hasPhotos ? photos : .none
    self.context = context
  }

  /// The name of a subject.
  func subjectName(_ code: String) -> String { reader.subjectName(code) }

  /// The next entry and its record; nil behind the last one.
  mutating func next(_ session: any Session) throws -> (entry: Int, record: DocumentRecord)? {
    while next < entries.count {
      if next == end { try readChunk(session) }
      let entry = entries[next]
      next += 1
      if let record = read.removeValue(forKey: entry) { return (entry, record) }
    }
    return nil
  }

  private mutating func readChunk(_ session: any Session) throws {
    end = min(next + Self.chunk, entries.count)
    var records: [Int: DocumentRecord] = [:]
    try EntryListing.forEach(
      reader.values, photos: photos, of: Array(entries[next..<end]), sitting: context.sittingID,
      site: context.site, session
    ) { row in records[row.integer(0)] = record(row) }
    read = records
  }

  private func record(_ row: any ResultRow) -> DocumentRecord {
    let (ticket, number, behind) = (row.text(1), row.text(3), reader.values.count)
    return DocumentRecord(
      texts: reader.texts(row), photoHash: photos == .none ? "" : row.text(behind),
      subject: .init(
        name: ticket.isEmpty ? "…" + number.suffix(4) : ticket, candidate: row.text(2), number: number,
        photo: photos == .content ? row.bytes(behind + 1) : []))
  }
}
