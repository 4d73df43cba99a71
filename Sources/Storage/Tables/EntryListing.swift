/// 报考明细 — what exports read of the entries of one site: an entry with its registration, its place and what came of it,
/// one row an entry. Only the values that are asked for are selected.
public enum EntryListing {
  /// 取值 — one value of an entry.
  public enum Value: String, Sendable {
    /// The entry's key in the store.
    case entry
    case ticket
    /// The registration's key in the store.
    case registration
    case name
    case sex
    case birthDate
    case ethnicity
    case education
    case documentType
    case documentNumber
    case site
    case siteName
    case department
    case major
    case studentNumber
    case `class`
    case phone
    case email
    case subject
    case room
    case roomName
    case roomAddress
    case roomKind
    /// How many seats the room has.
    case roomSeats
    case batch
    case seat
    case examDate
    /// When the batch begins and ends, in minutes since midnight.
    case starts
    case ends
    /// In hundredths of a point; null without one.
    case score
    case result
    /// The kind of the violation or absence that is kept; null without one.
    case violation
    case violationNote
    case certificate
    case scoreRemarks

    var expression: String {
      switch self {
      case .entry: "e.id"
      case .ticket: "e.ticket"
      case .registration: "r.id"
      case .name: "r.name"
      case .sex: "r.sex"
      case .birthDate: "r.birth_date"
      case .ethnicity: "r.ethnicity"
      case .education: "r.education"
      case .documentType: "r.document_type"
      case .documentNumber: "r.document_number"
      case .site: "e.place"
      case .siteName: "o.name"
      case .department: "r.department"
      case .major: "r.major"
      case .studentNumber: "r.student_number"
      case .class: "r.class"
      case .phone: "r.phone"
      case .email: "r.email"
      case .subject: "e.subject"
      case .room: "e.room"
      case .roomName: "m.name"
      case .roomAddress: "m.address"
      case .roomKind: "m.kind"
      case .roomSeats: "m.seats"
      case .batch: "e.batch"
      case .seat: "e.seat"
      case .examDate: "b.exam_date"
      case .starts: "b.starts"
      case .ends: "b.ends"
      case .score: "c.score"
      case .result: "c.result"
      case .violation: "v.kind"
      case .violationNote: "v.note"
      case .certificate: "c.certificate"
      case .scoreRemarks: "c.remarks"
      }
    }
  }

  /// Which entries of the site are read.
  public enum Selection: Sendable {
    case all
    /// Those that have a room. Read by room, batch and seat they come as an index has them, and nothing is sorted.
    case seated
    /// Those that have a score record.
    case scored
    /// Those of which a violation or absence is on record.
    case violating
    /// Those with a certificate that is handed out at the site: not those to whom it is sent, unless they were refunded.
    case receiving

    fileprivate var condition: String {
      switch self {
      case .all, .scored, .violating: ""
      case .seated: "AND e.room IS NOT NULL"
      case .receiving:
        """
        AND c.certificate IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM mailing l WHERE \(Joining.record("l")) AND COALESCE(l.status, '') <> '4')
        """
      }
    }
  }

  /// How many entries there are to read.
  public static func count(
    _ selection: Selection, sitting: Int, site: String, _ session: any Session
  ) throws -> Int {
    let parameters: [SQLValue] = [.integer(sitting), .text(site)]
    return switch selection {
    case .all, .seated:
      // What else is read of an entry makes them neither more nor fewer.
      try session.count(
        "SELECT count(*) FROM entry e WHERE e.sitting = $1 AND e.place = $2 \(selection.condition)",
        parameters)
    case .scored, .violating, .receiving:
      try session.count("SELECT count(*) \(from(selection))", parameters)
    }
  }

  /// Hands on the values of each entry, in the order in which they are asked for.
  /// - Parameter order: by what the entries are sorted; those that are equal in it come in the order of their keys.
  public static func forEach(
    _ values: [Value], orderedBy order: [Value], _ selection: Selection, sitting: Int, site: String,
    _ session: any Session, _ body: (any ResultRow) throws -> Void
  ) throws {
    let columns = values.map(\.expression).joined(separator: ", ")
    let keys = (order.map { "\($0.expression) NULLS FIRST" } + ["e.id"]).joined(separator: ", ")
    try session.forEach(
      "SELECT \(columns) \(from(selection)) ORDER BY \(keys)", [.integer(sitting), .text(site)], body)
  }

  /// 照片取法 — what is read of the candidates' photos, behind all other columns; null where there is none.
  public enum Photos: Sendable {
    case none
    /// The SHA-256.
    case hash
    /// The SHA-256, and then the picture itself.
    case content

    fileprivate var columns: [String] {
      switch self {
      case .none: []
      case .hash: ["p.sha256"]
      case .content: ["p.sha256", "k.content"]
      }
    }
  }

  /// Hands on the values of some entries, in no order, and their photos where they are asked for.
  public static func forEach(
    _ values: [Value], photos: Photos, of entries: [Int], sitting: Int, site: String,
    _ session: any Session,
    _ body: (any ResultRow) throws -> Void
  ) throws {
    let columns = (values.map(\.expression) + photos.columns).joined(separator: ", ")
    let keys = entries.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    try session.forEach(
      "SELECT \(columns) \(from(.all, photos)) AND e.id IN (\(keys))",
      [.integer(sitting), .text(site)] + entries.map { .integer($0) }, body)
  }

  private static let joins = """
    LEFT JOIN photo p ON \(Joining.photo()) AND r.has_photo = 1
    LEFT JOIN picture k ON \(Joining.picture("k"))
    """

  static func from(_ selection: Selection, _ photos: Photos = .none) -> String {
    """
    FROM entry e JOIN registration r ON \(Joining.entry())
    \(photos.columns.isEmpty ? "" : joins)
    \(selection == .scored ? "JOIN" : "LEFT JOIN") score c ON \(Joining.record("c"))
    \(selection == .violating ? "JOIN" : "LEFT JOIN") violation v ON \(Joining.record("v"))
    LEFT JOIN room m ON m.sitting = e.sitting AND m.site = e.place AND m.room = e.room
    LEFT JOIN room_batch b ON b.sitting = e.sitting AND b.site = e.place AND b.room = e.room AND b.batch = e.batch
    LEFT JOIN organisation o ON o.sitting = e.sitting AND o.code = e.place
    WHERE e.sitting = $1 AND e.place = $2 \(selection.condition)
    """
  }
}
