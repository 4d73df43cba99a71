/// Lets tasks through one after the other, in the order of their numbers. Where one of them fails, those behind it fail
/// with it.
actor ChunkTurns {
  private var next = 0
  private var failure: (any Error)?
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  /// Runs `body` once all turns before this one are over. Every number must be taken, or those behind it wait for ever.
  /// - Throws: what `body` or a turn before this one threw; `CancellationError` where the task is cancelled.
  func take(_ turn: Int, _ body: @Sendable () async throws -> Void) async throws {
    if turn != next { await withCheckedContinuation { waiting[turn] = $0 } }
    defer {
      next = turn + 1
      waiting.removeValue(forKey: next)?.resume()
    }
    if let failure { throw failure }
    do {
      try Task.checkCancellation()
      try await body()
    } catch {
      failure = error
      throw error
    }
  }
}
