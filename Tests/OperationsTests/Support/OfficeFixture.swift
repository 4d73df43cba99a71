import ExamModel
import FaceDetection
import Files
import Foundation
import Imports
import Operations
import Pipeline
import Programmes
import Storage
import Tabular
import TestStores

/// An office over a fresh store in a folder of its own, with a sitting loaded; it goes when the test ends.
final class OfficeFixture: Sendable {
  let folder: TemporaryFolder
  private let store: TestStore
  let database: any Database
  /// The same, as the program works on it.
  private let checked: any Database
  let clock: SettableClock
  /// What runs on the database.
  let statements = StatementCounter()

  /// A store with the sitting of a plan, or with none, at a moment inside the window for registration.
  /// - Parameter isEmbedded: whether the store is a file even where this run has a server.
  init(
    _ plan: SittingPlan? = SittingPlan(), now: String = SittingPlan.registrationTime, isEmbedded: Bool = false
  ) async throws {
    folder = try TemporaryFolder()
    clock = SettableClock(try Instant(wall: now))
    store = try await TestStore.make(in: folder, isEmbedded: isEmbedded)
    database = CountingDatabase(store, statements)
    checked = CountingDatabase(store, statements, checks: true)
    try await office("root").initialise(allowsClock: true)
    guard let plan else { return }
    let load = try await loadSitting(plan.text)
    guard load.isLoaded else { throw SittingNotLoaded(codes: load.findings.map(\.code)) }
  }

  struct SittingNotLoaded: Error {
    let codes: [String]
  }

  /// The office as a user sees it.
  func office(_ user: String = "site990701", progress: any ProgressDisplay = NoProgress()) -> Office {
    let clock = clock
    return Office(
      database: checked, library: Shipped.library, userName: user, clock: { clock.now }, progress: progress,
      faceDetector: { OpenCVFaces() })
  }

  /// Sets the clock to a moment as people write it, moved by some seconds.
  func setClock(_ text: String, plus seconds: Int = 0) throws {
    clock.set(try Instant(wall: text).adding(seconds: seconds))
  }

  /// Loads the text of a sitting file.
  func loadSitting(_ text: String, as user: String = "root", isDryRun: Bool = false) async throws
    -> SittingLoad
  {
    let path = try folder.file("sitting-\(UUID().uuidString).yaml", Array(text.utf8))
    return try await office(user).loadSitting(path: path, isDryRun: isDryRun)
  }

  /// A path in the folder that was not used before.
  func newPath(_ suffix: String) -> String { folder.path("\(UUID().uuidString)\(suffix)") }

  /// The names of the files in the folder, the store's own apart.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter {
      !$0.hasPrefix(TestStore.fileName)
    }
    .sorted()
  }
}
