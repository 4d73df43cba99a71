/// 数据库 — where everything is kept: embedded SQLite, or a PostgreSQL server. Async at the door, synchronous inside:
/// a body cannot suspend, so a transaction is never held open by something else that waits.
public protocol Database: Sendable {
  /// Runs `body` on one snapshot of the data, unaffected by whoever writes meanwhile.
  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result

  /// Runs `body` in one transaction: all of it happens, or nothing where it throws.
  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result

  /// Runs `body` in one short transaction in which each statement sees what others have committed by then, and in which
  /// rows that others hold are passed over (`Session.skipLocked`): for taking work from a queue. Where there is only one
  /// writer at a time, the same as `write`.
  func claim<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result

  /// Waits until somebody rings (`Session.ring`), or until the time is over; a ring may be missed, so the time is how
  /// late its listener may notice.
  func waitForRing(atMost time: Duration) async throws

  /// A connection of one's own, for work that needs temporary tables from one transaction to the next.
  func connection() async throws -> any Connection

  /// Freezes the store, or, with nil, takes it into use again; while it is frozen `write` and `claim` throw `.frozen`.
  /// - Parameter target: where it moves, as people are told.
  func freeze(_ target: String?) async throws

  /// Checks that nothing is damaged.
  func health() async throws -> StoreHealth
}

extension Database {
  public func claim<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await write(body)
  }

  public func waitForRing(atMost time: Duration) async throws { try await Task.sleep(for: time) }
}

/// 连接 — a connection whose temporary tables live as long as it does.
public protocol Connection: Sendable {
  /// Runs `body` on one snapshot of the data. It may write temporary tables, which holds up nobody.
  func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result

  /// Runs `body` in one transaction: all of it happens, or nothing where it throws.
  func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws
    -> Result
}
