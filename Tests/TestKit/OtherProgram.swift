public import Foundation
import Glibc

/// 外部程序 — another program that a test runs.
///
/// It is begun with `posix_spawn` and says what it has to say into files. Foundation's `Process` reads past the end of a
/// folder's listing when it looks for open files, which now and then ends the tests; and its pipes are open in whatever
/// else is started meanwhile, a database server for example, for whose end their reader then waits.
public enum OtherProgram {
  /// 结果 — what came of a program.
  public struct Result: Sendable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    public let status: Int32
    public let output: [UInt8]
    public let errors: [UInt8]

    /// What it said on standard output.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// All that it said.
    public var screen: String { text + String(decoding: errors, as: UTF8.self) }
  }

  /// A program that could not be begun; the code is that of `errno`.
  public struct NotStarted: Error {
    public let code: Int32
  }

  /// Runs a program to its end, holding up the thread.
  /// - Parameters:
  ///   - words: its name, looked for in the PATH, and its arguments.
  ///   - folder: where it works; nil for the test's own folder.
  /// - Throws: `NotStarted`. A program that is not there ends with 127.
  public static func run(_ words: [String], in folder: URL? = nil) throws -> Result {
    let stem = NSTemporaryDirectory() + "program-\(UUID().uuidString)"
    let (output, errors) = (stem + ".out", stem + ".err")
    defer { for path in [output, errors] { unlink(path) } }
    let place = folder.map { ["-C", $0.path] } ?? []
    let child = try start(
      ["env"] + place + words, environment: ProcessInfo.processInfo.environment, output: output,
      errors: errors)
    return Result(
      status: wait(for: child), output: [UInt8](try Data(contentsOf: URL(filePath: output))),
      errors: [UInt8](try Data(contentsOf: URL(filePath: errors))))
  }

  /// Begins a program that reads nothing and writes into files.
  /// - Parameters:
  ///   - words: its name, looked for in the PATH, and its arguments.
  ///   - environment: all that is set for it.
  ///   - output: the path of the file that standard output goes to the end of.
  ///   - errors: the same for standard error; it may be the same file.
  /// - Returns: its process number, which is to be waited for.
  public static func start(
    _ words: [String], environment: [String: String], output: String, errors: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o644)
    var arguments = terminated(words)
    var variables = terminated(environment.map { "\($0.key)=\($0.value)" })
    defer { (arguments + variables).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
    guard code == 0 else { throw NotStarted(code: code) }
    return child
  }

  /// Waits for the end of a program, holding up the thread.
  /// - Returns: its exit status; 128 and the signal's number where a signal ended it.
  public static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : signal + 128
  }

  /// The texts as C has them, with a null behind the last.
  private static func terminated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
