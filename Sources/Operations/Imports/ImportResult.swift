public import Exports
internal import Foundation
public import Imports
internal import Storage
internal import Tabular

/// 导入结果 — what `kaowu import … --json` prints, and what the ledger keeps of a job.
public struct ImportResult: Sendable, Codable {
  /// 文件 — the file that was imported.
  public struct File: Sendable, Codable {
    public var name: String
    public var bytes: Int
    public var sha256: String
  }

  /// 报告 — where the job's reports lie.
  public struct Reports: Sendable, Codable {
    /// The report as a workbook.
    public var workbook: String?
    /// The report as JSON.
    public var json: String?
    /// The workbook that was sent, with its bad cells coloured and commented; nil where nothing was found (ERR-02).
    public var annotated: String?
    /// With `--partial` the rows that were not taken, in the template's own form (REG-14).
    public var rejected: String?
  }

  /// 先前的任务 — the job that took the same content before.
  public struct Earlier: Sendable, Codable {
    public var job: String
    /// When it was taken.
    public var at: String
    /// Who took it.
    public var by: String
  }

  public var job: String
  public var kind: String
  public var state: String
  public var sitting: String
  public var site: String
  public var dryRun: Bool
  public var file: File
  public var rows = RowCounts()
  /// The same counts by site and subject; a row of several subjects counts with each.
  public var balance: [GroupCounts] = []
  public var entries = EntryCounts()
  /// What people call the one record that the whole file became, such as a payment application's number.
  public var made: String?
  public var findingsTotal = 0
  /// The first 1 000 in file order; the reports hold all.
  public var findings: [ReportedFinding] = []
  public var reports = Reports()
  /// For a dry run what would change, field by field.
  public var changes: [FieldChange]?
  /// The job that took the same content before.
  public var sameAs: Earlier?
  /// The job whose rejected rows these are (REG-14).
  public var continues: String?
  /// For a job of which rows were not taken: what became of them since.
  public var rest: RestBalance?
  /// For a job that failed, why.
  public var error: String?
  /// For a job that waits for a worker, or that one works at: where it stands.
  public var queue: QueuePlace?
  /// In a report: who ran the job.
  public var by: String?
  /// In a report: when it began.
  public var at: String?
  /// In a report: what was asked for.
  public var options: ImportOptions?

  /// How many findings a screen shows (ERR-03).
  public static let mostShown = 1_000

  /// Whether something of the input was refused.
  public var hasErrors: Bool { state == JobState.refused.rawValue || rows.failed > 0 }

  /// The result as JSON text; `{}` cannot happen, for all of it can be encoded.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// A result as the ledger kept it.
  public init?(json: String) {
    guard let result = try? JSONDecoder().decode(ImportResult.self, from: Data(json.utf8)) else { return nil }
    self = result
  }

  init(job: JobRecord, sitting: String, state: JobState, isDryRun: Bool) {
    self.job = String(job.id)
    kind = job.kind
    self.state = state.rawValue
    self.sitting = sitting
    site = job.site
    dryRun = isDryRun
    file = File(name: job.fileName, bytes: job.fileBytes, sha256: job.fileSHA256)
  }

  /// The result of a job whose process was killed.
  static func interrupted(_ job: JobRecord) -> ImportResult {
    var result = ImportResult(job: job, sitting: "", state: .failed, isDryRun: false)
    result.error = interruptedError
    return result
  }

  /// What stands in `error` where the process was killed.
  public static let interruptedError = "interrupted"
}

extension ReportedFinding {
  /// A finding in the words of a language.
  init(_ finding: Finding, in language: Language) {
    self.init(
      finding, message: FindingCatalogue.message(finding, in: language),
      suggestion: FindingCatalogue.suggestion(finding, in: language))
  }
}
