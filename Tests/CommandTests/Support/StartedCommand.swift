import Foundation
import Glibc
import Synchronization
import TestKit

/// 运行中的命令 — a call of the command that has begun. Its output goes to files, so that no pipe can fill up.
final class StartedCommand: Sendable {
  private let process: pid_t
  private let hasEnded = Mutex(false)
  private let output: URL
  private let errors: URL
  private let ended: AsyncStream<Int32>

  init(_ command: URL, _ arguments: [String], in folder: URL, environment: [String: String]) throws {
    let stem = folder.appending(path: "call-\(UUID().uuidString)").path
    output = URL(filePath: stem + ".out")
    errors = URL(filePath: stem + ".err")
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR"].contains($0.key)
    }
    // `env -C` changes into the folder and becomes the command, under the same process number.
    process = try OtherProgram.start(
      ["env", "-C", folder.path, command.path] + arguments,
      environment: inherited.merging(environment) { _, own in own }, output: output.path,
      errors: errors.path)
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    ended = stream
    Thread.detachNewThread { [self] in
      let status = OtherProgram.wait(for: process)
      hasEnded.withLock { $0 = true }
      continuation.yield(status)
      continuation.finish()
    }
  }

  /// Its process number.
  var number: Int { Int(process) }

  /// Whether it is still running.
  var isRunning: Bool { !hasEnded.withLock(\.self) }

  /// Sends it a signal.
  func signal(_ number: Int32) {
    hasEnded.withLock { hasEnded in
      if !hasEnded { _ = kill(process, number) }
    }
  }

  /// Sends it a signal after a time, where it still runs then. A thread of its own waits: on a busy machine a sleeping
  /// task wakes up when it is its turn, seconds late.
  func signal(_ number: Int32, after delay: Duration) {
    let (seconds, attoseconds) = delay.components
    let interval = Double(seconds) + Double(attoseconds) / 1e18
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: interval)
      signal(number)
    }
  }

  /// Sends it a signal a while after a condition holds, where it still runs then. The thread looks by itself, too: a task
  /// that looks now and then comes too late on a busy machine.
  func signal(_ number: Int32, after delay: TimeInterval, once isTime: @escaping @Sendable () -> Bool) {
    Thread.detachNewThread { [self] in
      while isRunning, !isTime() { Thread.sleep(forTimeInterval: 0.002) }
      Thread.sleep(forTimeInterval: delay)
      signal(number)
    }
  }

  /// Waits for its end.
  func end() async throws -> CommandRun {
    var status: Int32 = -1
    for await code in ended { status = code }
    return CommandRun(
      status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
