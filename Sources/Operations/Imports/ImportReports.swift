internal import CSVFormat
internal import ExamModel
internal import Exports
internal import Files
internal import Foundation
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular
internal import XLSXFormat

/// 导入报告 — writes a job's reports: a workbook for people, JSON for programs, and with `--partial` the rows that were
/// not taken (ERR-01, ERR-02, REG-14).
struct ImportReports {
  private let office: Office
  let job: Int
  private let request: ImportRequest

  /// The language of the reports.
  var language: Language { request.language }

  init(_ office: Office, job: Int, request: ImportRequest) {
    self.office = office
    self.job = job
    self.request = request
  }

  /// Where the reports of a job will stand.
  /// - Parameter ending: that of the workbook that was sent, such as `.xlsx`; nil where there is none to annotate.
  static func paths(
    job: Int, _ request: ImportRequest, of kind: any ImportKind.Type, hasRejected: Bool,
    annotating ending: String?
  ) -> ImportResult.Reports {
    let folder = URL(fileURLWithPath: request.reports ?? "kaowu-reports").path
    let stem = "\(folder)/\(request.sitting)-\(request.site)-\(request.kind)-\(job)"
    return ImportResult.Reports(
      workbook: stem + ".xlsx", json: stem + ".json",
      annotated: ending.map { stem + annotatedSuffix($0) },
      rejected: hasRejected ? stem + (kind.source == .csv ? "-rejected.csv" : "-rejected.xlsx") : nil)
  }

