import ExamModel
import Exports
import Files
import Foundation
import Imports
import Operations
import Tabular
import Testing

@Suite struct ScoresImportTests {
  private let people = [TestCandidate.number(1, ["14"]), .number(2, ["14"]), .number(3, ["15"])]

  /// One good line for each of `people`: entries 1, 2, 3.
  private var good: [String] {
    [
      ScoreSheet.line(1, people[0], "14", "92,3,,14580000000001,"),
      ScoreSheet.line(2, people[1], "14", "59,0,,,\"a, b\""), ScoreSheet.line(3, people[2], "15", ",-1,,,"),
    ]
  }

  @Test("SCO-05 scores are stored in hundredths with their result; the absent have none")
  func stores() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores(good)
    #expect(result.state == "done")
    #expect(result.countsLine == "3/0/0/0/0 of 3")
    #expect(
      try await fixture.rows("entry, score, result, certificate, remarks", from: "score ORDER BY entry") == [
        "1 9200 3 14580000000001 -", "2 5900 0 - a, b", "3 - -1 - -",
      ])
  }

  @Test("SCO-05 a blank result follows from the score; an absence with score 0 carries none")
  func blankResult() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([
      ScoreSheet.line(1, people[0], "14", "80,,,,"), ScoreSheet.line(3, people[2], "15", "0,-1,,,"),
    ])
    #expect(result.state == "done")
    #expect(
      try await fixture.rows("entry, score, result", from: "score ORDER BY entry") == ["1 8000 2", "3 - -1"])
  }

  @Test(
    "SCO-05 what disagrees with the grade table is found in its cell",
    arguments: [
      ("92,2,,,", "F2"), ("101,,,,", "E2"), ("-1,,,,", "E2"), ("85.5,2,,,", "E2"), (",,,,", "E2"),
      ("50,-1,,,", "E2"), ("60,,2,,", "E2"), ("0,-3,2,,", "G2"), ("59,0,,14580000000001,", "H2"),
      ("85,2,,15580000000001,", "H2"), ("85,2,,14570000000001,", "H2"), ("85,2,,1458000000001,", "H2"),
    ])
  func gradeTable(cells: String, place: String) async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    // The kind of violation is on record, so that nothing but the row itself is wrong.
    if cells.hasSuffix(",2,,") { try await fixture.recordViolation(1, kind: "2") }
    let result = try await fixture.importScores([ScoreSheet.line(1, people[0], "14", cells)])
    #expect(result.places.contains("SCO-05 \(place)"))
    #expect(Set(result.findings.map(\.rule)) == ["SCO-05"])
    #expect(result.state == "refused")
    #expect(try await fixture.rows("entry", from: "score").isEmpty)
  }

  @Test("SCO-05 a wrong result suggests the right one")
  func suggestion() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([ScoreSheet.line(1, people[0], "14", "92,2,,,")])
    #expect(result.findings.map(\.suggestion) == ["3-优秀"])
  }

  @Test("SCO-03 an unknown ticket number is an error; another site's is unknown too")
  func unknownTicket() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    try await fixture.register([.number(9, ["14"])], site: "990702")
    try await fixture.numberEntries(site: "990702")
    let other = ScoreSheet.ticket(4, "14", site: "990702")
    let result = try await fixture.importScores([
      good[0], "1458990701019999,,,14,50,0,,,", "\(other),,,14,50,0,,,",
    ])
    #expect(result.places == ["SCO-03 A3", "SCO-03 A4"])
  }

  @Test(
    "SCO-03 not checked, unknown ticket numbers are passed over and counted, whatever else is wrong with them"
  )
  func skipsUnknown() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([good[0], "1458990701019999,,,14,150,9,,,", good[1]]) {
      $0.checksTickets = false
    }
    #expect(result.state == "done")
    #expect(result.countsLine == "2/0/0/1/0 of 3")
    #expect(result.findings.isEmpty)
  }

  @Test("SCO-03 a row without a ticket number is not passed over")
  func blankTicket() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([",,,14,50,0,,,"]) { $0.checksTickets = false }
    #expect(result.places == ["REQ A2"])
  }

  @Test("SCO-03 a ticket number for another subject than the row's is an error")
  func otherSubject() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([
      ScoreSheet.line(1, people[0], "14", "50,0,,,").replacing(",14,50", with: ",15,50")
    ])
    #expect(result.places == ["SCO-03 D2"])
  }

  @Test("OPS-07 one ticket twice in the file is wrong in both rows")
  func twice() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    let result = try await fixture.importScores([good[0], good[1], good[0]])
    #expect(result.places == ["OPS-07.twice A2", "OPS-07.twice A4"])
  }

  @Test("OPS-07 a stored score is an error; with override it is replaced, and the same file changes nothing")
  func override() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    _ = try await fixture.importScores(good)
    let refused = try await fixture.importScores(good)
    #expect(refused.places == ["OPS-07.exists A2", "OPS-07.exists A3", "OPS-07.exists A4"])
    let same = try await fixture.importScores(good) { $0.overrides = true }
    #expect(same.countsLine == "0/0/3/0/0 of 3")

    let changed = [good[0], ScoreSheet.line(2, people[1], "14", "61,1,,14580000000002,")]
    let dry = try await fixture.importScores(changed) {
      $0.overrides = true
      $0.isDryRun = true
    }
    #expect(
      dry.changes?.map { "\($0.row) \($0.field) \($0.old ?? "-") \($0.new ?? "-")" } == [
        "3 成绩 59 61", "3 等第 0 1", "3 证书编号 - 14580000000002", "3 备注 a, b -",
      ])
    let result = try await fixture.importScores(changed) { $0.overrides = true }
    #expect(result.countsLine == "0/1/1/0/0 of 2")
    #expect(
      try await fixture.rows("score, result, certificate", from: "score WHERE entry = 2") == [
        "6100 1 14580000000002"
      ])
  }

  @Test(
    "SCO-01 the same rows from UTF-8 with and without BOM, GB 18030 and UTF-16; columns by DBF names in any case"
  )
  func encodings() async throws {
    let headings = "zkzh,Xm,ZJH,kmdm,CJ,DD,wgdm,ZSBH,BZ"
    let text = ([headings] + good).joined(separator: "\n")
    let forms: [Data] = [
      Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8),
      try #require(text.data(using: .utf16)),
      try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))),
    ]
    for form in forms {
      let fixture = try await SeatingFixture.afterExam(people)
      let path = fixture.folder.path("scores.csv")
      try form.write(to: URL(filePath: path))
      let result = try await fixture.importFile("scores", path)
      #expect(result.countsLine == "3/0/0/0/0 of 3")
      #expect(try await fixture.rows("remarks", from: "score WHERE entry = 2") == ["a, b"])
    }
  }

  @Test("SCO-05 scores of a province's sites come in one file; a site's user imports the own site's only")
  func province() async throws {
    let fixture = try await SeatingFixture.afterExam(people)
    try await fixture.register([.number(9, ["14"])], site: "990702")
    try await fixture.numberEntries(site: "990702")
    let lines = [good[0], "\(ScoreSheet.ticket(4, "14", site: "990702")),,,14,50,0,,,"]
    await #expect(throws: Refusal.self) {
      try await fixture.importScores(lines, site: "99", as: "site990701")
    }
    let result = try await fixture.importScores(lines, site: "99", as: "prov99")
    #expect(result.countsLine == "2/0/0/0/0 of 2")
    #expect(try await fixture.rows("entry, site", from: "score ORDER BY entry") == ["1 990701", "4 990702"])
  }
}
