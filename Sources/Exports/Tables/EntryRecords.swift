internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报考记录 — the records of an export that has one record an entry, made as a layout wants them: only the values that
/// the layout names are read.
struct EntryRecords {
  private typealias Reader = (any ResultRow) -> String

  private let selection: EntryListing.Selection
  private let order: [EntryListing.Value]
  private let context: ExportContext
  private var values: [EntryListing.Value] = []
  /// One for each column; nil for the running number.
  private var readers: [Reader?] = []

  /// - Throws: `.damaged` where the layout names a value that an entry does not have.
  init(_ layout: ExportLayout, _ selection: EntryListing.Selection, _ context: ExportContext)
    throws(FileError)
  {
    self.selection = selection
    self.context = context
    order = layout.order.compactMap(Self.value)
    for column in layout.columns { readers.append(try reader(of: column, in: layout)) }
  }

  /// Which stored values are read.
  var basis: PackageBasis {
    PackageBasis(PackageBasis.Records(selection), fields: values.map(\.rawValue))
  }

  /// How many records there are.
  func count(_ session: any Session) throws -> Int {
    try EntryListing.count(selection, sitting: context.sittingID, site: context.site, session)
  }

  /// Hands on the texts of each record, one for each column of the layout.
  func forEach(_ session: any Session, _ body: ([String]) throws -> Void) throws {
    var number = 0
    var texts = [String](repeating: "", count: readers.count)
    try EntryListing.forEach(
      values, orderedBy: order, selection, sitting: context.sittingID, site: context.site, session
    ) { row in
      number += 1
      for (index, reader) in readers.enumerated() { texts[index] = reader?(row) ?? String(number) }
      try body(texts)
    }
  }

  private mutating func reader(of column: ExportColumn, in layout: ExportLayout) throws(FileError) -> Reader?
  {
    let text = ColumnText(column, context)
    switch column.source {
    case .number: return nil
    case .examTime:
      let (starts, ends) = (place(.starts), place(.ends))
      // There are few batches, and many entries in each.
      var known: [Int: String] = [:]
      return { row in
        let batch = row.integer(starts) << 12 | row.integer(ends)
        if !row.isNull(starts), let text = known[batch] { return text }
        guard let from = TimeOfDay(minutes: row.integer(starts)), !row.isNull(starts),
          let to = TimeOfDay(minutes: row.integer(ends))
        else { return "" }
        known[batch] = "\(from.text)-\(to.text)"
        return known[batch] ?? ""
      }
    case .score:
      let score = place(.score)
      return { row in row.optionalInteger(score).map { Hundredths(value: $0).description } ?? "" }
    default:
      guard let value = Self.value(of: column.source) else {
        throw FileError(
          .damaged, at: "exports/\(layout.name).yaml",
          zh: "“\(column.heading)”取值 \(column.source.rawValue)，一条报考没有这个值。请改正导出定义。",
          en: "“\(column.heading)” is filled from \(column.source.rawValue), which an entry does not have.")
      }
      let place = place(value)
      return { row in text.text(row.text(place)) }
    }
  }

  /// Where a value stands in the rows that are read.
  private mutating func place(_ value: EntryListing.Value) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// The stored value behind a field; nil for what an entry does not have, or has only as something that is made of
  /// several.
  private static func value(of field: ExportField) -> EntryListing.Value? {
    switch field {
    case .ticket: .ticket
    case .registrationNumber: .registration
    case .name: .name
    case .sex: .sex
    case .birthDate: .birthDate
    case .ethnicity: .ethnicity
    case .education: .education
    case .documentType: .documentType
    case .documentNumber: .documentNumber
    case .site: .site
    case .siteName: .siteName
    case .department: .department
    case .major: .major
    case .studentNumber: .studentNumber
    case .class: .class
    case .phone: .phone
    case .email: .email
    case .subject: .subject
    case .room: .room
    case .roomName: .roomName
    case .roomAddress: .roomAddress
    case .roomKind: .roomKind
    case .batch: .batch
    case .seat: .seat
    case .examDate: .examDate
    case .examTime: .starts
    case .score: .score
    case .result: .result
    case .violation: .violation
    case .certificate: .certificate
    case .description: .violationNote
    case .remarks: .scoreRemarks
    case .number, .subjects, .subjectCount, .seats, .used, .free, .reason, .moment, .password: nil
    }
  }
}
