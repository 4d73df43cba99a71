internal import Imports
internal import Storage
internal import Synchronization

/// 租约 — the lane that a worker holds while it runs one job. Whoever lost it commits nothing: each transaction of the run
/// begins by making sure of it, and the merge ends by giving it back, all in the one transaction (OPS-03).
final class Lease: Sendable {
  /// How the run is to end before its time.
  enum Ending: Sendable {
    /// Another worker has the lane.
    case lost
    /// Somebody cancelled the job.
    case cancelled
  }

  let claim: JobClaim
  private let ending = Mutex<Ending?>(nil)
  private let stages = Mutex<[ImportStage: Duration]>([:])

  init(_ claim: JobClaim) { self.claim = claim }

  /// Why the run was stopped; nil where it was not.
  var stoppedFor: Ending? { ending.withLock(\.self) }
  /// How long each stage took.
  var durations: [ImportStage: Duration] { stages.withLock(\.self) }

  /// Notes how long a stage took.
  func note(_ stage: ImportStage, _ duration: Duration) { stages.withLock { $0[stage] = duration } }

  /// Notes that the run is to end.
  func stop(for reason: Ending) { ending.withLock { $0 = $0 ?? reason } }

  /// Makes sure that the lane is held, and keeps it from others until the end of the transaction.
  /// - Throws: `LeaseLost`, or `CancellationError` where somebody cancelled the job.
  func require(_ session: any Session) throws {
    switch try LaneTable.lock(claim, session) {
    case .kept: return
    case .stopped:
      stop(for: .cancelled)
      throw CancellationError()
    case .lost:
      stop(for: .lost)
      throw LeaseLost()
    }
  }

  /// Takes the job out of the queue and gives the lane back.
  func finish(_ session: any Session) throws {
    guard try LaneTable.finish(claim, session) else {
      stop(for: .lost)
      throw LeaseLost()
    }
  }
}

/// 租约已失 — another worker took the lane over; what this one did is not committed.
struct LeaseLost: Error {}

/// 导入阶段 — the two parts of an import whose time is watched.
public enum ImportStage: String, Sendable, CaseIterable {
  /// 读取并检查: from the file to the staging tables.
  case reading
  /// 判定并写入: the one transaction that judges and merges.
  case settling
}
