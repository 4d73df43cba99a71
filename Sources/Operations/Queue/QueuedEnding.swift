internal import ExamModel
internal import Imports
internal import Storage
internal import Tabular

/// 排队任务的结束 — what becomes of a queued job whose run is over: it ended, it is taken again, or it fails.
struct QueuedEnding {
  private let lease: Lease
  private let office: Office
  private let settings: Worker.Settings

  init(_ lease: Lease, _ worker: Worker) {
    self.lease = lease
    office = worker.office
    settings = worker.settings
  }

  /// Writes down what came of a run, where that is not done yet, and says it.
  func settle(_ outcome: Result<ImportResult, any Error>, _ job: WorkerEvent.Job) async -> WorkerEvent {
    do {
      switch outcome {
      case .success(let result): return .ended(job, try await end(of: result))
      case .failure(let error): return try await settle(error, job)
      }
    } catch is LeaseLost {
      return .lostLease(job)
    } catch {
      // The lease runs out by itself, and the job is taken again.
      return .storeFailed(code: Failure(error, .zh).code)
    }
  }

  private func settle(_ error: any Error, _ job: WorkerEvent.Job) async throws -> WorkerEvent {
    if lease.stoppedFor == .lost || error is LeaseLost { return .lostLease(job) }
    if lease.stoppedFor == .cancelled { return try await finish(.cancelled, nil, job) }
    if error is CancellationError {
      try await giveBack(after: 0, nil)
      return .gaveBack(job)
    }
    let language = Language(rawValue: lease.claim.language) ?? .zh
    let failure = Failure(error, language, plan: lease.claim.job, lastError: lease.claim.lastError)
    guard failure.mayPass, job.attempt < settings.attempts else {
      return try await finish(.failed, failure, job)
    }
    let wait = min(settings.backOff * (1 << min(job.attempt - 1, 20)), .seconds(300))
    try await giveBack(after: wait.milliseconds, failure.text)
    return .broke(job, code: failure.code, retryAfter: wait / .seconds(1))
  }

  private func giveBack(after delay: Int, _ error: String?) async throws {
    let claim = lease.claim
    let isOwn = try await office.database.write {
      try LaneTable.giveBack(claim, after: delay, error: error, $0)
    }
    guard isOwn else { throw LeaseLost() }
  }

  /// Ends a job of which nothing was taken.
  private func finish(_ state: JobState, _ failure: Failure?, _ job: WorkerEvent.Job) async throws
    -> WorkerEvent
  {
    let (lease, now) = (lease, office.now.secondsSince1970)
    try await office.database.write { session in
      try lease.finish(session)
      guard let record = try JobTable.read(job.id, session) else { throw LeaseLost() }
      let isDryRun = ImportOptions(json: record.options)?.isDryRun ?? false
      var result = ImportResult(job: record, sitting: "", state: state, isDryRun: isDryRun)
      result.error = failure?.text
      _ = try JobTable.end(job.id, state, at: now, findings: 0, summary: result.json, session)
    }
    return .ended(job, .init(state: state.rawValue, code: failure?.code))
  }

  private func end(of result: ImportResult) async throws -> WorkerEvent.End {
    let job = lease.claim.job
    var end = WorkerEvent.End(state: result.state)
    let rows = result.rows
    end.rows = [
      "read": rows.read, "created": rows.created, "updated": rows.updated, "unchanged": rows.unchanged,
      "skipped": rows.skipped, "failed": rows.failed,
    ]
    end.seconds = lease.durations.mapValues { $0 / .seconds(1) }
    if result.findingsTotal > 0 {
      // The job is over by now: where the figures cannot be had, that changes nothing.
      end.findings = (try? await office.database.read { try JobFindingTable.counts(job: job, $0) }) ?? [:]
    }
    return end
  }
}

/// 失败 — an error as the ledger and the log keep it.
struct Failure {
  /// What people are told.
  let text: String
  /// What kind of error it is, without contents: for logs.
  let code: String
  /// Whether the same may work later.
  let mayPass: Bool

  init(_ error: any Error, _ language: Language, plan: Int = 0, lastError: String? = nil) {
    switch error {
    case let error as FileError:
      (text, code, mayPass) = (error.message(in: language), "file.\(error.code)", error.code == .disk)
    case let error as StoreError:
      (text, code, mayPass) = (error.wording[language], "store.\(error.code.rawValue)", error.mayPass)
    case let error as Refusal:
      (text, code, mayPass) = ("\(error.wording[language]) [\(error.rule)]", error.rule, false)
    case let error as StalePlan:
      let refusal = error.refusal(plan: plan)
      (text, code, mayPass) = ("\(refusal.wording[language]) [\(refusal.rule)]", refusal.rule, false)
    case is MergeConflict:
      let wording = Wording(
        zh: "检查之后数据被其他操作改动。", en: "The data changed after it was checked.")
      (text, code, mayPass) = (wording[language], "OPS-01", true)
    case is GaveUp:
      let wording = Wording(
        zh: "运行它的进程多次被中断，不再重试。请检查文件，再用 kaowu jobs retry 重试。",
        en:
          "The processes that ran it were ended again and again. Look at the file, then use kaowu jobs retry."
      )
      let known = lastError.flatMap { $0 == LaneTable.lostError ? nil : $0 + " " } ?? ""
      (text, code, mayPass) = (known + wording[language], "attempts", false)
    default:
      let wording = Wording(zh: "运行时出错，数据没有改变。", en: "The run broke off; nothing changed.")
      (text, code, mayPass) = (wording[language], "failed", false)
    }
  }
}
