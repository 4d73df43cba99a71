internal import Dispatch
internal import Foundation
internal import Synchronization

/// 心跳 — calls something at equal intervals on a thread of its own. However busy the threads are that tasks share, and
/// imports keep them busy for seconds, a beat is never late for that.
final class Heartbeat: Sendable {
  private let stopped = DispatchSemaphore(value: 0)

  /// Begins to beat.
  /// - Parameters:
  ///   - interval: the time before the first beat, and between two.
  ///   - beat: what is done; it answers whether to go on.
  init(every interval: Duration, beat: @escaping @Sendable () async -> Bool) {
    let stopped = stopped
    let seconds = interval / .seconds(1)
    Thread.detachNewThread {
      let executor = BeatExecutor()
      var goesOn = true
      while goesOn, stopped.wait(timeout: .now() + seconds) == .timedOut {
        let answer = Answer()
        // With its preferred executor a task runs there, and so do the actors that it calls.
        Task(executorPreference: executor) { answer.give(await beat()) }
        goesOn = answer.wait()
      }
    }
  }

  /// Stops beating. A beat that has begun goes on to its end.
  func stop() { stopped.signal() }
}

/// Runs what a beat does on a thread that nothing else uses.
private final class BeatExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "kaowu.heartbeat")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// What a beat answers, waited for by a thread.
private final class Answer: Sendable {
  private let isGiven = DispatchSemaphore(value: 0)
  private let value = Mutex(false)

  func give(_ answer: Bool) {
    value.withLock { $0 = answer }
    isGiven.signal()
  }

  func wait() -> Bool {
    isGiven.wait()
    return value.withLock(\.self)
  }
}
