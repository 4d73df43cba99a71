internal import Storage

/// 常备连接 — a connection of one's own that is made anew where it was lost: a server that restarts ends all connections, and
/// a worker's heart has to beat for weeks. No temporary table may depend on it.
actor LastingConnection {
  private let database: any Database
  private var connection: (any Connection)?

  init(_ database: any Database) { self.database = database }

  /// Runs a body in one transaction.
  /// - Throws: `.lost` where the connection went away; the next call has another.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    let open: any Connection
    if let connection { open = connection } else { open = try await database.connection() }
    connection = open
    do {
      return try await open.write(body)
    } catch let error as StoreError where error.code == .lost || error.code == .uncertain {
      connection = nil
      throw error
    }
  }
}
