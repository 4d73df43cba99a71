internal import Storage

/// How often and how long transactions are tried again.
struct PostgresRetry {
  private var races = 0
  private var takenKeys = 0
  private var losses = 0
  private let end: ContinuousClock.Instant

  /// - Parameter patience: how long a server that cannot be reached is waited for.
  init(patience: Duration) { end = .now + patience }

  /// After so many attempts that lost against others, a writer runs alone.
  private static let mostRaces = 3
  /// Alone there is nobody to lose against but who takes work from a queue, which is short.
  private static let mostRacesAlone = 10
  private static let mostTakenKeys = 2

  /// How the next attempt of a transaction runs.
  func kind(of kind: PostgresTransaction) -> PostgresTransaction {
    if case .write = kind, races >= Self.mostRaces { return .alone }
    return kind
  }

  /// Waits before the next attempt.
  /// - Returns: whether there is one.
  mutating func waits(after failure: PostgresFailure, _ kind: PostgresTransaction) async throws -> Bool {
    if failure.isLost { return try await waitsForServer() }
    if failure.isRace {
      races += 1
      guard races < Self.mostRacesAlone else { return false }
    } else if failure.isTakenKey, kind.lasts {
      takenKeys += 1
      guard takenKeys <= Self.mostTakenKeys else { return false }
    } else {
      return false
    }
    // Whoever met each other once must not meet again at once.
    try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 << min(races, 5)))))
    return true
  }

  /// Waits for a server that went away, longer each time.
  /// - Returns: whether it is worth trying again.
  mutating func waitsForServer() async throws -> Bool {
    losses += 1
    // A connection that merely grew old is found dead at its next use; the server is there.
    if losses > 1 { try await Task.sleep(for: .milliseconds(min(50 << min(losses, 6), 2_000))) }
    return ContinuousClock.now < end
  }
}
