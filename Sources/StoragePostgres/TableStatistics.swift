/// How many rows were loaded into which table, so that the planner is told when it matters: it guesses well enough for
/// small tables, and guesses nested loops over big ones.
struct TableStatistics {
  private var rows: [String: Int] = [:]
  private var known: [String: Int] = [:]

  /// Below this number a guess does no harm.
  private static let least = 2_000

  mutating func note(_ count: Int, in table: String) { rows[table, default: 0] += count }

  /// Whether a table grew to twice what is known of it; it is taken for known then.
  mutating func isDue(_ table: String) -> Bool {
    let count = rows[table, default: 0]
    guard count >= Self.least, count >= 2 * known[table, default: 0] else { return false }
    known[table] = count
    return true
  }

  /// Forgets everything: tables were made or removed.
  mutating func forget() {
    rows = [:]
    known = [:]
  }
}
