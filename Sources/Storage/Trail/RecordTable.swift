/// 记录表 — where a kind of record is stored, and how the keys of the trail find it there.
public struct RecordTable: Sendable {
  /// The kind of record.
  public let record: RecordKind
  /// The table in SQL; its alias in the expressions is `t`.
  public let table: String
  /// The columns that the trail speaks of.
  public let columns: [String]
  /// Those of them that hold numbers.
  public let numbers: Set<String>
  /// The key of a row: the ID number for everything of a candidate.
  public let key: String
  /// What tells a row from the others of its key; `NULL` where there is nothing to tell.
  public let part: String
  /// The site that a row is told of: the one where an entry is examined, elsewhere the row's own.
  public let place: String
  /// A condition for the rows of one key `$1` of a sitting `$3`, by which they are found soon.
  public let isOfKey: String
  /// Whether the rows belong to a sitting.
  public let isOfSitting: Bool

  private init(
    _ record: RecordKind, table: String, key: String = "t.document_number", part: String = "NULL",
    place: String = "t.site", isOfKey: String? = nil, columns: [String], numbers: Set<String> = [],
    isOfSitting: Bool = true
  ) {
    self.record = record
    self.table = table
    self.key = key
    self.part = part
    self.place = place
    self.isOfKey = isOfKey ?? "\(key) = $1"
    self.columns = columns
    self.numbers = numbers
    self.isOfSitting = isOfSitting
  }

  /// Whether a row belongs to an organisation or those below it, as SQL; by its own site or the one that it is told of.
  /// - Parameter organisation: a parameter.
  public func isWithin(_ organisation: String) -> String {
    let sites = place == "t.site" ? [place] : ["t.site", place]
    let choices = sites.map { "substr(\($0), 1, length(\(organisation))) = \(organisation)" }
    return "(\(choices.joined(separator: " OR ")))"
  }

  /// The personal columns of a registration.
  public static let personalColumns = [
    "document_type", "document_number", "name", "sex", "birth_date", "ethnicity", "education", "occupation",
    "training_type", "student_number", "department", "major", "class", "phone", "email", "postcode",
    "address",
    "preferred_date", "extra", "remarks",
  ]

  /// What the students of a plan have besides.
  static let studentColumns = ["pinyin", "major_level", "entry_year", "student_kind"]

  /// Whether `e` is the entry that a row belongs to.
  private static let isOwner = Joining.record("t")

  /// A table of which an entry has one row: its key and part are those of the entry.
  private static func ofEntry(
    _ record: RecordKind, table: String, columns: [String], numbers: Set<String> = []
  ) -> RecordTable {
    RecordTable(
      record, table: table,
      key: """
        (SELECT r.document_number FROM entry e JOIN registration r ON \(Joining.entry()) WHERE \(isOwner))
        """,
      part: "(SELECT e.subject FROM entry e WHERE \(isOwner))",
      place: "(SELECT e.place FROM entry e WHERE \(isOwner))",
      isOfKey: """
        t.entry IN (SELECT e.id FROM registration r JOIN entry e ON \(Joining.entry())
          WHERE r.sitting = $3 AND r.document_number = $1)
        """, columns: columns, numbers: numbers)
  }

  /// The tables whose records a trail can be followed to.
  public static let all: [RecordTable] = [
    RecordTable(
      .registration, table: "registration",
      columns: personalColumns + studentColumns + [
        "registered_at", "prefilled", "audit", "audit_type", "audit_reason", "audited_at", "audited_by",
        "lock_reason", "locked_at", "locked_by", "lock_note", "has_photo",
      ], numbers: ["registered_at", "audited_at", "locked_at", "has_photo"]),
    RecordTable(
      .entry, table: "entry",
      key: "(SELECT r.document_number FROM registration r WHERE \(Joining.entry("t")))", part: "t.subject",
      place: "t.place",
      isOfKey:
        "t.registration IN (SELECT r.id FROM registration r WHERE r.sitting = $3 AND r.document_number = $1)",
      columns: [
        "station", "plan", "certificate", "certificate_level", "paid", "paid_at", "order_number",
        "payment_batch",
        "room", "batch", "seat", "ticket",
      ],
      numbers: ["paid_at", "payment_batch", "batch", "seat"]),
    RecordTable(
      .roster, table: "roster",
      columns: [
        "site", "document_type", "name", "sex", "birth_date", "ethnicity", "education", "occupation",
        "student_number", "department", "major", "class", "grade", "phone", "postcode", "address", "remarks",
        "anywhere",
      ], numbers: ["anywhere"], isOfSitting: false),
    RecordTable(.photo, table: "photo", columns: ["sha256"]),
    RecordTable(
      .payment, table: "payment", part: "t.order_number || ' ' || t.subject",
      columns: ["fen", "channel", "paid_at"], numbers: ["fen", "paid_at"]),
    ofEntry(.violation, table: "violation", columns: ["kind", "note"]),
    ofEntry(
      .score, table: "score",
      columns: ["file_score", "file_result", "file_certificate", "remarks"],
      numbers: ["file_score", "file_result"]),
    ofEntry(
      .mailing, table: "mailing",
      columns: ["certificate", "recipient", "phone", "postcode", "address", "tracking_number", "status"]),
    RecordTable(
      .room, table: "room", key: "t.room", columns: ["name", "address", "seats", "kind"], numbers: ["seats"]),
    RecordTable(
      .roomBatch, table: "room_batch", key: "t.room", part: "CAST(t.batch AS TEXT)",
      columns: ["exam_date", "starts", "ends"], numbers: ["starts", "ends"]),
  ]

  /// The table of a kind of record; nil where its records are not followed.
  public static func of(_ record: RecordKind) -> RecordTable? { all.first { $0.record == record } }
}
