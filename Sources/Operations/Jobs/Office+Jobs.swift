internal import ExamModel
internal import Files
internal import Imports
internal import Storage
public import Tabular

extension Office {
  /// 任务清单 — the jobs of the organisations that the acting user sees, the newest first (ORG-02).
  /// - Parameter most: how many at most; the ledger keeps every job that ever was.
  public func jobs(most: Int = .max) async throws -> [JobItem] {
    let sittings = try await openSittings()
    return try await database.read { session in
      var items: [JobItem] = []
      var next = Int.max
      // In pages, so that a ledger of a million jobs is not read for its last hundred.
      while items.count < most {
        let page = try JobTable.newest(Self.jobsAtATime, before: next, session)
        guard let last = page.last, let first = page.first else { break }
        next = last.id
        let queued = try QueueTable.all(from: last.id, to: first.id, session)
        let places = Dictionary(uniqueKeysWithValues: queued.map { ($0.job, QueuePlace($0)) })
        items += page.compactMap { job in
          guard let (code, sitting) = sittings[job.sitting], sitting.sees(job.site) else { return nil }
          return JobItem(job, Self.result(of: job, in: code, places[job.id]))
        }
      }
      return Array(items.prefix(most))
    }
  }

  private static let jobsAtATime = 1_000

  /// 任务 — one job with its findings.
  /// - Throws: `Refusal` where there is none that the acting user sees.
  public func job(_ id: Int, in language: Language) async throws -> ImportResult {
    let sittings = try await openSittings()
    let found = try await database.read { session -> ImportResult? in
      guard let job = try JobTable.read(id, session), let (code, sitting) = sittings[job.sitting],
        sitting.sees(job.site)
      else { return nil }
      return Self.result(of: job, in: code, try QueueTable.read(id, session).map(QueuePlace.init))
    }
    guard var result = found else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(zh: "没有任务 \(id)。可用 kaowu jobs list 查看。", en: "There is no job \(id). See kaowu jobs list."))
    }
    result.findings = try await findings(of: id, limit: ImportResult.mostShown, in: language)
    result.rest = try await database.read { try RestBalance(of: id, $0) }
    return result
  }

  /// 任务报告 — writes a job's reports again from the ledger: the summary and every finding, and where the file was kept
  /// the sheet that was sent and the rows that were not taken, to be mended and sent again (REG-14).
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
    let folder = try TemporaryFolder()
    let kept = try await keptFile(result.file.name, sha256: result.file.sha256, in: folder)
    let hasRejected = kept != nil && result.rows.failed > 0 && kind.source.isTable
    let sitting = try await open(result.sitting)
    let context = ImportContext(sitting, site: result.site, options: request.options)
    let hasRows = kind.source != .photos && kind.source != .archive
    let input = hasRows ? try kept.map { try ImportInput(kind, $0, context) } : nil
    result.reports = ImportReports.paths(
      job: id, request, of: kind, hasRejected: hasRejected,
      annotating: result.findingsTotal > 0 ? input?.annotatedEnding : nil)
    let reports = ImportReports(self, job: id, request: request)
    result.reports = try await reports.write(result, input: kept, of: kind, binding: input?.binding)
    if let kept, let binding = input?.binding, let path = result.reports.rejected {
      let rows = try await database.read { try JobFindingTable.errorRows(job: id, $0) }
      try reports.write(RejectedRows(binding: binding, rows: rows), to: path, input: kept, of: kind, sitting)
    }
    return result
  }

  /// 应用计划 — carries out a dry run as it was shown (REG-18): the same file, the same options, and only where every row
  /// would still fare as planned.
  /// - Throws: `Refusal` where there is no such plan, it found errors, it was carried out already, or the data moved.
  public func applyPlan(_ id: Int, reports: String?, in language: Language) async throws -> ImportResult {
    let plan = try await job(id, in: language)
    func refuse(_ zh: String, _ en: String) -> Refusal {
      Refusal(.stale, rule: "REG-18", Wording(zh: zh, en: en))
    }
    guard plan.dryRun else {
      throw refuse("任务 \(id) 不是试运行，没有计划可应用。", "Job \(id) is no dry run: there is no plan to carry out.")
    }
    guard plan.state == JobState.done.rawValue else {
      throw refuse(
        "计划 \(id) 里有错误，不能应用。请改好文件后重新试运行。",
        "Plan \(id) has errors and cannot be carried out. Mend the file and make a new dry run.")
    }
    if let done = try await database.read({ try JobTable.applied(plan: id, $0) }) {
      throw refuse("计划 \(id) 已由任务 \(done.id) 应用。", "Plan \(id) was carried out by job \(done.id).")
    }
    let folder = try TemporaryFolder()
    guard let file = try await keptFile(plan.file.name, sha256: plan.file.sha256, in: folder) else {
      throw refuse("计划 \(id) 的文件没有保存。请重新试运行。", "The file of plan \(id) is not kept. Make a new dry run.")
    }
    var request = ImportRequest(
      kind: plan.kind, path: folder.path(file.name), sitting: plan.sitting, site: plan.site,
      language: language)
    request.options = try await options(ofJob: id)
    request.options.isDryRun = false
    request.plan = id
    request.reports = reports
    return try await importFile(request)
  }

  /// The file of a job, unpacked from the store under its own name; nil where it was not kept.
  func keptFile(_ name: String, sha256: String, in folder: TemporaryFolder) async throws -> FileSource? {
    let path = folder.path(name)
    let isKept = try await database.read { session in
      guard try UploadTable.has(sha256, session) else { return false }
      var file = try WholeFile(path: path)
      try UploadTable.forEachPiece(of: sha256, session) { try file.write($0) }
      try file.finish()
      return true
    }
    return isKept ? try FileSource(path: path) : nil
  }

  private func options(ofJob id: Int) async throws -> ImportOptions {
    let text = try await database.read { try JobTable.read(id, $0)?.options } ?? ""
    return ImportOptions(json: text) ?? ImportOptions()
  }

  /// The sittings by their keys.
  private func openSittings() async throws -> [Int: (code: String, sitting: OpenSitting)] {
    var opened: [Int: (String, OpenSitting)] = [:]
    for record in try await sittings() { opened[record.id] = (record.code, try await open(record.code)) }
    return opened
  }

  private static func result(of job: JobRecord, in sitting: String, _ place: QueuePlace?) -> ImportResult {
    var result =
      job.summary.flatMap(ImportResult.init(json:))
      ?? ImportResult(job: job, sitting: sitting, state: job.state, isDryRun: false)
    (result.sitting, result.state, result.queue) = (sitting, job.state.rawValue, place)
    return result
  }
}
