/// 审计书写器 — adds links to the trail inside the caller's transaction, so that a change and its record are kept
/// together or not at all (OPS-02). Writers of other transactions that come to the same site wait until this one is over:
/// its chain has no forks.
public final class TrailWriter {
  private let session: any Session
  private let member: String
  private let at: Int
  let sitting: Int
  private let job: Int?
  /// The ends of the chains that were added to, by site.
  private var ends: [String: (link: Int, hash: String)] = [:]
  private var loader: (any TableLoader)?

  static let columns = [
    "link", "at", "member", "job", "sitting", "site", "action", "record", "record_key", "part",
    "source_row",
    "rule", "reason", "changes", "hash",
  ]

  /// A writer for what one person or job does at one time.
  /// - Parameters:
  ///   - at: when, in seconds since 1970.
  ///   - sitting: the sitting's key; 0 for what belongs to none.
  public init(_ session: any Session, by member: String, at: Int, sitting: Int, job: Int? = nil) {
    self.session = session
    self.member = member
    self.at = at
    self.sitting = sitting
    self.job = job
  }

  /// Adds one change. One that changes nothing is passed over.
  public func add(_ change: RecordChange) throws {
    if change.action == .changed, change.fields.isEmpty { return }
    let end = try ends[change.site] ?? take(change.site)
    let entry = TrailEntry(
      link: end.link + 1, at: at, member: member, job: job, sitting: sitting, change: change)
    let hash = entry.hash(after: end.hash)
    ends[change.site] = (entry.link, hash)
    let loader = try loader ?? session.loader("trail", columns: Self.columns)
    self.loader = loader
    try loader.add(.integer(entry.link))
    try loader.add(.integer(at))
    try loader.add(member)
    try loader.add(.optional(job))
    try loader.add(.integer(sitting))
    try loader.add(change.site)
    try loader.add(change.action.rawValue)
    try loader.add(change.record.rawValue)
    try loader.add(change.key)
    try loader.add(change.part)
    try loader.add(.optional(change.row))
    try loader.add(change.rule)
    try loader.add(change.reason)
    try loader.add(entry.changes)
    try loader.add(hash)
    try loader.endRow()
  }

  /// Ends the writing; nothing is written for sure before it returns.
  public func finish() throws {
    guard let loader else { return }
    try loader.finish()
    for (site, end) in ends.sorted(by: { $0.key < $1.key }) {
      try session.execute(
        "UPDATE trail_head SET links = $1, hash = $2 WHERE sitting = $3 AND site = $4",
        [.integer(end.link), .text(end.hash), .integer(sitting), .text(site)])
    }
    self.loader = nil
    ends = [:]
  }

  /// Takes the end of a site's chain for this transaction: its row is held until the transaction is over.
  private func take(_ site: String) throws -> (link: Int, hash: String) {
    try session.first(
      """
      INSERT INTO trail_head (sitting, site, links, hash) VALUES ($1, $2, 0, '')
      ON CONFLICT (sitting, site) DO UPDATE SET links = trail_head.links RETURNING links, hash
      """, [.integer(sitting), .text(site)]
    ) { ($0.integer(0), $0.text(1)) } ?? (0, "")
  }
}