  /// Writes the workbook, the JSON and, where a workbook was sent, its annotated copy.
  /// - Parameters:
  ///   - file: what was sent; nil where it is not at hand any more.
  ///   - binding: where its headings are.
  /// - Returns: where the reports are; without the annotated copy where there can be none.
  func write(
    _ result: ImportResult, input file: FileSource?, of kind: any ImportKind.Type, binding: FieldBinding?
  ) async throws -> ImportResult.Reports {
    guard let workbook = result.reports.workbook, let json = result.reports.json else {
      return result.reports
    }
    let folder = URL(fileURLWithPath: workbook).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileError(
        .disk, at: folder.path, zh: "不能创建报告文件夹。请检查 --reports 和权限。",
        en: "The reports' folder cannot be made. Check --reports and permissions.")
    }
    let (job, language) = (job, language)
    let facts = try await withLedgerFacts(result)
    let created = office.now.secondsSince1970
    let sheet = result.findings.lazy.compactMap(\.sheet).first
    return try await office.database.read { session in
      var head = facts
      var lines = summary(head, kind)
      if let path = head.reports.annotated, let file, let binding {
        let copy = try writeAnnotated(to: path, input: file, of: kind, binding, session)
        lines.append((Wording(zh: "批注副本", en: "Annotated copy"), copy.words[language]))
        if !copy.isWritten { head.reports.annotated = nil }
      }
      let original = try file.flatMap {
        result.findingsTotal > 0 ? try Self.originalRows($0, kind, sheet: sheet) : nil
      }
      try withExtendedLifetime(original?.keeper) {
        try ImportReportWorkbook(language: language, created: created).write(
          to: workbook, title: kind.title, summary: lines,
          findings: { take in
            try JobFindingTable.forEach(job: job, session) { try take(ReportedFinding($0, in: language)) }
          }, original: original.map { ($0.sheet, $0.reader) })
      }
      try Self.writeJSON(head, to: json, job: job, language, session)
      return head.reports
    }
  }

  /// Writes the rows that were not taken.
  func write(
    _ rejected: RejectedRows, to path: String, input file: FileSource, of kind: any ImportKind.Type,
    _ sitting: OpenSitting
  ) throws {
    let binding = rejected.binding
    guard let original = try Self.originalRows(file, kind, sheet: binding.sheet) else { return }
    let rest = RestNote(job: job, sha256: try ContentHash.sha256(of: file))
    try withExtendedLifetime(original.keeper) {
      if kind.source == .csv {
        try rejected.writeCSV(to: path, original.reader)
      } else {
        let template = office.template(of: binding.layout, sitting, extra: rejected.extraFields)
        try template.write(to: path, rest: rest.lines) { take in
          try rejected.forEach(in: original.reader, take)
        }
      }
    }
  }

  private struct Original {
    var sheet: String
    var reader: any RowReader
    var keeper: TemporaryFolder?
  }

  /// The rows as they were sent; nil for archives, which have none.
  private static func originalRows(
    _ file: FileSource, _ kind: any ImportKind.Type, sheet: String?
  ) throws -> Original? {
    switch kind.source {
    case .photos, .archive: return nil
    case .csv: return Original(sheet: "CSV", reader: try CSVReader(file))
    case .workbook, .anyWorkbook:
      let opened = try WorkbookInput(takesOld: kind.source == .anyWorkbook).open(file)
      guard let sheet else { return nil }
      let place = try opened.workbook.place(of: sheet, in: file.name)
      return Original(sheet: sheet, reader: try opened.workbook.rows(at: place), keeper: opened.keeper)
    }
  }

  /// The result with who ran the job, when and how, as the ledger has it: a report may be made again later, by somebody
  /// else.
  private func withLedgerFacts(_ result: ImportResult) async throws -> ImportResult {
    let job = job
    var result = result
    let record = try await office.database.read { try JobTable.read(job, $0) }
    result.by = record?.user
    result.at = record.map { Instant(secondsSince1970: $0.startedAt).iso }
    result.options = request.options
    return result
  }

  private func summary(_ result: ImportResult, _ kind: any ImportKind.Type) -> ImportReportWorkbook.Summary {
    let (rows, entries, options) = (result.rows, result.entries, request.options)
    let yes = Wording(zh: "是", en: "yes")[request.language]
    let no = Wording(zh: "否", en: "no")[request.language]
    return [
      (Wording(zh: "文件", en: "File"), "\(result.file.name) (\(result.file.bytes) B)"),
      (Wording(zh: "SHA-256", en: "SHA-256"), result.file.sha256),
      (Wording(zh: "考次", en: "Sitting"), result.sitting), (Wording(zh: "考点", en: "Site"), result.site),
      (Wording(zh: "任务", en: "Job"), result.job), (Wording(zh: "操作人", en: "By"), result.by ?? ""),
      (Wording(zh: "时间", en: "When"), result.at.flatMap { Instant($0) }?.text ?? ""),
      (Wording(zh: "覆盖", en: "Override"), options.overrides ? yes : no),
      (Wording(zh: "只导入正确的行", en: "Good rows only"), options.isPartial ? yes : no),
      (Wording(zh: "试运行", en: "Dry run"), options.isDryRun ? yes : no),
      (
        Wording(zh: "其他选项", en: "Other options"),
        options.words.isEmpty ? no : options.words.joined(separator: " ")
      ),
      (Wording(zh: "结果", en: "Outcome"), ImportWords.outcome(of: result)[request.language]),
      (Wording(zh: "读取行数", en: "Rows read"), String(rows.read)),
      (Wording(zh: "新增", en: "Created"), String(rows.created)),
      (Wording(zh: "更新", en: "Updated"), String(rows.updated)),
      (Wording(zh: "未变", en: "Unchanged"), String(rows.unchanged)),
      (Wording(zh: "跳过", en: "Skipped"), String(rows.skipped)),
      (Wording(zh: "有错误", en: "Failed"), String(rows.failed)),
      (Wording(zh: "新增科次", en: "Entries created"), String(entries.created)),
      (Wording(zh: "删除科次", en: "Entries removed"), String(entries.removed)),
      (Wording(zh: "因已缴费保留的科次", en: "Entries kept because paid"), String(entries.kept)),
      (Wording(zh: "问题总数", en: "Findings"), String(result.findingsTotal)),
    ]
  }

  /// The result with every finding, one at a time, so that a report of many does not fill the memory.
  private static func writeJSON(
    _ result: ImportResult, to path: String, job: Int, _ language: Language, _ session: any Session
  ) throws {
    var head = result
    head.findings = []
    let text = head.json
    let marker = "\"findings\":["
    guard let place = text.range(of: marker) else { return }
    let file = try WholeFile(path: path)
    var sink: any ByteSink = file
    try sink.write(String(text[..<place.upperBound]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var isFirst = true
    try JobFindingTable.forEach(job: job, session) { finding in
      let line = try encoder.encode(ReportedFinding(finding, in: language))
      try sink.write((isFirst ? "\n" : ",\n") + String(decoding: line, as: UTF8.self))
      isFirst = false
    }
    try sink.write(String(text[place.upperBound...]) + "\n")
    try file.finish()
  }
}
