internal import Files
internal import Programmes
internal import Storage
internal import Tabular
internal import ZIPFormat

/// 机考数据 — the data that the machine test is run with: a ZIP of one DBF file, one record an entry (DOC-07).
struct MachineTestExport: ExportKind {
  static let name = "machine-test"
  static let title = Wording(zh: "机考数据", en: "machine-test data")
  static let rule = "DOC-07"
  static let options: Set<ExportOption> = [.characters]
  static let templates = rules.all

  private static let rules = TableRules(rule)
  /// Records of fixed width are mostly alike: the quick levels pack them nearly as small as the slow ones.
  private static let compression = ZIPWriter.Compression.deflated(level: 3)
  /// All of the site's entries, since it is refused while one has no seat.
  private static let selection = EntryListing.Selection.seated

  static func fileExtension(_ context: ExportContext) throws -> String {
    _ = try context.layout(name)
    return "zip"
  }

  static func basis(_ context: ExportContext) throws -> PackageBasis? {
    try EntryRecords(context.layout(name), selection, context).basis
  }

  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    let readiness = try EntryReadiness.read(sitting: context.sittingID, site: context.site, session)
    return Preconditions.arranged(readiness, context) ?? Preconditions.ticketed(readiness, context)
  }

  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let layout = try context.layout(name)
    let file = try WholeFile(path: path)
    let archive = PackageArchive(file, context)
    try archive.begin("\(context.fileName(of: layout)).DBF", compression: compression)
    var table = DBFTable(layout, rules, context)
    var outcome = try table.write(try EntryRecords(layout, selection, context), to: archive, session)
    try archive.endEntry()
    outcome.manifest = try archive.finish(records: outcome.records)
    if outcome.isWhole { try file.finish() }
    return outcome
  }
}
