import ExamModel
import Files
import Foundation
import Imports
import Operations
import Programmes
import Storage
import Synchronization
import Tabular
import TestStores

/// 编排测试考务 — for tests about rooms, seats and scores: an office over a store of its own in a folder of its own, with a clock that can be set. Everything a test
/// does goes through `Office`, the door right under the command.
final class SeatingFixture: Sendable {
  let folder: TemporaryFolder
  private let store: TestStore
  let database: any Database
  private let time: Mutex<Instant>

  /// The sitting and the site that most tests are about.
  static let sitting = "ncre-58"
  static let site = "990701"
  /// Moments inside the windows of `SittingText`.
  static let registering = "2020-08-01T10:00:00+08:00"
  static let arranging = "2020-09-05T10:00:00+08:00"
  static let afterExam = "2020-10-09T10:00:00+08:00"

  private init(_ folder: TemporaryFolder, _ store: TestStore) {
    self.folder = folder
    self.store = store
    database = store
    time = Mutex(Instant(secondsSince1970: 0))
  }

  /// An office whose sitting is loaded.
  static func make(_ sitting: SittingText = SittingText(), now: String = arranging) async throws
    -> SeatingFixture
  {
    let folder = try TemporaryFolder()
    let fixture = SeatingFixture(folder, try await TestStore.make(in: folder))
    fixture.setClock(now)
    try await fixture.office().initialise(allowsClock: true)
    try await fixture.load(sitting)
    return fixture
  }

  func setClock(_ text: String) {
    guard let instant = Instant(text) else { preconditionFailure("not a moment: \(text)") }
    time.withLock { $0 = instant }
  }

  /// The office as a user sees it.
  func office(as user: String = "root") -> Office {
    Office(
      database: database, library: ProgrammeLibrary(folder: Self.templates), userName: user,
      clock: { self.time.withLock { $0 } })
  }

  /// The templates of this package.
  static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Templates").standardized.path

  /// Loads a sitting file; a test about something else fails right here where it has findings.
  func load(_ sitting: SittingText) async throws {
    let path = try write("sitting.yaml", sitting.yaml)
    let load = try await office().loadSitting(path: path, isDryRun: false)
    guard load.isLoaded else { throw FixtureError(text: "the sitting has findings: \(load.findings)") }
  }

  /// Writes a file into the fixture's folder and says where it is.
  func write(_ name: String, _ text: String) throws -> String {
    let path = folder.path(name)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Imports a file that is there.
  func importFile(
    _ kind: String, _ path: String, site: String = site, as user: String = "root",
    _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    var request = ImportRequest(kind: kind, path: path, sitting: Self.sitting, site: site, language: .en)
    set(&request.options)
    request.reports = folder.path("reports")
    return try await office(as: user).importFile(request)
  }

  /// The rows of a query as texts: `rows("room, seats", from: "room ORDER BY room")`; `-` for null.
  func rows(_ columns: String, from: String) async throws -> [String] {
    let names = columns.split(separator: ", ")
    return try await database.read { session in
      try session.all("SELECT \(columns) FROM \(from)") { row in
        names.indices.map { row.optionalText($0) ?? "-" }.joined(separator: " ")
      }
    }
  }

  /// Runs a statement, to make what no use case makes.
  @discardableResult
  func execute(_ sql: String, _ parameters: [SQLValue] = []) async throws -> Int {
    try await database.write { try $0.execute(sql, parameters) }
  }
}

struct FixtureError: Error {
  let text: String
}
