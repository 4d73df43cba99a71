internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 取消记录 — the records of an export that has one record a cancelled entry (CAN-04).
struct CancelledRecords {
  private let order: [CancelledListing.Value]
  private let context: ExportContext
  private var values: [CancelledListing.Value] = []
  /// For each column how its text is made; nil for the running number.
  private var readers: [((any ResultRow) -> String)?] = []

  /// - Throws: `.damaged` where the layout names a value that a cancelled entry does not have.
  init(_ layout: ExportLayout, _ context: ExportContext) throws(FileError) {
    self.context = context
    order = layout.order.compactMap(Self.value)
    for column in layout.columns {
      if column.source == .number {
        readers.append(nil)
        continue
      }
      guard let value = Self.value(of: column.source) else {
        throw FileError(
          .damaged, at: "exports/\(layout.name).yaml",
          zh: "“\(column.heading)”取值 \(column.source.rawValue)，取消的报考没有这个值。请改正导出定义。",
          en:
            "“\(column.heading)” is filled from \(column.source.rawValue), which a cancelled entry does not have."
        )
      }
      let place = values.count
      values.append(value)
      let text = ColumnText(column, context)
      let siteName = context.sitting.organisation(context.site)?.name ?? ""
      switch column.source {
      case .moment: readers.append { Instant(secondsSince1970: $0.integer(place)).text }
      case .siteName: readers.append { _ in siteName }
      default: readers.append { text.text($0.text(place)) }
      }
    }
  }

  /// Which stored values are read.
  var basis: PackageBasis { PackageBasis(.cancelled, fields: values.map(\.name)) }

  /// Hands on the texts of each record, one for each column of the layout.
  func forEach(_ session: any Session, _ body: ([String]) throws -> Void) throws {
    var number = 0
    try CancelledListing.forEach(
      values, orderedBy: order, sitting: context.sittingID, site: context.site, session
    ) { row in
      number += 1
      try body(readers.map { $0?(row) ?? String(number) })
    }
  }

  /// The stored value behind a field; nil for what a cancelled entry does not have.
  private static func value(of field: ExportField) -> CancelledListing.Value? {
    switch field {
    case .name: .name
    case .sex: .sex
    case .birthDate: .birthDate
    case .ethnicity: .ethnicity
    case .education: .education
    case .documentType: .documentType
    case .documentNumber: .documentNumber
    case .site, .siteName: .site
    case .department: .department
    case .major: .major
    case .studentNumber: .studentNumber
    case .class: .class
    case .phone: .phone
    case .email: .email
    case .subject: .subject
    case .reason: .reason
    case .moment: .moment
    case .remarks: .remarks
    case .number, .registrationNumber, .ticket, .subjects, .subjectCount, .room, .roomName, .roomAddress,
      .roomKind, .batch, .seat, .examDate, .examTime, .seats, .used, .free, .score, .result, .violation,
      .certificate, .description, .password:
      nil
    }
  }
}
