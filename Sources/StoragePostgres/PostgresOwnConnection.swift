internal import Storage

/// A connection of one's own. Its temporary tables go with it, so what was lost with it cannot be taken up again.
struct PostgresOwnConnection: Connection {
  let base: PostgresConnection
  let database: PostgresDatabase

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await run(.snapshot, body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await run(.write) { session in
      try StoreFreeze.requireNone(session)
      return try body(session)
    }
  }

  private func run<Result: Sendable>(
    _ kind: PostgresTransaction, _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    var retry = PostgresRetry(patience: .zero)
    while true {
      switch await base.attempt(retry.kind(of: kind), body) {
      case .done(let result): return result
      case .failed(let error, let failure):
        guard let failure, !failure.isLost, try await retry.waits(after: failure, kind) else { throw error }
      case .unanswered(let result, let question):
        if try await database.isCommitted(question) { return result }
        throw PostgresFailure(state: "", message: "lost before the commit", isLost: true).storeError
      }
    }
  }
}
