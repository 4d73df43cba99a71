internal import Storage

extension Office {
  /// 锁定 or 解锁 — one candidate, many, or all of a query (CAN-02).
  /// - Parameter reason: what the person says about it; lists and findings show it of a lock.
  /// - Returns: how many changed.
  public func setLock(
    _ isLocked: Bool, _ request: CandidateRequest, reason: String? = nil
  ) async throws -> Int {
    let plain = reason.map(CandidateChange.plain)
    let note = plain?.isEmpty == true ? nil : plain
    return try await changing(request) { change in
      isLocked
        ? try CandidateLocks.lock(
          note: note, by: change.member, at: change.now, change.trail, change.session)
        : try CandidateLocks.unlock(note: note, change.trail, change.session)
    }
  }
}
