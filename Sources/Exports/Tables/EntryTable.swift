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
