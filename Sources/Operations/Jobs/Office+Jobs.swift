internal import ExamModel
internal import Imports
internal import Storage
public import Tabular

extension Office {
  /// 任务清单 — the jobs of the organisations that the acting user sees, the newest first (ORG-02).
  public func jobs() async throws -> [JobItem] {
    let records = try await database.read { try JobTable.all($0) }
    var items: [JobItem] = []
    for (code, sitting) in try await openSittings() {
      items += records.filter { $0.sitting == sitting.id && sitting.sees($0.site) }
        .map { JobItem($0, Self.result(of: $0, in: code)) }
    }
    return items.sorted { (Int($0.result.job) ?? 0) > (Int($1.result.job) ?? 0) }
  }

  /// 任务 — one job with its findings.
  /// - Throws: `Refusal` where there is none that the acting user sees.
  public func job(_ id: Int, in language: Language) async throws -> ImportResult {
    guard var result = try await jobs().first(where: { $0.result.job == String(id) })?.result else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(zh: "没有任务 \(id)。可用 kaowu jobs list 查看。", en: "There is no job \(id). See kaowu jobs list."))
    }
    result.findings = try await findings(of: id, limit: ImportResult.mostShown, in: language)
    return result
  }

  /// 任务报告 — writes a job's reports again from the ledger: the summary and every finding. The sheet that was sent is
  /// not kept, so the workbook has no annotated copy of it.
  /// - Returns: the result with the new paths.
  public func writeReport(ofJob id: Int, to folder: String, in language: Language) async throws
    -> ImportResult
  {
    var result = try await job(id, in: language)
    guard let kind = ImportKinds.named(result.kind) else { throw UnknownKind(name: result.kind) }
    var request = ImportRequest(
      kind: result.kind, path: result.file.name, sitting: result.sitting, site: result.site,
      language: language)
    request.reports = folder
    request.options = try await options(ofJob: id)
    result.reports = ImportReports.paths(job: id, request, hasRejected: false)
    try await ImportReports(self, job: id, request: request).write(result, input: nil, of: kind)
    return result
  }

  private func options(ofJob id: Int) async throws -> ImportOptions {
    let text = try await database.read { try JobTable.read(id, $0)?.options } ?? ""
    return ImportOptions(json: text) ?? ImportOptions()
  }

  private func openSittings() async throws -> [(code: String, sitting: OpenSitting)] {
    var opened: [(String, OpenSitting)] = []
    for record in try await sittings() { opened.append((record.code, try await open(record.code))) }
    return opened
  }

  private static func result(of job: JobRecord, in sitting: String) -> ImportResult {
    if var result = job.summary.flatMap(ImportResult.init(json:)) {
      result.sitting = sitting
      result.state = job.state.rawValue
      return result
    }
    return ImportResult(job: job, sitting: sitting, state: job.state, isDryRun: false)
  }
}
