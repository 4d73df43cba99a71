internal import Dispatch
internal import Foundation
internal import Synchronization

/// A thread for one connection: libpq's calls block, and must hold up neither the few threads on which all other tasks run
/// nor the calls of other connections.
final class ConnectionExecutor: SerialExecutor {
  private let inbox = Inbox()

  init() {
    // The thread keeps the inbox, not the executor, whose end is the thread's end.
    let inbox = inbox
    Thread.detachNewThread {
      while let (job, executor) = inbox.next() { job.runSynchronously(on: executor) }
    }
  }

  deinit { inbox.close() }

  func enqueue(_ job: consuming ExecutorJob) { inbox.put(UnownedJob(job), asUnownedSerialExecutor()) }
}

/// What the thread is to run next.
private final class Inbox: Sendable {
  private typealias Item = (job: UnownedJob, executor: UnownedSerialExecutor)

  private let items = Mutex<(waiting: [Item], isClosed: Bool)>(([], false))
  private let arrivals = DispatchSemaphore(value: 0)

  func put(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
    items.withLock { $0.waiting.append((job, executor)) }
    arrivals.signal()
  }

  func close() {
    items.withLock { $0.isClosed = true }
    arrivals.signal()
  }

  /// The next job, waited for; nil once the inbox is closed.
  func next() -> (job: UnownedJob, executor: UnownedSerialExecutor)? {
    arrivals.wait()
    return items.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }
}
