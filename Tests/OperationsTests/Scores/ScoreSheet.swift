import Imports
import Operations

/// 成绩文件 — score files in lines of text: `ticket,name,ID,subject,score,result,violation,certificate,remarks`.
enum ScoreSheet {
  static let headings = "准考证号,姓名,证件号码,科目代码,成绩,等第,违规,证书编号,备注"

  /// The ticket number that `numberEntries` gives to the entry of a key.
  static func ticket(_ entry: Int, _ subject: String, site: String = SeatingFixture.site) -> String {
    let key = String(entry)
    return "\(subject)58\(site)01" + String(repeating: "0", count: 4 - key.count) + key
  }

  /// A line of a candidate's row, with the right name and ID number.
  static func line(_ entry: Int, _ candidate: TestCandidate, _ subject: String, _ rest: String) -> String {
    "\(ticket(entry, subject)),\(candidate.name),\(candidate.documentNumber),\(subject),\(rest)"
  }
}

extension SeatingFixture {
  /// A site after the exam: the candidates' entries have ticket numbers, their keys run from 1 in the order of
  /// candidates and subjects.
  static func afterExam(
    _ candidates: [TestCandidate], _ sitting: SittingText = SittingText()
  ) async throws -> SeatingFixture {
    let fixture = try await make(sitting, now: afterExam)
    try await fixture.register(candidates)
    try await fixture.numberEntries()
    return fixture
  }

  /// Imports lines of a score file; the headings are in line 1.
  func importScores(
    _ lines: [String], site: String = site, as user: String = "root",
    _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let text = ([ScoreSheet.headings] + lines).joined(separator: "\r\n")
    return try await importFile("scores", try write("scores.csv", text), site: site, as: user, set)
  }

  /// Puts a violation on record.
  func recordViolation(_ entry: Int, kind: String) async throws {
    try await execute(
      "INSERT INTO violation (entry, sitting, site, kind, created_job) SELECT id, sitting, site, '\(kind)', 0 FROM entry WHERE id = \(entry)"
    )
  }
}
