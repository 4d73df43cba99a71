internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 违纪缺考导出 — the absences and violations of a site as a workbook, one record an entry; a site without any gets an empty
/// one that says so (VIO-02).
struct ViolationsExport: ExportKind {
  static let name = "violations"
  static let title = Wording(zh: "违纪缺考", en: "absences and violations")
  static let rule = "VIO-02"
  static let window: WindowKind? = .postExamDownloads
  static let options: Set<ExportOption> = [.format, .encoding, .characters]
  static let templates = rules.all

  private static let rules = TableRules(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    try EntryRecords(context.layout(name), .violating, context).basis
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    var outcome = try EntryTable.write(
      context.layout(name), .violating, rules, context, to: path, session)
    if outcome.records == 0 { outcome.findings.add(Finding(rules.empty, at: Place())) }
    return outcome
  }
}
