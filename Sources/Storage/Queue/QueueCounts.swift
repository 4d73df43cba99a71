/// 队列计数 — how many jobs wait and run, by import kind, and how long the first one waits.
public struct QueueCounts: Sendable, Equatable {
  /// How many jobs of each kind wait.
  public var waiting: [String: Int] = [:]
  /// How many jobs of each kind a worker works at.
  public var running: [String: Int] = [:]
  /// Since when the job waits that was queued first, in seconds; 0 where none does.
  public var oldestSeconds = 0.0

  /// Counts what is in the queue now. A worker whose lease is over is not counted as working.
  public init(_ session: any Session) throws {
    let now = try session.now()
    try session.forEach(
      """
      SELECT q.kind, count(*), count(CASE WHEN l.job = q.job AND l.free_at > $1 THEN 1 END)
      FROM queued_job q JOIN lane l ON l.sitting = q.sitting AND l.site = q.site GROUP BY q.kind
      """, [.integer(now)]
    ) { row in
      running[row.text(0)] = row.integer(2)
      waiting[row.text(0)] = row.integer(1) - row.integer(2)
    }
    if let queued = try session.first(
      "SELECT queued_at FROM queued_job ORDER BY id LIMIT 1", [], { $0.integer(0) })
    {
      oldestSeconds = Double(max(0, now - queued)) / 1_000
    }
  }
}
