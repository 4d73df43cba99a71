import ExamModel
import Foundation
import Storage
import StorageSQLite
import Testing

/// 夜间现场 — a store after the exam, its candidates with ticket numbers, and score files to be dropped.
struct NightScene: Sendable {
  let fixture: CommandFixture
  /// The names of the files, in order.
  let names: [String]
  private let rows: Int

  var inbox: String { fixture.path("inbox") }

  /// The call of one night.
  func call(_ more: [String] = ["--once", "--settle", "0"]) -> [String] {
    ["nightly", "--inbox", inbox, "--quiet", "--now", CommandFixture.afterExam] + more
  }

  /// - Parameters:
  ///   - files: how many score files there are.
  ///   - rows: how many scores each holds.
  init(files: Int, rows: Int) async throws {
    fixture = try await CommandFixture.loaded()
    names = (1...files).map { "scores-\($0 < 10 ? "0" : "")\($0).csv" }
    self.rows = rows
    try CandidateWorkbook(files * rows).write("all.xlsx", in: fixture)
    try #require(try await fixture.importWorkbook("all.xlsx").status == 0)
    _ = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite")).write { session in
      try session.execute(
        """
        UPDATE entry SET room = '01', batch = 1, seat = id,
          ticket = subject || '58' || site || '01' || substr('0000' || CAST(id AS TEXT), length(CAST(id AS TEXT)) + 1)
        """)
    }
    try FileManager.default.copyItem(
      atPath: fixture.path("kaowu.sqlite"), toPath: fixture.path("saved.sqlite"))
  }

  /// Puts the store back as it was, and all files into an empty drop folder.
  func reset() async throws {
    let files = FileManager.default
    for name in ["kaowu.sqlite", "kaowu.sqlite-wal", "kaowu.sqlite-shm", "inbox"] {
      try? files.removeItem(atPath: fixture.path(name))
    }
    try files.copyItem(atPath: fixture.path("saved.sqlite"), toPath: fixture.path("kaowu.sqlite"))
    try files.createDirectory(atPath: inbox, withIntermediateDirectories: false)
    let lines = try await self.lines()
    for (index, name) in names.enumerated() { try drop(name, lines[(index * rows)..<((index + 1) * rows)]) }
  }

  /// Puts a file into the drop folder.
  func drop(_ name: String, _ lines: some Sequence<String>) throws {
    let text = (["准考证号,姓名,证件号码,科目代码,成绩,等第,违规,证书编号,备注"] + lines).joined(separator: "\r\n")
    try Data(text.utf8).write(to: URL(filePath: inbox + "/" + name))
  }

  /// A good line of scores for each entry.
  func lines() async throws -> [String] {
    try await query(
      "SELECT e.ticket, r.name, r.document_number, e.subject FROM entry e JOIN registration r ON r.id = e.registration ORDER BY e.id",
      columns: 4, separator: ","
    ).enumerated().map { "\($1),\(80 + $0 % 10),2,,," }
  }

  /// What the store has of scores.
  func scores() async throws -> [String] {
    try await query(
      "SELECT e.ticket, c.score, c.result FROM score c JOIN entry e ON e.id = c.entry ORDER BY e.ticket",
      columns: 3)
  }

  /// How often each content was taken, one line each.
  func takings() async throws -> [String] {
    try await query(
      "SELECT file_name, count(*) FROM job WHERE kind = 'scores' AND state = 'done' GROUP BY file_name, file_sha256 ORDER BY file_name",
      columns: 2)
  }

  /// What lies in a folder of the drop folder, hidden files apart.
  func names(in folder: String) throws -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: "\(inbox)/\(folder)")
    return (all ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  private func query(_ sql: String, columns: Int, separator: String = " ") async throws -> [String] {
    try await SQLiteDatabase(path: fixture.path("kaowu.sqlite")).read { session in
      try session.all(sql) { row in (0..<columns).map { row.text($0) }.joined(separator: separator) }
    }
  }
}
