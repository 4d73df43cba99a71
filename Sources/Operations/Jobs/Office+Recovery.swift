internal import ExamModel
public import Storage

extension Office {
  /// 恢复 — ends the jobs whose process was killed (OPS-01). The records and the job's end are one transaction, so a job
  /// that is still open has changed nothing: it is failed cleanly, and the file can be sent again.
  /// Queued jobs are left alone: where a worker was killed, another takes its job (OPS-03).
  /// - Returns: the jobs that were ended.
  public func recoverJobs() async throws -> [JobRecord] {
    let gone = try await database.read { session in
      try JobTable.openOutsideQueue(session).filter { JobOwner($0.owner)?.isGone ?? true }
    }
    guard !gone.isEmpty else { return [] }
    let now = now.secondsSince1970
    try await database.write { session in
      for job in gone {
        _ = try JobTable.end(
          job.id, .failed, at: now, findings: 0, summary: ImportResult.interrupted(job).json, session)
      }
    }
    return gone
  }
}
