internal import Files
internal import Programmes
internal import Storage
internal import Tabular

/// 考场统计导出 — one row a batch: seats, used, free, and how many of each subject sit in it (TIC-02). It knows no window
/// (chapter 33).
struct RoomStatisticsExport: ExportKind {
  static let name = "room-statistics"
  static let title = Wording(zh: "考场统计", en: "room statistics")
  static let rule = "TIC-02"
  static let options: Set<ExportOption> = [.format, .encoding]
  static let templates = [empty]

  private static let empty = TableRules.empty(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let records = try RoomRecords(layout, context)
    let count: Int
    switch try context.form(of: layout) {
    case .xlsx:
      count = try SheetTable.write(layout, context, to: path) { try records.forEach(session, $0) }
    case .csv:
      let file = try WholeFile(path: path)
      count = try CSVTable.write(layout, context, to: file) { try records.forEach(session, $0) }
      try file.finish()
    case .dbf:
      throw UnfitOption(
        zh: "考场统计不写成 DBF。请用 --format xlsx 或 csv。",
        en: "Room statistics are not written as DBF. Use --format xlsx or csv.")
    }
    var outcome = ExportOutcome(records: count, findings: ExportFindings())
    if count == 0 { outcome.findings.add(Finding(empty, at: Place())) }
    return outcome
  }
}
