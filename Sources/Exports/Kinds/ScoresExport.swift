internal import ExamModel
internal import Files
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

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    let readiness = try EntryReadiness.read(sitting: context.sittingID, site: context.site, session)
    return Preconditions.scored(readiness, context)
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let records = try EntryRecords(layout, .scored, context)
    let form = try context.form(of: layout)
    if form == .xlsx {
      let count = try SheetTable.write(layout, context, to: path) { try records.forEach(session, $0) }
      return ExportOutcome(records: count, findings: ExportFindings())
    }
    let file = try WholeFile(path: path)
    var outcome: ExportOutcome
    if form == .dbf {
      var table = DBFTable(layout, rules, context)
      let count = try table.write(records, to: file, session)
      outcome = ExportOutcome(records: count, findings: table.findings)
    } else {
      let count = try CSVTable.write(layout, context, to: file) { try records.forEach(session, $0) }
      outcome = ExportOutcome(records: count, findings: ExportFindings())
    }
    if outcome.isWhole { try file.finish() }
    return outcome
  }
}
