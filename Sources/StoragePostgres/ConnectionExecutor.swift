internal import Dispatch

/// A thread's worth of work for one connection: libpq's calls block, and must not hold up the few threads on which all
/// other tasks run.
final class ConnectionExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "kaowu.postgres")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
