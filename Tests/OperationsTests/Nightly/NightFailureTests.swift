import Foundation
import Imports
import Operations
import Storage
import Tabular
import Testing

@Suite struct NightFailureTests {
  /// A file that the night does not take: what it holds, and the words that tell why.
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let reason: String

    init(_ name: String, _ text: String, _ reason: String) {
      self.init(name, Array(text.utf8), reason)
    }

    init(_ name: String, _ bytes: [UInt8], _ reason: String) {
      (self.name, self.bytes, self.reason) = (name, bytes, reason)
    }

    var testDescription: String { name }

    static let all: [Bad] = [
      Bad("empty.csv", "", "empty"),
      Bad("picture.csv", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8), "JPEG"),
      Bad("half.xlsx", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], "half.xlsx"),
      Bad("letter.csv", "Dear Sir,\r\nplease find enclosed\r\n", "columns are those of no kind"),
      Bad("strange.csv", "准考证号,姓名,甲,乙,丙\r\n1,2,3,4,5\r\n", "columns are those of no kind"),
      Bad(
        "payments.csv", "订单号,证件号码,科目代码,金额(元),支付时间,渠道,状态\r\nP1,2,14,78,2020-08-01,微信,成功\r\n",
        "without a column of ticket numbers"),
      Bad(
        "foreign.csv", ScoreSheet.headings + "\r\n1458110101010001,甲,,14,80,2,,,\r\n", "none of its 1 ticket"),
      Bad("blank.csv", ScoreSheet.headings + "\r\n,甲,,14,80,2,,,\r\n", "no row has a ticket number"),
    ]
  }

  @Test(
    "SCO-09 what cannot be told or read goes to failed, with a text and a report that say why",
    arguments: Bad.all)
  func refused(_ bad: Bad) async throws {
    let fixture = try await DropFixture()
    try Data(bad.bytes).write(to: URL(filePath: fixture.path(bad.name)))
    let summary = try await fixture.night()
    let failed = try #require(summary.failed.first)
    #expect(failed.reason.contains(bad.reason), "\(failed.reason)")
    #expect(failed.movedTo == "failed/\(bad.name)" && summary.done.isEmpty)
    #expect(try fixture.names("failed") == [bad.name, bad.name + ".txt"])
    #expect(try fixture.text("failed/\(bad.name).txt").contains(failed.reason))
    let report = try #require(failed.report)
    #expect(FileManager.default.fileExists(atPath: report))
    #expect(FileManager.default.fileExists(atPath: report.dropLast(5) + ".json"))
    #expect(try fixture.waiting().isEmpty)
  }

  @Test("SCO-09 a failed file with a name as long as a name may be has its text and its report, too")
  func longName() async throws {
    let fixture = try await DropFixture()
    let name = String(repeating: "误", count: 84) + ".cs"
    try fixture.drop(name, ["nothing of ours"])
    let failed = try #require(try await fixture.night().failed.first)
    #expect(failed.movedTo == "failed/\(name)")
    #expect(try fixture.names("failed").count == 2)
    #expect(FileManager.default.fileExists(atPath: try #require(failed.report)))
  }

  @Test("SCO-09 a failed file never stops the others")
  func others() async throws {
    let fixture = try await DropFixture()
    for bad in Bad.all { try Data(bad.bytes).write(to: URL(filePath: fixture.path(bad.name))) }
    try fixture.dropScores("a.csv", 1...1)
    try fixture.dropScores("m.csv", 2...2)
    try fixture.dropScores("z.csv", 3...3)
    let summary = try await fixture.night()
    #expect(summary.done.map(\.file) == ["a.csv", "m.csv", "z.csv"])
    #expect(summary.failed.count == Bad.all.count)
    #expect(try await fixture.scores().count == 3)
  }

  @Test("SCO-09 a file with findings fails whole: the text names the cells, the report stands in reports")
  func findings() async throws {
    let fixture = try await DropFixture()
    try fixture.drop(
      "a.csv",
      [ScoreSheet.headings, fixture.scoreLine(1), fixture.scoreLine(2, 185), "1458990701019999,,,14,80,2,,,"])
    let failed = try #require(try await fixture.night().failed.first)
    #expect(failed.kind == "scores" && failed.site == "990701" && failed.findingsTotal >= 2)
    let text = try fixture.text("failed/a.csv.txt")
    #expect(text.contains("✗ E3 ") && text.contains("[SCO-05]") && text.contains("[SCO-03]"))
    #expect(try #require(failed.report).hasPrefix(fixture.path("reports/ncre-58-990701-scores-")))
    #expect(try await fixture.scores().isEmpty)
  }

  @Test("SCO-09 a failed file that comes back mended under its name is taken")
  func mended() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...2, score: 185)
    #expect(try await fixture.night().failed.count == 1)
    try fixture.dropScores("a.csv", 1...2)
    #expect(try await fixture.night().taken == 1)
    #expect(try fixture.names("failed") == ["a.csv", "a.csv.txt"])
  }

  @Test("SCO-09 a file of two sites is taken at the organisation above them, whose user the night must be")
  func severalSites() async throws {
    let fixture = try await DropFixture()
    let other = TestCandidate.number(50, ["14"])
    try await fixture.site.register([other], site: "990702")
    try await fixture.site.numberEntries(site: "990702")
    let line =
      "\(ScoreSheet.ticket(4, "14", site: "990702")),\(other.name),\(other.documentNumber),14,85,2,,,"
    try fixture.drop("a.csv", [ScoreSheet.headings, fixture.scoreLine(1), line])
    let stranger = try await fixture.night(office: fixture.site.office(as: "site990701"))
    #expect(stranger.failed.map(\.rule) == ["ORG-02"])
    #expect(try await fixture.scores().isEmpty)
    try fixture.drop("b.csv", [ScoreSheet.headings, fixture.scoreLine(1), line])
    #expect(try await fixture.night().done.map(\.site) == ["9907"])
    #expect(try await fixture.scores().count == 2)
  }

  @Test(
    "SCO-09 what is not allowed now fails with its rule: the site is not the user's, the sitting is closed")
  func notAllowed() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    let stranger = try await fixture.night(office: fixture.site.office(as: "site990702"))
    #expect(stranger.failed.map(\.rule) == ["ORG-02"])
    try await fixture.site.execute("UPDATE sitting SET closed = 1")
    try fixture.dropScores("b.csv", 1...1)
    #expect(try await fixture.night().failed.map(\.rule) == ["ORG-06"])
    #expect(try await fixture.scores().isEmpty)
  }

  @Test("SCO-09 when the disk fails the run ends with it; the next one moves what was taken and goes on")
  func disk() async throws {
    let fixture = try await DropFixture()
    try fixture.dropScores("a.csv", 1...1)
    try fixture.dropScores("b.csv", 2...2)
    let reports = fixture.path("reports")
    // A file where the reports' folder was: no report can be written.
    let office = fixture.office {
      rmdir(reports)
      _ = FileManager.default.createFile(atPath: reports, contents: nil)
    }
    let broken = try await fixture.night(office: office)
    #expect((broken.cause as? FileError)?.code == .disk)
    #expect(broken.error != nil && broken.done.isEmpty && broken.failed.isEmpty)
    #expect(try fixture.waiting() == ["a.csv", "b.csv"])
    #expect(try await fixture.scores().count == 1)
    await #expect(throws: FileError.self) { try await fixture.night() }

    try FileManager.default.removeItem(atPath: reports)
    let mended = try await fixture.night()
    #expect(mended.done.map(\.alreadyTaken) == [true, false])
    #expect(try fixture.names("done") == ["a.csv", "b.csv"])
    #expect(mended.done.allSatisfy { $0.report.map(FileManager.default.fileExists(atPath:)) == true })
  }

  @Test("SCO-09 a drop folder that is not there cannot be read, and nothing is made")
  func noFolder() async throws {
    let fixture = try await DropFixture()
    try FileManager.default.removeItem(atPath: fixture.inbox)
    do {
      _ = try await fixture.night()
      Issue.record("there is no folder")
    } catch let error as FileError {
      #expect(error.code == .unreadable)
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.inbox))
  }
}
