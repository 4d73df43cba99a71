/// 审计书写器 — adds links to the trail inside the caller's transaction, so that a change and its record are kept
/// together or not at all (OPS-02). Writers of other transactions wait until this one is over: the chain has no forks.
public final class TrailWriter {
  private let session: any Session
  private let member: String
  private let at: Int
  private let sitting: Int
  private let job: Int?
  private var head: (number: Int, hash: String)?
  private var loader: (any TableLoader)?

  static let columns = [
    "number", "at", "member", "job", "sitting", "site", "action", "record", "record_key", "part",
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
    var head = try head ?? take()
    let entry = TrailEntry(
      number: head.number + 1, at: at, member: member, job: job, sitting: sitting, change: change)
    head = (entry.number, entry.hash(after: head.hash))
    self.head = head
    let loader = try loader ?? session.loader("trail", columns: Self.columns)
    self.loader = loader
    try loader.add(.integer(entry.number))
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
    try loader.add(head.hash)
    try loader.endRow()
  }

  /// Ends the writing; nothing is written for sure before it returns.
  public func finish() throws {
    guard let head, let loader else { return }
    try loader.finish()
    try session.execute(
      "UPDATE trail_head SET number = $1, hash = $2", [.integer(head.number), .text(head.hash)])
    self.loader = nil
    self.head = nil
  }

  /// Takes the end of the trail for this transaction: the update holds its row until the transaction is over.
  private func take() throws -> (number: Int, hash: String) {
    try session.execute("UPDATE trail_head SET number = number")
    return try session.first("SELECT number, hash FROM trail_head") { ($0.integer(0), $0.text(1)) } ?? (0, "")
  }
}
