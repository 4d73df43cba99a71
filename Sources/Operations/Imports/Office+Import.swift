internal import ExamModel
internal import Exports
internal import Files
internal import Imports
internal import Pipeline
internal import Storage
internal import Tabular

extension Office {
  /// 导入 — takes a file in: gates, reads, checks, stages, judges, merges, reports. All of it or nothing (OPS-07).
  /// - Throws: `Refusal` where it is not allowed, `FileError` where the file is not what it should be, `StoreError`
  ///   where the store fails, `CancellationError`; nothing of the file is taken then. Findings are no errors: the
  ///   result holds them.
  public func importFile(_ request: ImportRequest) async throws -> ImportResult {
    guard let kind = ImportKinds.named(request.kind) else { throw UnknownKind(name: request.kind) }
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: kind.window)
    try sitting.requireAnyWindow(whereSet: kind.windowsWhereSet, of: request.site)
    var options = request.options
    // Photos alone are taken one by one (OPS-07).
    if kind.source == .photos { options.isPartial = true }
    let context = ImportContext(
      programme: sitting.programme, sittingID: sitting.id, sitting: sitting.definition, site: request.site,
      user: sitting.user, now: sitting.now, options: options)
    if let refusal = kind.refusal(context) { throw Refusal(.precondition, rule: "SET-01", refusal) }

    let file = try FileSource(path: request.path)
    var job = JobRecord(
      kind: kind.name, sitting: sitting.id, site: request.site, user: sitting.user.name, fileName: file.name,
      fileBytes: file.count, fileSHA256: try ContentHash.sha256(of: file), options: options.json,
      owner: JobOwner.current.text, startedAt: now.secondsSince1970)
    let begun = job
    job.id = try await database.write { session in
      try Self.requireNoneProcessing(kind, begun, session)
      return try JobTable.insert(begun, session)
    }
    do {
      return try await run(kind, file, context, job, request)
    } catch {
      try? await fail(job, error, in: request)
      guard error is MergeConflict else { throw error }
      throw Refusal(
        .stale, rule: "OPS-01",
        Wording(
          zh: "检查之后数据被其他操作改动，本次没有导入任何内容。请重新导入。",
          en: "The data changed after it was checked, so nothing was taken. Import the file again."))
    }
  }

  private func run(
    _ kind: any ImportKind.Type, _ file: FileSource, _ context: ImportContext, _ job: JobRecord,
    _ request: ImportRequest
  ) async throws -> ImportResult {
    let job = job
    try await database.write { try JobTable.set(.checking, of: job.id, $0) }
    var input = try ImportInput(kind, file, context)
    let binding = input.binding
    let connection = try await database.connection()
    let importKind = kind.init(context, binding: input.binding)
    let run = ImportRun(importKind, binding: input.binding, context: context, job: job.id)
    try await run.prepare(connection, headerFindings: input.findings)
    if input.isReadable {
      try await run.stage(
        &input.reader, chunks: input.chunks, on: connection, progress: progress, decode: input.decode)
      if kind.source == .archive { try await run.stage(content: file, on: connection) }
    } else {
      // Damage further on is said before wrong headings.
      try input.readToEnd()
    }
    try Task.checkCancellation()
    try await database.write { try JobTable.set(.applying, of: job.id, $0) }

    var result = ImportResult(
      job: job, sitting: request.sitting, state: .done, isDryRun: context.options.isDryRun)
    result.reports = ImportReports.paths(
      job: job.id, request, hasRejected: context.options.isPartial && kind.source.isTable)
    let (template, now) = (result, now.secondsSince1970)
    let outcome = try await run.settle(on: connection) { outcome, session in
      var summary = template
      summary.take(outcome)
      return try JobTable.end(
        job.id, outcome.state, at: now, findings: outcome.findings, summary: summary.json, session)
    }
    result.take(outcome)
    result.findings = try await findings(of: job.id, limit: ImportResult.mostShown, in: request.language)
    let rejected = RejectedRows(binding: binding, rows: Set(outcome.rejectedRows))
    try await writeReports(of: result, rejected: rejected, job: job.id, file, kind, request)
    return result
  }

  /// Writes a job's reports. The job is over by then: where the disk fails, its effects stand, and that is said.
  private func writeReports(
    of result: ImportResult, rejected: RejectedRows, job: Int, _ file: FileSource,
    _ kind: any ImportKind.Type,
    _ request: ImportRequest
  ) async throws {
    do {
      let reports = ImportReports(self, job: job, request: request)
      try await reports.write(result, input: file, of: kind)
      if let path = result.reports.rejected {
        try reports.write(rejected, to: path, input: file, of: kind, try await open(request.sitting))
      }
    } catch let error as FileError where error.code == .disk {
      let state = ImportWords.state(result.state)
      throw FileError(
        .disk, at: error.place,
        zh: "任务 \(job) 的结果是“\(state.zh)”，但报告写不出来。\(error.wording.zh)之后可用 kaowu jobs report \(job) 重新生成。",
        en: "Job \(job) ended (\(state.en)), but its report could not be written. \(error.wording.en) "
          + "Then make it again with kaowu jobs report \(job).")
    }
  }

  /// A job's findings in words, in order.
  func findings(of job: Int, limit: Int = .max, in language: Language) async throws -> [ReportedFinding] {
    try await database.read { session in
      var findings: [ReportedFinding] = []
      try JobFindingTable.forEach(job: job, limit: limit, session) {
        findings.append(ReportedFinding($0, in: language))
      }
      return findings
    }
  }

  /// Ends a job that broke off; its records were never committed.
  private func fail(_ job: JobRecord, _ error: any Error, in request: ImportRequest) async throws {
    let state: JobState = error is CancellationError ? .cancelled : .failed
    var result = ImportResult(
      job: job, sitting: request.sitting, state: state, isDryRun: request.options.isDryRun)
    result.error =
      (error as? FileError)?.message(in: request.language) ?? (error as? StoreError)?.code.rawValue
    let (summary, now) = (result.json, now.secondsSince1970)
    _ = try await database.write {
      try JobTable.end(job.id, state, at: now, findings: 0, summary: summary, $0)
    }
  }
}

extension ImportResult {
  mutating func take(_ outcome: ImportRun.Outcome) {
    state = outcome.state.rawValue
    rows = outcome.rows
    entries = outcome.entries
    findingsTotal = outcome.findings
    changes = outcome.changes
  }
}

/// 未知种类 — there is no import or export of that name.
public struct UnknownKind: Error {
  /// The name that was asked for.
  public let name: String
}
