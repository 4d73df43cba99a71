internal import ExamModel
internal import Files
internal import Foundation
internal import Imports
internal import Storage
public import Tabular

extension Office {
  /// 排队导入 — keeps a file in the store and queues its import for a worker, on this machine or any other (OPS-03).
  ///
  /// Rights and windows are judged twice: now, for whoever hands the file in, and when it is run, with that user's rights
  /// of then. The window, however, is always that of the moment of handing in: who came in time is not shut out by how
  /// long the queue is.
  ///
  /// The same content for the same kind and site with the same options is queued once; the job that waits is named then.
  /// - Returns: the job in the state `received`, and its place in the queue.
  /// - Throws: `Refusal`, `FileError` where the file cannot be read, `StoreError`: `.uncertain` where the store went away
  ///   in the moment of taking the job and did not come back; else nothing was taken.
  public func queueFile(_ request: ImportRequest) async throws -> ImportResult {
    let admission = try await admit(request)
    let file = try FileSource(path: request.path)
    let sha256 = try ContentHash.sha256(of: file)
    let earlier = try await earlierJob(of: admission, sha256)
    let begun = admission.job(of: file, sha256: sha256, plan: request.plan, owner: "queue")
    let language = request.language.rawValue
    let word = UUID().uuidString
    let (job, place, isNew) = try await database.writeAskingAgain { session in
      if let taken = try QueueTable.job(handedInAs: word, sha256: sha256, session),
        let known = try JobTable.read(taken, session)
      {
        return (known, try QueueTable.read(taken, session), true)
      }
      if let same = try QueueTable.same(as: begun, session), let known = try JobTable.read(same, session) {
        return (known, try QueueTable.read(same, session), false)
      }
      let job = try admission.enter(begun, session)
      try UploadTable.keep(file, sha256: sha256, session)
      try QueueTable.add(job, language: language, session)
      try QueueTable.note(handIn: word, of: job.id, session)
      return (job, try QueueTable.read(job.id, session), true)
    }
    var result = ImportResult(
      job: job, sitting: request.sitting, state: job.state, isDryRun: admission.context.options.isDryRun)
    result.sameAs = earlier
    result.queue = place.map(QueuePlace.init)
    if !isNew { result.queue?.already = true }
    return result
  }

  /// 重新排队 — queues a job again that failed or was cancelled, and whose file is still kept. It counts as handed in when it
  /// was handed in first.
  /// - Throws: `Refusal` where there is no such job, or it cannot be run again.
  public func retryJob(_ id: Int, in language: Language) async throws -> ImportResult {
    var result = try await changeableJob(id, in: language)
    let place = try await database.write { session in
      guard let job = try JobTable.read(id, session), try UploadTable.has(job.fileSHA256, session) else {
        throw Self.refuse(
          "任务 \(id) 的文件没有保存，不能重试。请用 kaowu import 重新导入。",
          "The file of job \(id) is not kept. Import it again with kaowu import.")
      }
      guard try JobTable.reopen(id, session) else {
        throw Self.refuse(
          "只有失败或已取消的任务可以重试；任务 \(id) 的状态是“\(ImportWords.state(job.state.rawValue).zh)”。",
          "Only jobs that failed or were cancelled are retried; job \(id) is \(job.state.rawValue).")
      }
      try QueueTable.add(job, language: language.rawValue, session)
      return try QueueTable.read(id, session)
    }
    result.state = JobState.received.rawValue
    result.error = nil
    result.queue = place.map(QueuePlace.init)
    return result
  }

  /// 取消任务 — a job that waits is cancelled at once; the worker of one that runs is asked to stop, which it does with its
  /// next heartbeat, unless the job is being merged by then.
  /// - Returns: the job: `cancelled`, or still running with `stopping`.
  /// - Throws: `Refusal` where there is no such job, or it is not in the queue.
  public func cancelJob(_ id: Int, in language: Language) async throws -> ImportResult {
    let job = try await changeableJob(id, in: language)
    let now = now.secondsSince1970
    try await database.write { session in
      guard let record = try JobTable.read(id, session), !record.state.isOver else {
        throw Self.refuse(
          "任务 \(id) 已经结束，不能取消。要撤销导入请用 kaowu jobs undo \(id)。",
          "Job \(id) is over. To take an import back use kaowu jobs undo \(id).")
      }
      if try QueueTable.removeWaiting(record, session) {
        var ended = job
        (ended.state, ended.queue) = (JobState.cancelled.rawValue, nil)
        _ = try JobTable.end(id, .cancelled, at: now, findings: 0, summary: ended.json, session)
      } else if try !QueueTable.askToStop(id, session) {
        throw Self.refuse(
          "任务 \(id) 不在队列里，由启动它的程序运行。请在那里按 Ctrl-C。",
          "Job \(id) is not in the queue: the program that began it runs it. Press Ctrl-C there.")
      }
    }
    return try await self.job(id, in: language)
  }

  private func changeableJob(_ id: Int, in language: Language) async throws -> ImportResult {
    let job = try await job(id, in: language)
    try await open(job.sitting).requireChange(at: job.site, window: nil)
    return job
  }

  private static func refuse(_ zh: String, _ en: String) -> Refusal {
    Refusal(.precondition, rule: "OPS-03", Wording(zh: zh, en: en))
  }
}

extension Database {
  /// Runs a body that finds out by itself whether it happened before: where a commit's answer was lost and nobody can tell
  /// what came of it, it is simply run once more.
  func writeAskingAgain<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    do {
      return try await write(body)
    } catch let uncertain as StoreError where uncertain.code == .uncertain {
      // Where the store cannot be asked either, it stays uncertain, whatever the second error says.
      do { return try await write(body) } catch is StoreError { throw uncertain }
    }
  }
}
