internal import Imports
internal import Storage
internal import Synchronization
internal import Tabular

/// 工人 — takes queued jobs one after the other and runs them, beside any number of others on any number of machines
/// (OPS-03). It depends on nothing but the store.
public final class Worker: Sendable {
  /// 设置 — how a worker works.
  public struct Settings: Sendable {
    /// How long a lane stays the worker's without a heartbeat.
    public var lease = Duration.seconds(30)
    /// How often a job is begun at most.
    public var attempts = 5
    /// How late a new job may be noticed where nobody rings.
    public var poll = Duration.seconds(1)
    /// How long a job waits that broke off for the first time; each time it is twice that, up to five minutes.
    public var backOff = Duration.seconds(1)
    /// Whether it ends when the queue is empty.
    public var endsWhenEmpty = false

    /// The usual settings.
    public init() {}
  }

  let office: Office
  let settings: Settings
  private let name: String
  private let observer: any WorkerObserver
  private let isStopped = Mutex(false)
  private let rest = Mutex<Task<Void, any Error>?>(nil)

  /// A worker.
  /// - Parameters:
  ///   - office: an office of any user: each job is run with the rights of whoever queued it.
  ///   - number: tells the workers of one process apart.
  public init(
    _ office: Office, number: Int = 1, settings: Settings = Settings(), observer: any WorkerObserver
  ) {
    self.office = office
    self.settings = settings
    self.observer = observer
    name = "\(JobOwner.current.text)#\(number)"
  }

  /// Takes jobs until it is stopped, cancelled or, with `endsWhenEmpty`, the queue is empty. A cancelled worker hands the
  /// job back that it is at.
  /// - Throws: `StoreError` where the store is not what it should be; a store that is busy, full or out of reach is tried
  ///   again.
  public func run() async throws {
    let connection = LastingConnection(office.database)
    while !isStopped.withLock(\.self), !Task.isCancelled {
      do {
        if let claim = try await take() {
          await work(at: claim, connection)
          continue
        }
        if settings.endsWhenEmpty, try await office.database.read({ try QueueTable.isEmpty($0) }) { return }
      } catch let error as StoreError where error.mayPass {
        observer.note(.storeFailed(code: error.code.rawValue))
      }
      await pause()
    }
  }

  /// Takes nothing new; the job that is at work is finished.
  public func stop() {
    isStopped.withLock { $0 = true }
    rest.withLock { $0?.cancel() }
  }

  /// Looks before it takes: where there is nothing to take, nobody who writes is held up.
  private func take() async throws -> JobClaim? {
    let (name, lease) = (name, settings.lease.milliseconds)
    guard try await office.database.read({ try LaneTable.hasWork($0) }) else { return nil }
    return try await office.database.claim { try LaneTable.claim(by: name, lease: lease, $0) }
  }

  private func pause() async {
    let (database, poll) = (office.database, settings.poll)
    let waiting = Task {
      do { try await database.waitForRing(atMost: poll) } catch is StoreError {
        try await Task.sleep(for: poll)
      }
    }
    rest.withLock { $0 = waiting }
    if isStopped.withLock(\.self) { waiting.cancel() }
    await withTaskCancellationHandler {
      _ = await waiting.result
    } onCancel: {
      waiting.cancel()
    }
  }

  /// Runs a job from its claim to its end, with a heart that beats meanwhile.
  private func work(at claim: JobClaim, _ connection: LastingConnection) async {
    let job = WorkerEvent.Job(id: claim.job, kind: claim.kind, site: claim.site, attempt: claim.attempts)
    observer.note(claim.lostBy == nil ? .took(job) : .tookOver(job))
    let lease = Lease(claim)
    let run = Task { try await QueuedRun(lease, self).result() }
    let length = settings.lease.milliseconds
    let heart = Heartbeat(every: settings.lease / 3) {
      // A store that cannot be reached now may be by the next beat.
      let hold = try? await connection.write { try LaneTable.renew(claim, lease: length, $0) }
      if hold == .lost || hold == .stopped {
        lease.stop(for: hold == .lost ? .lost : .cancelled)
        run.cancel()
      }
      return hold != .lost
    }
    let outcome = await withTaskCancellationHandler {
      await run.result
    } onCancel: {
      run.cancel()
    }
    // A task of its own: also a worker that is cancelled gives back what it has.
    let ending = QueuedEnding(lease, self)
    let event = await Task { await ending.settle(outcome, job) }.value
    heart.stop()
    observer.note(event)
  }
}

extension Duration {
  /// In whole milliseconds.
  var milliseconds: Int { Int(self / .milliseconds(1)) }
}

extension StoreError {
  /// Whether the same may work later: the disk is full, the store is busy or out of reach. What breaks a constraint does
  /// so again, and a damaged store stays damaged.
  var mayPass: Bool {
    switch code {
    case .notAStore, .missing, .tooNew, .corrupt, .frozen, .unfinished, .constraint, .failed: false
    default: true
    }
  }
}
