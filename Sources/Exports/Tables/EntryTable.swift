internal import Files
internal import Programmes
internal import Storage
internal import Tabular

/// 报考表 — writes an export that has one record an entry, as the kind of file that is asked for.
enum EntryTable {
  /// Writes the entries of a selection under a layout to `path`, where the file appears when it is whole.
  static func write(
    _ layout: ExportLayout, _ selection: EntryListing.Selection, _ rules: TableRules,
    _ context: ExportContext,
    to path: String, _ session: any Session
  ) throws -> ExportOutcome {
    let records = try EntryRecords(layout, selection, context)
    var outcome: ExportOutcome
    switch try context.form(of: layout) {
    case .dbf:
      let file = try WholeFile(path: path)
      var table = DBFTable(layout, rules, context)
      outcome = try table.write(records, to: file, session)
      if outcome.isWhole { try file.finish() }
    case .csv:
      let file = try WholeFile(path: path)
      var digests: PackageDigests?
      let count = try CSVTable.write(layout, context, to: file) {
        digests = try records.forEach(session, texts: $0)
      }
      try file.finish()
      outcome = ExportOutcome(records: count, findings: ExportFindings())
      outcome.digests = digests
    case .xlsx:
      var digests: PackageDigests?
      let count = try SheetTable.write(layout, context, to: path) {
        digests = try records.forEach(session, texts: $0)
      }
      outcome = ExportOutcome(records: count, findings: ExportFindings())
      outcome.digests = digests
    }
    return outcome
  }
}
