internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 成绩下载 — the scores of a site as DBF or CSV, one record a scored entry (SCO-07).
struct ScoresExport: ExportKind {
  static let name = "scores"
  static let title = Wording(zh: "成绩下载", en: "scores")
  static let rule = "SCO-07"
  static let window: WindowKind? = .postExamDownloads
  static let options: Set<ExportOption> = [.format, .encoding, .characters]
  static let templates = rules.all

  private static let rules = TableRules(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    try EntryRecords(context.layout(name), .scored, context).basis
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    try Preconditions.scored(context, session)
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    try EntryTable.write(context.layout(name), .scored, rules, context, to: path, session)
  }
}
