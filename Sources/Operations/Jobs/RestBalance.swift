internal import Imports
internal import Storage

/// 续传余额 — what became of the rows that a job did not take: those of its rest files that were taken since, and those
/// that are still open (REG-14). The balance is closed when nothing is open.
public struct RestBalance: Sendable, Codable {
  /// How many rows the job did not take.
  public var rejected: Int
  /// How many of them later jobs took.
  public var taken: Int
  /// How many are still open.
  public var open: Int
  /// The jobs that took rows of them.
  public var jobs: [String]

  /// The balance of a job; nil where it took all of its rows, or none.
  init?(of id: Int, _ session: any Session) throws {
    guard let job = try JobTable.read(id, session), job.state == .done,
      let result = job.summary.flatMap(ImportResult.init(json:)), result.rows.failed > 0, !result.dryRun
    else { return nil }
    (rejected, taken, jobs) = (result.rows.failed, 0, [])
    for later in try JobTable.continuations(of: id, session) {
      guard let result = later.summary.flatMap(ImportResult.init(json:)), !result.dryRun else { continue }
      let stillOpen = try RestBalance(of: later.id, session)?.open ?? 0
      taken += result.rows.read - stillOpen
      jobs.append(String(later.id))
    }
    open = max(0, rejected - taken)
  }
}
