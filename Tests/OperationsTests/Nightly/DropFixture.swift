import ExamModel
import Files
import Foundation
import Imports
import Operations
import Pipeline
import Programmes
import Storage
import Synchronization
import Tabular
import Testing

/// 夜间测试考务 — a site after the exam, and a drop folder.
struct DropFixture: Sendable {
  let site: SeatingFixture
  let people: [TestCandidate]

  /// - Parameter count: candidates of subject 14; entries 1, 2, 3 … in their order.
  init(_ count: Int = 3) async throws {
    people = (1...count).map { TestCandidate.number($0, ["14"]) }
    site = try await .afterExam(people)
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: false)
  }

  var inbox: String { site.folder.path("inbox") }

  /// The path of a file of the drop folder.
  func path(_ name: String) -> String { inbox + "/" + name }

  /// Puts a file into the drop folder.
  func drop(_ name: String, _ lines: [String]) throws {
    try Data(lines.joined(separator: "\r\n").utf8).write(to: URL(filePath: path(name)))
  }

  /// Drops scores of entries.
  func dropScores(_ name: String, _ entries: ClosedRange<Int>, score: Int = 85) throws {
    try drop(name, [ScoreSheet.headings] + entries.map { scoreLine($0, score) })
  }

  func scoreLine(_ entry: Int, _ score: Int = 85) -> String {
    ScoreSheet.line(entry, people[entry - 1], "14", "\(score),2,,,")
  }

  /// What lies in a folder, hidden files apart.
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The files that wait in the drop folder.
  func waiting() throws -> [String] {
    try names().filter { !["done", "failed", "reports"].contains($0) }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  /// Runs the night once; files need no time to settle unless a test asks for it. Where many tests share few threads,
  /// minutes pass between two steps, which no patience with the store is for.
  func night(
    settle: Double = 0, office: Office? = nil, _ set: (inout NightlyRequest) -> Void = { _ in }
  ) async throws -> NightlySummary {
    var request = NightlyRequest(inbox: inbox, settle: settle, language: .en)
    request.patience = 86_400
    set(&request)
    return try await (office ?? site.office()).nightly(request)
  }

  /// An office that does something in the midst of the first import.
  func office(_ act: @escaping @Sendable () -> Void) -> Office {
    let office = site.office()
    return Office(
      database: office.database, library: office.library, userName: "root", clock: office.clock,
      progress: ActingOnce(act))
  }

  /// An office over the same store, seen through another door.
  func office(on database: any Database) -> Office {
    let office = site.office()
    return Office(database: database, library: office.library, userName: "root", clock: office.clock)
  }

  /// The stored scores, by entry.
  func scores() async throws -> [String] {
    try await site.rows("entry, score, result", from: "score ORDER BY entry")
  }

  /// The jobs in their order: `scores done a.csv`.
  func jobs() async throws -> [String] {
    try await site.rows("kind, state, file_name", from: "job ORDER BY id")
  }
}

/// Does something the first time it is told of progress.
private final class ActingOnce: ProgressDisplay {
  private let act: Mutex<(@Sendable () -> Void)?>

  init(_ act: @escaping @Sendable () -> Void) { self.act = Mutex(act) }

  func advance(_ stage: Wording, done: Int, of total: Int?) { now() }
  func finish(_ stage: Wording) { now() }

  private func now() {
    let act = self.act.withLock { held in
      defer { held = nil }
      return held
    }
    act?()
  }
}
