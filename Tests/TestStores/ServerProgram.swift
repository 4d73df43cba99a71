import Foundation
import Glibc
import TestKit

/// 服务器程序 — one of PostgreSQL's own programs (`initdb`, `pg_ctl` …). They refuse to run as root, who lends them the user
/// `postgres`.
struct ServerProgram {
  /// The folder that they lie in, or nil where this machine has no server, or nobody to run it as.
  static let folder: String? = {
    guard getuid() != 0 || user != nil else { return nil }
    if let given = ProcessInfo.processInfo.environment["KAOWU_TEST_POSTGRES_PROGRAMS"] { return given }
    // The server's own programs are not on the PATH of Debian.
    let all = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: all)) ?? []
    let newest = versions.compactMap { Int($0) }.max().map { "\(all)/\($0)/bin" }
    return newest.flatMap { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") ? $0 : nil }
  }()

  /// The user that servers run as, where the tests run as root.
  static let user: (id: uid_t, group: gid_t)? = getpwnam("postgres").map {
    ($0.pointee.pw_uid, $0.pointee.pw_gid)
  }

  struct Failed: Error {
    let words: [String]
    let status: Int32
  }

  /// Runs a program to its end.
  static func run(_ name: String, _ arguments: [String], log: String) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      // A thread of its own waits: starting a server takes seconds, and tasks share few threads.
      Thread.detachNewThread {
        continuation.resume(with: Result { try runNow(name, arguments, log: log) })
      }
    }
  }

  /// Runs a program to its end, holding up the thread.
  static func runNow(_ name: String, _ arguments: [String], log: String) throws {
    let words = asServer + ["\(folder ?? "")/\(name)"] + arguments
    let status = OtherProgram.wait(for: try start(words, log: log))
    guard status == 0 else { throw Failed(words: words, status: status) }
  }

  /// Starts a script that nobody waits for, in a session of its own.
  static func detach(_ script: String, log: String) throws {
    _ = OtherProgram.wait(for: try start(["setsid", "--fork"] + asServer + ["sh", "-c", script], log: log))
  }

  /// What stands before a program, so that it does not run as root.
  private static var asServer: [String] {
    guard getuid() == 0, let user else { return [] }
    return ["setpriv", "--reuid", "\(user.id)", "--regid", "\(user.group)", "--clear-groups"]
  }

  private static func start(_ words: [String], log: String) throws -> pid_t {
    // A server that kept what the tests were started with would keep whoever reads that waiting for its end.
    let closing = "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; exec \"$@\""
    return try OtherProgram.start(
      ["/bin/sh", "-c", closing, "sh"] + words, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"],
      output: log, errors: log)
  }
}
