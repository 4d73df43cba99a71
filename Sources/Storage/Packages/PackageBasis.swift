/// 数据包依据 — which stored values a package is made of: of which records, and which of their fields. Kept with the
/// package, so that the same values can be read again later and compared (DOC-01).
public struct PackageBasis: Sendable, Equatable {
  /// 记录 — which records of the site.
  public enum Records: String, Sendable, CaseIterable {
    /// All entries.
    case entries
    /// Entries that have a score record.
    case scored
    /// Entries of which a violation or absence is on record.
    case violating
    /// Entries with a certificate that is handed out at the site.
    case receiving
    /// Registrations, with their subjects.
    case registrations
    /// Cancelled entries.
    case cancelled
    /// Rooms and batches, with the subjects of those who sit in them.
    case batches

    /// The records that a selection of entries reads.
    public init(_ selection: EntryListing.Selection) {
      switch selection {
      // Where only the seated are read, all were seated: one who loses the seat is a change.
      case .all, .seated: self = .entries
      case .scored: self = .scored
      case .violating: self = .violating
      case .receiving: self = .receiving
      }
    }
  }

  /// Which records.
  public let records: Records
  /// The names of their fields, as the listings of the records call them, each once; `photo` is the photo's SHA-256.
  public let fields: [String]

  /// A basis.
  public init(_ records: Records, fields: [String]) {
    self.records = records
    var seen: Set<String> = []
    self.fields = fields.filter { seen.insert($0).inserted }
  }

  /// What documents print of an entry: whatever does not say more exactly what it reads is taken to read this.
  public static let printed = PackageBasis(
    .entries,
    fields: [
      "ticket", "name", "sex", "birthDate", "documentType", "documentNumber", "department", "class",
      "studentNumber", "subject", "siteName", "room", "roomName", "roomAddress", "batch", "seat", "examDate",
      "starts", "ends", "photo",
    ])

  /// What is read of rooms and batches.
  public static let rooms = PackageBasis(
    .batches,
    fields: [
      "siteName", "roomName", "roomAddress", "roomKind", "seats", "examDate", "starts", "ends", "subject",
    ])

  /// As the store keeps it: `entries:ticket,name`.
  public var text: String { "\(records.rawValue):\(fields.joined(separator: ","))" }

  /// A basis that was kept; nil for one that this program does not know to read.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let records = Records(rawValue: String(parts[0])) else { return nil }
    self.init(records, fields: parts[1].split(separator: ",").map(String.init))
    guard fields.allSatisfy({ expression(of: $0) != nil }) else { return nil }
  }

  /// Hands on the values of each record behind the name of its owner and what tells the owner's records apart, in no order;
  /// one statement.
  func forEach(
    sitting: Int, site: String, _ session: any Session, _ body: (any ResultRow) throws -> Void
  ) throws {
    let columns = [owner, part] + fields.compactMap(expression)
    try session.forEach(
      "SELECT \(columns.joined(separator: ", ")) \(from)", [.integer(sitting), .text(site)], body)
  }

  private func expression(of field: String) -> String? {
    if field == "photo", records != .cancelled, records != .batches {
      return """
        (SELECT p.sha256 FROM photo p WHERE \(Joining.photo()) AND r.has_photo = 1)
        """
    }
    return switch records {
    case .entries, .scored, .violating, .receiving: EntryListing.Value(rawValue: field)?.expression
    case .registrations: RegistrationListing.Value(rawValue: field)?.expression
    case .cancelled: CancelledListing.Value(name: field).map { "c.\($0.rawValue)" }
    case .batches: batchExpression(of: field)
    }
  }

  private func batchExpression(of field: String) -> String? {
    switch field {
    case "seats": "m.seats"
    case "subject": Self.numberedSubject
    default: Self.rooms.fields.contains(field) ? EntryListing.Value(rawValue: field)?.expression : nil
    }
  }

  private var from: String {
    switch records {
    case .entries: EntryListing.from(.all)
    case .scored: EntryListing.from(.scored)
    case .violating: EntryListing.from(.violating)
    case .receiving: EntryListing.from(.receiving)
    case .registrations: RegistrationListing.from
    case .cancelled: CancelledListing.from
    case .batches:
      """
      FROM room_batch b JOIN room m ON m.sitting = b.sitting AND m.site = b.site AND m.room = b.room
      LEFT JOIN entry e ON e.sitting = b.sitting AND e.place = b.site AND e.room = b.room AND e.batch = b.batch
      LEFT JOIN organisation o ON o.sitting = b.sitting AND o.code = b.site
      WHERE b.sitting = $1 AND b.site = $2
      """
    }
  }

  /// Numbered, so that one more of the same subject is another value.
  private static let numberedSubject =
    "e.subject || ' ' || CAST(row_number() OVER (PARTITION BY b.room, b.batch ORDER BY e.subject, e.id) AS TEXT)"

  /// What names the owner of a record: the candidate's ID number, or a batch's room and number.
  var owner: String {
    switch records {
    case .entries, .scored, .violating, .receiving, .registrations: "r.document_number"
    case .cancelled: "c.document_number"
    case .batches: "b.room || ' ' || CAST(b.batch AS TEXT)"
    }
  }

  /// What tells the records of one owner apart.
  private var part: String {
    switch records {
    case .entries, .scored, .violating, .receiving, .registrations: "e.subject"
    case .cancelled: "c.id"
    case .batches: Self.numberedSubject
    }
  }
}
