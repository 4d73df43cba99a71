internal import Files
internal import Programmes
internal import Tabular

/// 工作表或 CSV — the whole writing of an export that is one table of records: as a workbook or as CSV, whichever was asked
/// for; DBF is for programs that read entries and is refused.
enum SheetOrCSV {
  /// Writes what `records` hands on to `path`, where it appears when it is whole.
  /// - Parameters:
  ///   - noDBF: what is said to whoever asks for DBF.
  ///   - empty: what is found where there is no record.
  static func write(
    _ layout: ExportLayout, _ context: ExportContext, to path: String, noDBF: UnfitOption,
    empty: FindingTemplate, records: (_ take: ([String]) throws -> Void) throws -> Void
  ) throws -> ExportOutcome {
    let count: Int
    switch try context.form(of: layout) {
    case .xlsx:
      count = try SheetTable.write(layout, context, to: path, records: records)
    case .csv:
      let file = try WholeFile(path: path)
      count = try CSVTable.write(layout, context, to: file, records: records)
      try file.finish()
    case .dbf:
      throw noDBF
    }
    var outcome = ExportOutcome(records: count, findings: ExportFindings())
    if count == 0 { outcome.findings.add(Finding(empty, at: Place())) }
    return outcome
  }
}
