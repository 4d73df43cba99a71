internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报名记录 — the records of an export that has one record a candidate, with all of the candidate's subjects in it
/// (CAN-06).
struct RegistrationRecords {
  private enum Reader {
    case number
    case subjectCount
    case subjects(ColumnText)
    case value(Int, ColumnText)
  }

  private let order: [RegistrationListing.Value]
  private let context: ExportContext
  // The rows begin with what tells one registration from the next, and its subject.
  private var values: [RegistrationListing.Value] = [.registration, .subject]
  private var readers: [Reader] = []

  /// - Throws: `.damaged` where the layout names a value that a registration does not have.
  init(_ layout: ExportLayout, _ context: ExportContext) throws(FileError) {
    self.context = context
    order = layout.order.compactMap(Self.value)
    for column in layout.columns {
      let text = ColumnText(column, context)
      switch column.source {
      case .number: readers.append(.number)
      case .subjectCount: readers.append(.subjectCount)
      case .subjects: readers.append(.subjects(text))
      default:
        guard let value = Self.value(of: column.source) else {
          throw FileError(
            .damaged, at: "exports/\(layout.name).yaml",
            zh: "“\(column.heading)”取值 \(column.source.rawValue)，一条报名信息没有这个值。请改正导出定义。",
            en:
              "“\(column.heading)” is filled from \(column.source.rawValue), which a registration does not have."
          )
        }
        values.append(value)
        readers.append(.value(values.count - 1, text))
      }
    }
  }

  /// Which stored values are read.
  var basis: PackageBasis { PackageBasis(.registrations, fields: values.map(\.rawValue)) }

  /// Hands on the texts of each record, one for each column of the layout.
  /// - Returns: the digests of what was read.
  func forEach(_ session: any Session, _ body: ([String]) throws -> Void) throws -> PackageDigests {
    var number = 0
    var current: Int?
    var subjects: [String] = []
    var texts = [String](repeating: "", count: readers.count)

    func endRecord() throws {
      guard current != nil else { return }
      number += 1
      for (index, reader) in readers.enumerated() {
        switch reader {
        case .number: texts[index] = String(number)
        case .subjectCount: texts[index] = String(subjects.count)
        case .subjects(let text): texts[index] = subjects.map(text.text).joined(separator: "、")
        case .value: break
        }
      }
      try body(texts)
      subjects.removeAll(keepingCapacity: true)
    }

    // The rows of a candidate stand together whatever the order is, for it is an order of registrations.
    let basis = basis
    let fields = basis.fields.compactMap { field in values.firstIndex { $0.rawValue == field } }
    var digests = PackageDigests.Collector(basis, .init(owner: values.count, part: 1, fields: fields))
    var read = TextRow()
    try RegistrationListing.forEach(
      values + [.documentNumber], orderedBy: order, sitting: context.sittingID, site: context.site, session
    ) { row in
      row.read(into: &read)
      digests.add(read)
      let registration = row.integer(0)
      if registration != current {
        try endRecord()
        current = registration
        for (index, reader) in readers.enumerated() {
          if case .value(let place, let text) = reader { texts[index] = text.text(read.text(place)) }
        }
      }
      if !row.isNull(1) { subjects.append(read.text(1)) }
    }
    try endRecord()
    return digests.finish()
  }

  /// The stored value behind a field; nil for what a registration does not have.
  private static func value(of field: ExportField) -> RegistrationListing.Value? {
    switch field {
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
    case .remarks: .remarks
    case .number, .ticket, .subject, .subjects, .subjectCount, .room, .roomName, .roomAddress, .roomKind,
      .batch, .seat, .examDate, .examTime, .seats, .used, .free, .score, .result, .violation, .certificate,
      .description, .reason, .moment, .password:
      nil
    }
  }
}
