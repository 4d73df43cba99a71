internal import Programmes
internal import Storage
internal import Tabular

/// 考生报考信息 — one row a candidate: name, the last four of the identity number, class, subjects (CAN-06). It is for
/// people, so it is a workbook unless another form is asked for.
struct RegistrationsExport: ExportKind {
  static let name = "registrations"
  static let title = Wording(zh: "考生报考信息", en: "registrations")
  static let rule = "CAN-06"
  static let options: Set<ExportOption> = [.format, .encoding]
  static let templates = [empty]

  private static let empty = TableRules.empty(rule)

  static func fileExtension(_ context: ExportContext) throws -> String {
    try context.form(of: context.layout(name)).rawValue
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    try RegistrationRecords(context.layout(name), context).basis
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? { nil }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let records = try RegistrationRecords(layout, context)
    let noDBF = UnfitOption(
      zh: "一名考生一行的表不写成 DBF。请用 --format xlsx 或 csv。",
      en: "A table of one row a candidate is not written as DBF. Use --format xlsx or csv.")
    var digests: PackageDigests?
    var outcome = try SheetOrCSV.write(layout, context, to: path, noDBF: noDBF, empty: empty) {
      digests = try records.forEach(session, $0)
    }
    outcome.digests = digests
    return outcome
  }
}
