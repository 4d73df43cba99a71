import Foundation
import Glibc
import Synchronization

/// 运行中的命令 — a call of the command that has begun. Its output goes to files, so that no pipe can fill up.
final class StartedCommand: Sendable {
  private let process: pid_t
  private let hasEnded = Mutex(false)
  private let output: URL
  private let errors: URL
  private let ended: AsyncStream<Int32>

  struct NotStarted: Error {
    let code: Int32
  }

  /// Begun with `posix_spawn`: Foundation's `Process` reads past the end of a folder's listing when it looks for open
  /// files, which now and then ends the tests.
  init(_ command: URL, _ arguments: [String], in folder: URL, environment: [String: String]) throws {
    let stem = folder.appending(path: "call-\(UUID().uuidString)").path
    output = URL(filePath: stem + ".out")
    errors = URL(filePath: stem + ".err")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.path, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.path, flags, 0o600)
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR"].contains($0.key)
    }
    let settings = inherited.merging(environment) { _, own in own }.map { "\($0.key)=\($0.value)" }
    // `env -C` changes into the folder and becomes the command, under the same process number.
    var words = Self.words(["env", "-C", folder.path, command.path] + arguments)
    var names = Self.words(settings)
    defer { (words + names).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/usr/bin/env", &actions, nil, &words, &names)
    guard code == 0 else { throw NotStarted(code: code) }
    process = child
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    ended = stream
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      hasEnded.withLock { $0 = true }
      // A process ended by a signal has its number for a status; the shell's way tells it from an exit.
      let signal = status & 0x7F
      continuation.yield(signal == 0 ? (status >> 8) & 0xFF : signal + 128)
      continuation.finish()
    }
  }

  private static func words(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
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
