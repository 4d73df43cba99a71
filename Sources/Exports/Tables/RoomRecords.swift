internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考场记录 — the records of an export that has one record a batch (TIC-02).
struct RoomRecords {
  private let layout: ExportLayout
  private let context: ExportContext
  private let texts: [ColumnText]

  /// - Throws: `.damaged` where the layout names a value that a batch does not have.
  init(_ layout: ExportLayout, _ context: ExportContext) throws(FileError) {
    self.layout = layout
    self.context = context
    texts = layout.columns.map { ColumnText($0, context) }
    let sources = layout.columns.map { ($0.source, $0.heading) } + layout.order.map { ($0, "order") }
    for (source, heading) in sources where source != .number {
      guard Self.value(of: source) == nil else { continue }
      throw FileError(
        .damaged, at: "exports/\(layout.name).yaml",
        zh: "“\(heading)”取值 \(source.rawValue)，一个批次没有这个值。请改正导出定义。",
        en: "“\(heading)” is filled from \(source.rawValue), which a batch does not have.")
    }
  }

  /// Hands on the texts of each record, one for each column of the layout.
  func forEach(_ session: any Session, _ body: ([String]) throws -> Void) throws {
    let order = layout.order.compactMap(Self.value)
    let all = try RoomBatchUse.all(sitting: context.sittingID, site: context.site, session)
    let sorted = all.sorted { first, second in
      for value in order {
        let (first, second) = (value(first, context), value(second, context))
        if first == second { continue }
        if let first = Int(first), let second = Int(second), first != second { return first < second }
        return first < second
      }
      return false
    }
    for (number, use) in sorted.enumerated() {
      try body(
        zip(layout.columns, texts).map { column, text in
          Self.value(of: column.source).map { text.text($0(use, context)) } ?? String(number + 1)
        })
    }
  }

  private typealias Value = @Sendable (RoomBatchUse, ExportContext) -> String

  /// How a value is made; nil for what a batch does not have.
  private static func value(of field: ExportField) -> Value? {
    switch field {
    case .site: { use, _ in use.batch.site }
    case .siteName: { use, context in context.sitting.organisation(use.batch.site)?.name ?? "" }
    case .room: { use, _ in use.batch.room }
    case .roomName: { use, _ in use.batch.name ?? "" }
    case .roomAddress: { use, _ in use.batch.address }
    case .roomKind: { use, _ in use.batch.kind ?? "" }
    case .batch: { use, _ in String(use.batch.batch) }
    case .examDate: { use, _ in use.batch.examDate }
    case .examTime: { use, _ in use.timeText }
    case .seats: { use, _ in String(use.batch.seats) }
    case .used: { use, _ in String(use.used) }
    case .free: { use, _ in String(max(0, use.batch.seats - use.used)) }
    case .subjectCount: { use, _ in String(use.subjects.count) }
    case .subjects: { use, _ in use.subjectsText }
    case .number, .ticket, .registrationNumber, .name, .sex, .birthDate, .ethnicity, .education,
      .documentType, .documentNumber, .department, .major, .studentNumber, .class, .phone, .email, .subject,
      .seat, .score, .result, .violation, .certificate, .description, .reason, .moment, .password, .remarks:
      nil
    }
  }
}
