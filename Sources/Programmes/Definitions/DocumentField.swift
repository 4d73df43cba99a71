/// 版面取值 — what a placeholder `{…}` in a document's layout may name.
public enum DocumentField: String, Sendable, CaseIterable {
  // The sitting and the site: the same on every page.
  case programmeName
  case sittingName
  case sittingNumber
  case site
  case siteName
  case siteAddress
  /// The day on which the document is made: 2020年9月20日.
  case madeOn

  // One entry and its candidate.
  /// The running number within the sheet, from 1.
  case number
  case ticket
  case registrationNumber
  case name
  case sex
  case birthDate
  case documentType
  case documentNumber
  /// The number with its middle masked (IDN-06).
  case maskedNumber
  case department
  case major
  case studentNumber
  case `class`
  case subject
  case subjectName
  case room
  case roomName
  case roomAddress
  case roomKind
  case batch
  case seat
  case examDate
  /// Start and end of the batch: `08:30-10:30`.
  case examTime
  case score
  case result
  case certificate

  // The sheet that the page belongs to.
  /// What the files are parted by: the room, class or department of the order that was asked for.
  case group
  /// How many entries the sheet has.
  case count
  case firstTicket
  case lastTicket
  /// All subjects of the sheet.
  case subjects
  /// The page of the sheet, and how many it has.
  case page
  case pages

  /// Whether it is the same in all documents of a package.
  public var isOfSitting: Bool {
    switch self {
    case .programmeName, .sittingName, .sittingNumber, .site, .siteName, .siteAddress, .madeOn: true
    default: false
    }
  }

  /// Whether it belongs to the sheet, not to one of its entries.
  public var isOfSheet: Bool {
    switch self {
    case .group, .count, .firstTicket, .lastTicket, .subjects, .page, .pages: true
    default: false
    }
  }

  /// What else is known once it is: a room has one name, a batch of a room one time.
  public var implied: [DocumentField] {
    switch self {
    case .room: [.room, .roomName, .roomAddress, .roomKind]
    case .batch: [.batch, .examDate, .examTime]
    case .subject: [.subject, .subjectName]
    default: [self]
    }
  }
}
