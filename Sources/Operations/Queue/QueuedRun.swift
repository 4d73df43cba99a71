internal import ExamModel
internal import Files
internal import Imports
internal import Storage
internal import Tabular

/// 排队任务的运行 — the import of a queued job: the file out of the store, the gates, and then the same run as of any import.
struct QueuedRun {
  private let lease: Lease
  private let office: Office
  private let mostAttempts: Int

  init(_ lease: Lease, _ worker: Worker) {
    self.lease = lease
    office = worker.office
    mostAttempts = worker.settings.attempts
  }

  func result() async throws -> ImportResult {
    let claim = lease.claim
    if claim.isStopped {
      lease.stop(for: .cancelled)
      throw CancellationError()
    }
    guard claim.attempts <= mostAttempts else { throw GaveUp() }
    let (job, sitting) = try await office.database.read { session in
      let job = try JobTable.read(claim.job, session)
      return (job, try SittingTable.all(session).first { $0.id == claim.sitting }?.code)
    }
    guard let job, let sitting else { throw GaveUp() }
    var request = ImportRequest(
      kind: job.kind, path: job.fileName, sitting: sitting, site: job.site,
      language: Language(rawValue: claim.language) ?? .zh)
    request.options = ImportOptions(json: job.options) ?? ImportOptions()
    request.plan = job.applies

    // The window is judged by the moment of handing in, all that is written has the time of now.
    let handedIn = Instant(secondsSince1970: job.startedAt)
    _ = try await office.acting(as: job.user, at: handedIn).admit(request)
    let acting = office.acting(as: job.user)
    let present = try await acting.open(sitting)
    let admission = ImportAdmission(
      kind: try acting.kind(of: request), sitting: present,
      context: ImportContext(present, site: job.site, options: request.options))
    try await office.database.read { try admission.requireSteps($0) }

    let folder = try TemporaryFolder()
    guard let file = try await acting.keptFile(job.fileName, sha256: job.fileSHA256, in: folder) else {
      throw FileError(
        .damaged, zh: "数据库里没有这个任务的文件。请重新导入。",
        en: "The store has no file of this job. Import it again.")
    }
    let earlier = try await acting.earlierJob(of: admission, job.fileSHA256)
    defer { withExtendedLifetime(folder) {} }
    do {
      return try await acting.run(admission, file, job, request, earlier, under: lease)
    } catch let error as StoreError where error.code == .uncertain {
      // The merge and the end of the job are one transaction, so the ledger knows whether it happened.
      guard let result = try await acting.ended(claim, sitting) else { throw error }
      return result
    }
  }
}

extension Office {
  /// What the ledger says of a job that this worker's lane is done with; nil where the lane still has it.
  fileprivate func ended(_ claim: JobClaim, _ sitting: String) async throws -> ImportResult? {
    try await database.read { session in
      guard try QueueTable.read(claim.job, session) == nil, let job = try JobTable.read(claim.job, session),
        var result = job.summary.flatMap(ImportResult.init(json:))
      else { return nil }
      (result.sitting, result.state) = (sitting, job.state.rawValue)
      return result
    }
  }
}

/// 放弃 — a job was begun too often: it is one that ends its workers.
struct GaveUp: Error {}
