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
    let context = ImportContext(sitting, site: request.site, options: options)
    if let refusal = kind.refusal(context) { throw Refusal(.precondition, rule: "SET-01", refusal) }

    let file = try FileSource(path: request.path)
    let sha256 = try ContentHash.sha256(of: file)
    let earlier = try await earlierJob(of: kind, sha256, sitting, request)
    var job = JobRecord(
      kind: kind.name, sitting: sitting.id, site: request.site, user: sitting.user.name, fileName: file.name,
      fileBytes: file.count, fileSHA256: sha256, options: options.json,
      owner: JobOwner.current.text, startedAt: now.secondsSince1970)
    job.applies = request.plan
    let begun = job
    job.id = try await database.write { session in
      try Self.requireNoneProcessing(kind, begun, session)
      if kind.needsApprovedStation {
        try StationGates(sitting, site: begun.site).requireApproval(session)
      }
      if kind.record == .violation {
        try ViolationReturnGates(sitting, session).requireRecording(at: begun.site)
      }
      return try JobTable.insert(begun, session)
    }
    do {
      return try await run(kind, file, context, job, request, earlier)
    } catch {
      try? await fail(job, error, in: request)
      if let stale = error as? StalePlan, let plan = request.plan { throw stale.refusal(plan: plan) }
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
    _ request: ImportRequest, _ earlier: ImportResult.Earlier?
  ) async throws -> ImportResult {
    let job = job
    try await database.write { try JobTable.set(.checking, of: job.id, $0) }
    var input = try ImportInput(kind, file, context, faces: faceDetector)
    let binding = input.binding
    let connection = try await database.connection()
    let importKind = kind.init(context, binding: input.binding)
    let continued = try await continuedJob(job, input.restOf, request)
    let columns = JobBinding(importKind, binding).json
    try await database.write { try JobTable.note(binding: columns, continues: continued, of: job.id, $0) }
    let run = ImportRun(importKind, binding: input.binding, context: context, job: job.id)
    try await run.prepare(connection, headerFindings: input.findings)
    var read = 0
    if input.isReadable {
      read = try await run.stage(
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
    result.sameAs = earlier
    result.continues = continued.map(String.init)
    result.reports = ImportReports.paths(
      job: job.id, request, of: kind, hasRejected: context.options.isPartial && kind.source.isTable,
      annotating: input.annotatedEnding)
    let (template, now) = (result, now.secondsSince1970)
    let outcome = try await run.settle(read: read, plan: request.plan, on: connection) { outcome, session in
      var summary = template
      summary.take(outcome)
      // A plan is carried out from the file that it was made of, and a report can be made again only from the file.
      if template.dryRun || (outcome.findings > 0 && kind.source.isTable) {
        try UploadTable.keep(file, sha256: job.fileSHA256, session)
      }
      return try JobTable.end(
        job.id, outcome.state, at: now, findings: outcome.findings, summary: summary.json, session)
    }
    result.take(outcome)
    result.findings = try await findings(of: job.id, limit: ImportResult.mostShown, in: request.language)
    let rejected = RejectedRows(binding: binding, rows: Set(outcome.rejectedRows))
    result.reports = try await writeReports(
      of: result, rejected: rejected, job: job.id, file, kind, request)
    return result
  }

  /// Writes a job's reports. The job is over by then: where the disk fails, its effects stand, and that is said.
  private func writeReports(
    of result: ImportResult, rejected: RejectedRows, job: Int, _ file: FileSource,
    _ kind: any ImportKind.Type,
    _ request: ImportRequest
  ) async throws -> ImportResult.Reports {
    do {
      let reports = ImportReports(self, job: job, request: request)
      let written = try await reports.write(result, input: file, of: kind, binding: rejected.binding)
      if let path = result.reports.rejected {
        try reports.write(rejected, to: path, input: file, of: kind, try await open(request.sitting))
      }
      return written
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

  /// The job that took the same content here before: worth saying, and harmless.
  private func earlierJob(
    of kind: any ImportKind.Type, _ sha256: String, _ sitting: OpenSitting, _ request: ImportRequest
  ) async throws -> ImportResult.Earlier? {
    try await database.read { session in
      try JobTable.taken(
        sha256: sha256, kind: kind.name, sitting: sitting.id, site: request.site, session
      ).map {
        ImportResult.Earlier(job: String($0.id), at: Instant(secondsSince1970: $0.startedAt).iso, by: $0.user)
      }
    }
  }

  /// The job whose rejected rows a file holds: the one that was named, else the one that the file names, where that is
  /// a job of this kind and site.
  private func continuedJob(_ job: JobRecord, _ rest: RestNote?, _ request: ImportRequest) async throws
    -> Int?
  {
    guard let named = request.options.continues ?? rest?.job else { return nil }
    let record = try await database.read { try JobTable.read(named, $0) }
    let fits = record.map {
      $0.kind == job.kind && $0.sitting == job.sitting && $0.site == job.site
        && (request.options.continues != nil || $0.fileSHA256 == rest?.sha256)
    }
    if fits == true { return named }
    // A file may come from another store; then it is a file like any other.
    guard request.options.continues != nil else { return nil }
    throw Refusal(
      .precondition, rule: "REG-14",
      Wording(
        zh: "任务 \(named) 不是本考点的同类导入，不能续传。可用 kaowu jobs list 查看。",
        en:
          "Job \(named) is no import of this kind at this site and cannot be continued. See kaowu jobs list.")
    )
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

extension ImportContext {
  /// What an import at a site of an open sitting depends on.
  init(_ sitting: OpenSitting, site: String, options: ImportOptions) {
    self.init(
      programme: sitting.programme, sittingID: sitting.id, sitting: sitting.definition, site: site,
      user: sitting.user, now: sitting.now, options: options)
  }
}

extension ImportResult {
  mutating func take(_ outcome: ImportRun.Outcome) {
    state = outcome.state.rawValue
    rows = outcome.rows
    balance = outcome.groups
    entries = outcome.entries
    made = outcome.made
    findingsTotal = outcome.findings
    if outcome.findings == 0 { reports.annotated = nil }
    changes = outcome.changes
  }
}

/// 未知种类 — there is no import or export of that name.
public struct UnknownKind: Error {
  /// The name that was asked for.
  public let name: String
}
