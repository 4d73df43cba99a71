import Files
import Foundation
import Testing

/// 命令夹具 — the built command, run in a folder of its own against a store of its own.
struct CommandFixture: Sendable {
  let folder: TemporaryFolder

  /// Which sitting and site most calls are about.
  static let place = ["--sitting", "ncre-58", "--site", "990701"]
  /// Moments inside the windows of the sitting, and one after all of them.
  static let registering = "2020-08-01T10:00:00+08:00"
  static let arranging = "2020-09-05T10:00:00+08:00"
  static let afterExam = "2020-10-09T10:00:00+08:00"

  /// The command beside the test bundle.
  static let command: URL = {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kaowu")
    let built = package.appending(path: ".build/debug/kaowu")
    return beside.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil } ?? built
  }()

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardized

  /// A folder without a store.
  init() throws { folder = try TemporaryFolder() }

  /// A folder with a store whose clock can be set and whose sitting is loaded.
  static func loaded(_ sitting: SittingText = SittingText()) async throws -> CommandFixture {
    let fixture = try CommandFixture()
    #expect(try await fixture.run(["init", "--allow-clock"]).status == 0)
    let path = try fixture.write("sitting.yaml", sitting.yaml)
    let load = try await fixture.run(["sitting", "load", path])
    try #require(load.status == 0, "\(load.screen)")
    return fixture
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.path(name) }

  /// Writes a text into the folder and says where it is.
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Writes bytes into the folder and says where they are.
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: folder.url.appending(path: name))
    return path(name)
  }

  /// Runs the command to its end.
  func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> CommandRun {
    try await start(arguments, environment: environment).end()
  }

  /// Runs the command at the site at a moment.
  func run(
    _ arguments: [String], now: String, _ more: [String] = []
  ) async throws -> CommandRun {
    try await run(arguments + Self.place + ["--now", now] + more)
  }

  /// Imports registrations from a workbook of the folder.
  func importWorkbook(_ name: String, _ more: [String] = []) async throws -> CommandRun {
    try await run(["import", "registrations", path(name)], now: Self.registering, more)
  }

  /// Starts the command.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> StartedCommand {
    try StartedCommand(Self.command, arguments, in: folder.url, environment: environment)
  }
}
