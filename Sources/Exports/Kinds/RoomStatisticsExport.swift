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

  static func basis(_ context: ExportContext) throws -> PackageBasis? { .rooms }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let records = try RoomRecords(layout, context)
    let noDBF = UnfitOption(
      zh: "考场统计不写成 DBF。请用 --format xlsx 或 csv。",
      en: "Room statistics are not written as DBF. Use --format xlsx or csv.")
    return try SheetOrCSV.write(layout, context, to: path, noDBF: noDBF, empty: empty) {
      try records.forEach(session, $0)
    }
  }
}
