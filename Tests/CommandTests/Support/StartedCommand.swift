import Foundation
import Synchronization

/// 运行中的命令 — a call of the command that has begun. Its output goes to files, so that no pipe can fill up.
final class StartedCommand: Sendable {
  private let process: Mutex<Process>
  private let output: URL
  private let errors: URL
  private let ended: AsyncStream<Int32>

  init(_ command: URL, _ arguments: [String], in folder: URL, environment: [String: String]) throws {
    let stem = folder.appending(path: "call-\(UUID().uuidString)").path
    output = URL(filePath: stem + ".out")
    errors = URL(filePath: stem + ".err")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR"].contains($0.key)
    }
    process.environment = inherited.merging(environment) { _, own in own }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    ended = stream
    process.terminationHandler = { process in
      // A process ended by a signal has its number for a status; the shell's way tells it from an exit.
      let signalled = process.terminationReason == .uncaughtSignal
      continuation.yield(process.terminationStatus + (signalled ? 128 : 0))
      continuation.finish()
    }
    try process.run()
    self.process = Mutex(process)
  }

  /// Whether it is still running.
  var isRunning: Bool { process.withLock { $0.isRunning } }

  /// Sends it a signal.
  func signal(_ number: Int32) {
    process.withLock { process in
      if process.isRunning { kill(process.processIdentifier, number) }
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

  /// Waits for its end.
  func end() async throws -> CommandRun {
    var status: Int32 = -1
    for await code in ended { status = code }
    return CommandRun(
      status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
