internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报考记录 — the records of an export that has one record an entry, made as a layout wants them: only the values that
/// the layout names are read, once, and passed on as the bytes that the store gave.
struct EntryRecords {
  /// What becomes of a column's stored value, where it is not written as it is.
  private enum Form {
    case text(ColumnText)
    /// The stored value is when the exam begins; at a place behind the columns stands when it ends.
    case examTime(ends: Int)
    case score
    case number
  }

  private let selection: EntryListing.Selection
  private let order: [EntryListing.Value]
  private let context: ExportContext
  /// What is read: first a value for each column, then what else is needed.
  private var values: [EntryListing.Value] = []
  private let columns: Int
  private var forms: [(field: Int, form: Form)] = []

  /// - Throws: `.damaged` where the layout names a value that an entry does not have.
  init(_ layout: ExportLayout, _ selection: EntryListing.Selection, _ context: ExportContext)
    throws(FileError)
  {
    self.selection = selection
    self.context = context
    order = layout.order.compactMap(Self.value)
    columns = layout.columns.count
    for column in layout.columns {
      // The running number is not stored; the entry's key keeps its place.
      guard let value = column.source == .number ? .entry : Self.value(of: column.source) else {
        throw FileError(
          .damaged, at: "exports/\(layout.name).yaml",
          zh: "“\(column.heading)”取值 \(column.source.rawValue)，一条报考没有这个值。请改正导出定义。",
          en: "“\(column.heading)” is filled from \(column.source.rawValue), which an entry does not have.")
      }
      values.append(value)
    }
    for (field, column) in layout.columns.enumerated() {
      if let form = form(of: column) { forms.append((field, form)) }
    }
  }

  /// Which stored values are read.
  var basis: PackageBasis {
    PackageBasis(
      PackageBasis.Records(selection), fields: values.filter { $0 != .entry }.map(\.rawValue))
  }

  /// How many records there are.
  func count(_ session: any Session) throws -> Int {
    try EntryListing.count(selection, sitting: context.sittingID, site: context.site, session)
  }

  /// Hands on each record: a field for each column of the layout, and others behind them. The records are read here and
  /// written on another thread, `body` is called there.
  /// - Parameter count: how many there are, if that is known.
  /// - Returns: the digests of what was read.
  func forEach(
    _ session: any Session, expecting count: Int = 0, _ body: (TextRow) throws -> Void
  ) throws -> PackageDigests {
    let basis = basis
    let fields = basis.fields.compactMap { field in values.firstIndex { $0.rawValue == field } }
    var digests = PackageDigests.Collector(
      basis, .init(owner: values.count, part: values.count + 1, fields: fields), expecting: count)
    var number = 0
    var times = ExamTimes()
    var written: [UInt8] = []
    try RowBelt.carry { put in
      try EntryListing.forEach(
        values + [.documentNumber, .subject], orderedBy: order, selection, sitting: context.sittingID,
        site: context.site, session, put)
    } to: { record in
      number += 1
      digests.add(record)
      for (field, form) in forms {
        written.removeAll(keepingCapacity: true)
        switch form {
        case .text(let text): record.withBytes(of: field) { text.append($0, to: &written) }
        case .examTime(let ends): written += times.text(of: record, starts: field, ends: ends)
        case .score:
          if let score = Int(record.text(field)) { written += Hundredths(value: score).description.utf8 }
        case .number: written += String(number).utf8
        }
        record.rewrite(field, written)
      }
      try body(record)
    }
    return digests.finish()
  }

  /// Hands on the texts of each record, one for each column of the layout.
  func forEach(_ session: any Session, texts body: ([String]) throws -> Void) throws -> PackageDigests {
    try forEach(session) { record in try body((0..<columns).map(record.text)) }
  }

  /// Nil where the value is written as it is stored.
  private mutating func form(of column: ExportColumn) -> Form? {
    switch column.source {
    case .number: return .number
    case .score: return .score
    case .examTime:
      values.append(.ends)
      return .examTime(ends: values.count - 1)
    default:
      let text = ColumnText(column, context)
      return text.isPlain ? nil : .text(text)
    }
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
