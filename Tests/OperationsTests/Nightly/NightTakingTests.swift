import Foundation
import Imports
import Operations
import Testing

@Suite struct NightTakingTests {
  @Test(
    "SCO-09 the kind is found by the columns, sitting and site by the ticket numbers; the name says nothing")
  func kinds() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("mailings.csv", 1...2)
    try fixture.drop("b", [MailingSheet.headings, MailingSheet.line(1, fixture.people[0], "14")])
    let book = try fixture.site.workbook(
      "v.xlsx", sheet: "违纪缺考",
      [ViolationSheet.headings, ViolationSheet.row(3, fixture.people[2], "14", "缺考")])
    try FileManager.default.moveItem(atPath: book, toPath: fixture.path("c.dat"))
    let summary = try await fixture.night()
    #expect(
      summary.done.map { "\($0.file) \($0.kind)" } == [
        "b mailings", "c.dat violations", "mailings.csv scores",
      ])
    #expect(summary.done.allSatisfy { $0.sitting == "ncre-58" && $0.site == "990701" && !$0.alreadyTaken })
    #expect(summary.taken == 3 && summary.failed.isEmpty && summary.error == nil)
    #expect(try await fixture.scores() == ["1 8500 2", "2 8500 2"])
    #expect(try await fixture.site.rows("entry", from: "mailing") == ["1"])
    #expect(try await fixture.site.rows("entry", from: "violation") == ["3"])
  }

  @Test("SCO-09 a file that was taken lies in done, its reports in reports, and a summary as text and JSON")
  func places() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("scores.csv", 1...3)
    let summary = try await fixture.night()
    let done = try #require(summary.done.first)
    #expect(done.movedTo == "done/scores.csv")
    #expect(try fixture.names() == ["done", "failed", "reports"])
    #expect(try fixture.names("done") == ["scores.csv"])
    #expect(try fixture.names("failed").isEmpty)
    let report = try #require(done.report)
    #expect(report.hasPrefix(fixture.path("reports/ncre-58-990701-scores-")))
    let json = report.replacing(".xlsx", with: ".json")
    #expect([report, json].allSatisfy(FileManager.default.fileExists(atPath:)))
    let notes = try fixture.names("reports").filter { $0.hasPrefix("night-") }
    #expect(notes.map { $0.split(separator: ".").last } == ["json", "txt"])
    let note = try #require(notes.first { $0.hasSuffix(".json") })
    let object = try JSONSerialization.jsonObject(with: Data(try fixture.text("reports/\(note)").utf8))
    #expect((object as? [String: Any])?["taken"] as? Int == 1)
  }

  @Test("SCO-09 files are taken in the order of their names")
  func order() async throws {
    let fixture = try await DropFixture()
    for (name, entry) in [("c.csv", 1), ("a.csv", 3), ("b.csv", 2)] {
      try fixture.dropScores(name, entry...entry)
    }
    _ = try await fixture.night()
    #expect(try await fixture.jobs() == ["scores done a.csv", "scores done b.csv", "scores done c.csv"])
  }

  @Test("SCO-09 a content under two names is taken once, and so it is the next night")
  func once() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...3)
    try fixture.dropScores("b.csv", 1...3)
    let summary = try await fixture.night()
    #expect(summary.done.map(\.alreadyTaken) == [false, true])
    #expect(summary.done[0].job == summary.done[1].job && summary.taken == 1)
    try fixture.dropScores("a.csv", 1...3)
    let again = try await fixture.night()
    #expect(again.done.map(\.alreadyTaken) == [true] && again.failed.isEmpty)
    #expect(try fixture.names("done") == ["a-2.csv", "a.csv", "b.csv"])
    #expect(try await fixture.jobs() == ["scores done a.csv"])
  }

  @Test("SCO-09 a content whose import was taken back may be taken again")
  func undone() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...3)
    let job = try #require(try await fixture.night().done.first?.job)
    try await fixture.site.execute("UPDATE job SET state = 'undone' WHERE id = \(job)")
    try await fixture.site.execute("DELETE FROM score")
    try fixture.dropScores("b.csv", 1...3)
    #expect(try await fixture.night().done.map(\.alreadyTaken) == [false])
    #expect(try await fixture.scores().count == 3)
  }

  @Test(
    "SCO-09 a run that was killed after the import and before the move: the file moves, nothing is taken again"
  )
  func killedBeforeMove() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...3)
    let result = try await fixture.site.importFile("scores", fixture.path("a.csv"))
    #expect(result.state == "done")
    let summary = try await fixture.night()
    let done = try #require(summary.done.first)
    #expect(done.alreadyTaken && done.job == result.job && done.rows.created == 3)
    #expect(try fixture.names("done") == ["a.csv"])
    // The report that the killed run did not come to write is there now.
    #expect(try fixture.names("reports").contains("ncre-58-990701-scores-\(result.job).xlsx"))
    #expect(try await fixture.jobs().count == 1)
  }

  @Test("SCO-09 a name that is in done already gets a number; nothing is written over")
  func names() async throws {
    let fixture = try await DropFixture()
    for entry in 1...3 {
      try fixture.dropScores("scores.csv", entry...entry)
      _ = try await fixture.night()
    }
    #expect(try fixture.names("done") == ["scores-2.csv", "scores-3.csv", "scores.csv"])
    #expect(try fixture.text("done/scores-3.csv").contains(fixture.scoreLine(3)))
  }

  @Test("SCO-09 a name in an old charset, and one as long as a name may be, are taken and moved")
  func oddNames() async throws {
    let fixture = try await DropFixture()
    let long = String(repeating: "绩", count: 83) + ".csv"
    try fixture.dropScores(long, 1...1)
    try fixture.dropScores("x.csv", 2...2)
    let old = [UInt8]("\(fixture.inbox)/".utf8) + [0xB3, 0xC9, 0xBC, 0xA8] + Array(".csv".utf8)
    let moved = rename(fixture.path("x.csv"), old.map { CChar(bitPattern: $0) } + [0])
    try #require(moved == 0)
    let summary = try await fixture.night()
    #expect(summary.taken == 2 && summary.failed.isEmpty)
    #expect(try fixture.waiting().isEmpty)
    // The same names once more, so that the long one must make room for its number.
    try fixture.dropScores(long, 3...3)
    #expect(try await fixture.night().taken == 1)
    #expect(try fixture.names("done").count { $0.hasPrefix("绩") } == 2)
  }

  @Test("SCO-09 with --override a file that would change too much is held by the guard and fails")
  func changeGuard() async throws {
    let fixture = try await DropFixture(120)
    try fixture.dropScores("a.csv", 1...120)
    try fixture.dropScores("b.csv", 1...120, score: 84)
    let first = try await fixture.night()
    #expect(first.taken == 1 && first.failed.map(\.rule) == ["OPS-07.exists"])
    try fixture.dropScores("b.csv", 1...120, score: 84)
    let second = try await fixture.night { $0.overrides = true }
    #expect(second.failed.map(\.rule) == ["OPS-07.scale"])
    #expect(try await fixture.scores().allSatisfy { $0.hasSuffix("8500 2") })
    try fixture.dropScores("c.csv", 1...40, score: 84)
    #expect(try await fixture.night { $0.overrides = true }.taken == 1)
    #expect(try await fixture.scores().count { $0.hasSuffix("8400 2") } == 40)
  }
}
