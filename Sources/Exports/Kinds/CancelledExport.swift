internal import Programmes
internal import Storage
internal import Tabular

/// 取消考试考生信息 — one row a cancelled entry, with the reason (CAN-04).
struct CancelledExport: ExportKind {
  static let name = "cancelled"
  static let title = Wording(zh: "取消考试考生信息", en: "cancelled entries")
  static let rule = "CAN-04"
  static let options: Set<ExportOption> = [.format, .encoding]
  static let templates = [empty]

  private static let empty = TableRules.empty(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    try CancelledRecords(context.layout(name), context).basis
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let records = try CancelledRecords(layout, context)
    let noDBF = UnfitOption(
      zh: "取消考试考生信息不写成 DBF。请用 --format xlsx 或 csv。",
      en: "Cancelled entries are not written as DBF. Use --format xlsx or csv.")
    return try SheetOrCSV.write(layout, context, to: path, noDBF: noDBF, empty: empty) {
      try records.forEach(session, $0)
    }
  }
}
