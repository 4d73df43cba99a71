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
    let admission = try await admit(request)
    let file = try FileSource(path: request.path)
    let sha256 = try ContentHash.sha256(of: file)
    let earlier = try await earlierJob(of: admission, sha256)
    let begun = admission.job(of: file, sha256: sha256, plan: request.plan, owner: JobOwner.current.text)
    let job = try await database.write { try admission.enter(begun, $0) }
    do {
      return try await run(admission, file, job, request, earlier)
    } catch {
      try? await fail(job, error, in: request)
      throw refusal(for: error, plan: request.plan) ?? error
    }
  }

  /// The refusal that a person is told of where the data moved under an import; nil for any other error.
  func refusal(for error: any Error, plan: Int?) -> Refusal? {
    if let stale = error as? StalePlan, let plan { return stale.refusal(plan: plan) }
    guard error is MergeConflict else { return nil }
    return Refusal(
      .stale, rule: "OPS-01",
      Wording(
        zh: "检查之后数据被其他操作改动，本次没有导入任何内容。请重新导入。",
        en: "The data changed after it was checked, so nothing was taken. Import the file again."))
  }

  /// Runs a job of the ledger, from reading its file to its end.
  /// - Parameter lease: the lane that a worker holds for it (OPS-03); nil outside the queue. Under a lease each of the
  ///   run's transactions begins by making sure of it, and there are no reports in a folder: they are made from the store.
  func run(
    _ admission: ImportAdmission, _ file: FileSource, _ job: JobRecord, _ request: ImportRequest,
    _ earlier: ImportResult.Earlier?, under lease: Lease? = nil
  ) async throws -> ImportResult {
    let kind = admission.kind
    var context = admission.context
    let clock = ContinuousClock()
    let began = clock.now
    try await database.write { session in
      try lease?.require(session)
      try JobTable.set(.checking, of: job.id, session)
    }
    var input = try ImportInput(kind, file, context, faces: faceDetector)
    context.pictures = input.pictures
    let binding = input.binding
    let connection = try await database.connection()
    let importKind = kind.init(context, binding: input.binding)
    let continued = try await continuedJob(job, input.restOf, request)
    let columns = JobBinding(importKind, binding).json
    try await database.write { session in
      try lease?.require(session)
      try JobTable.note(binding: columns, continues: continued, of: job.id, session)
    }
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
    try await database.write { session in
      try lease?.require(session)
      try JobTable.set(.applying, of: job.id, session)
    }
    lease?.note(.reading, clock.now - began)

    var result = ImportResult(
      job: job, sitting: request.sitting, state: .done, isDryRun: context.options.isDryRun)
    result.sameAs = earlier
    result.continues = continued.map(String.init)
    if lease == nil {
      result.reports = ImportReports.paths(
        job: job.id, request, of: kind, hasRejected: context.options.isPartial && kind.source.isTable,
        annotating: input.annotatedEnding)
    }
    let (template, now, judged) = (result, now.secondsSince1970, clock.now)
    let outcome = try await run.settle(
      read: read, plan: request.plan, on: connection, begin: { try lease?.require($0) }
    ) { outcome, session in
      var summary = template
      summary.take(outcome)
      // A plan is carried out from the file that it was made of, and a report can be made again only from the file.
      if template.dryRun || (outcome.findings > 0 && kind.source.isTable) {
        try UploadTable.keep(file, sha256: job.fileSHA256, session)
      } else if lease != nil {
        try UploadTable.release(job.fileSHA256, ofJob: job.id, session)
      }
      try lease?.finish(session)
      return try JobTable.end(
        job.id, outcome.state, at: now, findings: outcome.findings, summary: summary.json, session)
    }
    lease?.note(.settling, clock.now - judged)
    result.take(outcome)
    guard lease == nil else { return result }
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
  func earlierJob(of admission: ImportAdmission, _ sha256: String) async throws -> ImportResult.Earlier? {
    try await database.read { session in
      try JobTable.taken(
        sha256: sha256, kind: admission.kind.name, sitting: admission.sitting.id,
        site: admission.context.site,
        session
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
