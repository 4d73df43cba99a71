internal import ExamModel
internal import Storage

extension Office {
  /// The name that stands in the trail for what nobody asked for.
  static let systemName = "system"

  /// 网报过期 — removes the individual entries of a sitting that were not paid within their day (CAN-07). It comes before
  /// every use case of the sitting, whoever asks, and costs one look into an index where there is nothing to do.
  ///
  /// Where the store cannot be written just now, it is left for the next call: whoever only reads is not refused for it.
  func removeExpiredEntries(ofSitting sitting: Int) async throws {
    let now = now.secondsSince1970
    guard try await database.read({ try ExpiryTable.hasExpired(sitting: sitting, at: now, $0) }) else {
      return
    }
    do {
      try await database.write { session in
        let trail = TrailWriter(session, by: Self.systemName, at: now, sitting: sitting)
        try ExpiryTable.removeExpired(sitting: sitting, at: now, trail: trail, session)
        try trail.finish()
      }
    } catch let error as StoreError where error.code == .disk || error.code == .busy {}
  }
}
