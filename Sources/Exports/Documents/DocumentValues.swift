internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 版面取值器 — makes the texts of a layout's placeholders from the stored rows; only the values that are needed are read.
struct DocumentValues {
  /// What a row must hold, in this order.
  private(set) var values: [EntryListing.Value]
  private var readers: [DocumentField: (any ResultRow) -> String] = [:]
  private let names: [String: [String: String]]

  /// - Parameters:
  ///   - first: values that stand first in each row, for the caller.
  init(_ fields: Set<DocumentField>, after first: [EntryListing.Value], _ context: ExportContext) {
    values = first
    var names: [String: [String: String]] = [:]
    for table in ["sex", "document-type", "room-kind", "result", "subject"] {
      let items = context.programme.table(table, sitting: context.sitting.number)?.items ?? []
      names[table] = Dictionary(items.map { ($0.code, $0.name) }) { first, _ in first }
    }
    self.names = names
    for field in fields.sorted(by: { $0.rawValue < $1.rawValue }) { readers[field] = reader(of: field) }
  }

  /// The texts of a row.
  func texts(_ row: any ResultRow) -> [DocumentField: String] { readers.mapValues { $0(row) } }

  /// The name of a subject.
  func subjectName(_ code: String) -> String { names["subject"]?[code] ?? code }

  private mutating func reader(of field: DocumentField) -> ((any ResultRow) -> String)? {
    switch field {
    case .ticket: plain(.ticket)
    case .registrationNumber: plain(.registration)
    case .name: plain(.name)
    case .sex: named(.sex, "sex")
    case .birthDate: date(.birthDate)
    case .documentType: named(.documentType, "document-type")
    case .documentNumber: plain(.documentNumber)
    case .maskedNumber: masked(.documentNumber)
    case .department: plain(.department)
    case .major: plain(.major)
    case .studentNumber: plain(.studentNumber)
    case .class: plain(.class)
    case .subject: plain(.subject)
    case .subjectName: named(.subject, "subject")
    case .room: plain(.room)
    case .roomName: plain(.roomName)
    case .roomAddress: plain(.roomAddress)
    case .roomKind: named(.roomKind, "room-kind")
    case .batch: plain(.batch)
    case .seat: plain(.seat)
    case .examDate: date(.examDate)
    case .examTime: time()
    case .score: score()
    case .result: named(.result, "result")
    case .certificate: plain(.certificate)
    case .programmeName, .sittingName, .sittingNumber, .site, .siteName, .siteAddress, .madeOn, .number,
      .group,
      .count, .firstTicket, .lastTicket, .subjects, .page, .pages:
      nil
    }
  }

  private mutating func place(_ value: EntryListing.Value) -> Int {
    values.append(value)
    return values.count - 1
  }

  private mutating func plain(_ value: EntryListing.Value) -> (any ResultRow) -> String {
    let place = place(value)
    return { $0.text(place) }
  }

  private mutating func named(_ value: EntryListing.Value, _ table: String) -> (any ResultRow) -> String {
    let (place, names) = (place(value), names[table] ?? [:])
    return { row in
      let code = row.text(place)
      return names[code] ?? code
    }
  }

  private mutating func date(_ value: EntryListing.Value) -> (any ResultRow) -> String {
    let place = place(value)
    return { row in
      let text = row.text(place)
      return CalendarDate(text).map { "\($0.year)年\($0.month)月\($0.day)日" } ?? text
    }
  }

  private mutating func time() -> (any ResultRow) -> String {
    let (starts, ends) = (place(.starts), place(.ends))
    return { row in
      guard !row.isNull(starts), let from = TimeOfDay(minutes: row.integer(starts)),
        let to = TimeOfDay(minutes: row.integer(ends))
      else { return "" }
      return "\(from.text)-\(to.text)"
    }
  }

  private mutating func score() -> (any ResultRow) -> String {
    let place = place(.score)
    return { row in row.optionalInteger(place).map { Hundredths(value: $0).description } ?? "" }
  }

  /// Enough to tell two people apart, and not enough to be somebody else: `370285*****5910`.
  private mutating func masked(_ value: EntryListing.Value) -> (any ResultRow) -> String {
    let place = place(value)
    return { row in
      let number = row.text(place)
      return number.count < 12
        ? "*****" + number.suffix(min(4, number.count / 2)) : "\(number.prefix(6))*****\(number.suffix(4))"
    }
  }
}
