internal import Foundation
@preconcurrency internal import Glibc

/// A command run to its end, with what the operating system counted for it and its children.
enum MeasuredProcess {
  struct Cost: Sendable {
    /// From start to end, in seconds.
    var wall: Double
    /// User and system time, in seconds.
    var cpu: Double
    /// The most memory that one process held at once, in megabytes.
    var peakMegabytes: Double
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a command whose output goes nowhere.
  /// - Parameters:
  ///   - statuses: the exit statuses that are no failure.
  ///   - launcher: the program of `launch.c`, which starts it and counts; without one the peak of memory is at least this
  ///     program's own.
  static func run(
    _ command: String, _ arguments: [String], statuses: Set<Int> = [0], launcher: String? = nil
  ) throws -> Cost {
    var figures: [CInt] = [-1, -1]
    guard pipe(&figures) == 0 else { throw Failure(description: "cannot open a pipe") }
    defer { close(figures[0]) }
    // The command that is measured gets neither end.
    for end in figures { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    if launcher != nil { posix_spawn_file_actions_adddup2(&actions, figures[1], 3) }
    let line = (launcher.map { [$0] } ?? []) + [command] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let start = ContinuousClock.now
    let failure = posix_spawnp(&process, line[0], &actions, nil, &words, environ)
    // The child has its own end; a launcher that breaks off must not be waited for.
    close(figures[1])
    guard failure == 0 else {
      throw Failure(description: "cannot run \(command)")
    }
    var status: CInt = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    let wall = ContinuousClock.now - start
    // What a signal ended has no exit status.
    let exit = status & 0x7F == 0 ? Int(status >> 8) & 0xFF : -Int(status & 0x7F)
    guard statuses.contains(exit) else {
      throw Failure(description: "status \(exit): \(([command] + arguments).joined(separator: " "))")
    }
    if launcher != nil { return try launched(figures[0]) }
    return Cost(
      wall: seconds(wall), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }

  /// What the launcher counted.
  private static func launched(_ figures: CInt) throws -> Cost {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = max(0, read(figures, &bytes, bytes.count))
    let numbers = String(decoding: bytes[..<count], as: UTF8.self).split { $0.isWhitespace }.compactMap {
      Double($0)
    }
    guard numbers.count == 3 else { throw Failure(description: "the launcher counted nothing") }
    return Cost(wall: numbers[0], cpu: numbers[1], peakMegabytes: numbers[2] / 1024)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
