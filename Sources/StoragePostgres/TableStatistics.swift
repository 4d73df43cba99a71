/// How many rows were loaded into which table, so that the planner is told when it matters: it guesses well enough for
/// small tables, and guesses nested loops over big ones.
struct TableStatistics {
  private var rows: [String: Int] = [:]
  private var known: [String: Int] = [:]

  /// Below this number a guess does no harm.
  private static let least = 2_000

  mutating func note(_ count: Int, in table: String) { rows[table, default: 0] += count }

  /// The tables that grew to twice what is known of them, in the order of their names; they are taken for known then.
  mutating func due() -> [String] {
    let due = rows.keys.filter { rows[$0, default: 0] >= max(Self.least, 2 * known[$0, default: 0]) }.sorted()
    for table in due { known[table] = rows[table] }
    return due
  }

  /// Forgets what was told of the tables, whose rows are still there.
  mutating func forgetKnown() { known = [:] }

  /// Forgets everything: tables were made or removed.
  mutating func forget() {
    rows = [:]
    known = [:]
  }
}
