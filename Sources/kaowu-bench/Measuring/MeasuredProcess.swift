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
  /// - Parameter statuses: the exit statuses that are no failure.
  static func run(_ command: String, _ arguments: [String], statuses: Set<Int> = [0]) throws -> Cost {
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let start = ContinuousClock.now
    guard posix_spawnp(&process, command, &actions, nil, &words, environ) == 0 else {
      throw Failure(description: "cannot run \(command)")
    }
    var status: CInt = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    let wall = ContinuousClock.now - start
    // What a signal ended has no exit status.
    let exit = status & 0x7F == 0 ? Int(status >> 8) & 0xFF : -Int(status & 0x7F)
    guard statuses.contains(exit) else {
      let line = ([command] + arguments).joined(separator: " ")
      throw Failure(description: "status \(exit): \(line)")
    }
    return Cost(
      wall: seconds(wall), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
