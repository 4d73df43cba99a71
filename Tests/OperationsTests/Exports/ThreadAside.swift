import Dispatch

/// A thread of its own for a task that somebody waits for without suspending: the shared threads may all be taken.
final class ThreadAside: TaskExecutor {
  private let queue = DispatchQueue(label: "aside")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
