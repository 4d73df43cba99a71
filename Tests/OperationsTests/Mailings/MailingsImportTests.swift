import Exports
import Imports
import Operations
import Tabular
import Testing

@Suite struct MailingsImportTests {
  private let first = TestCandidate.number(1, ["14", "15"])
  private let second = TestCandidate.number(2, ["14"])

  /// Entries 1 and 2 of `first`, 3 of `second`; with scores entry 1 has a certificate, 3 failed.
  private func fixture(scored: Bool = false) async throws -> SeatingFixture {
    let fixture = try await SeatingFixture.afterExam([first, second])
    if scored {
      _ = try await fixture.importScores([
        ScoreSheet.line(1, first, "14", "85,2,,14580000000001,"), ScoreSheet.line(3, second, "14", "50,0,,,"),
      ])
    }
    return fixture
  }

  private static let stored =
    "entry, certificate, recipient, phone, postcode, address, tracking_number, status, created_job, created_row"

  @Test("MAI-01 rows name a certificate by ticket number or by its own number")
  func stores() async throws {
    let fixture = try await fixture(scored: true)
    let result = try await fixture.importMailings([
      ",,,14580000000001,赵测试,13800000000,990000,学院路1号,EA000000001CN,已寄出",
      MailingSheet.line(2, first, "15", "钱测试,,,,,1"),
    ])
    #expect(result.places == [])
    #expect(result.countsLine == "2/0/0/0/0 of 2")
    #expect(
      try await fixture.rows(Self.stored, from: "mailing ORDER BY entry") == [
        "1 14580000000001 赵测试 13800000000 990000 学院路1号 EA000000001CN 3 \(result.job) 2",
        "2 - 钱测试 - - - - 1 \(result.job) 3",
      ])
  }

  @Test(
    "MAI-01 what is wrong with a row is found in its cell",
    arguments: [
      ("1458990701019999,,,,收,,,,,1", "MAI-01 A2"), (",,,,收,,,,,1", "REQ A2"),
      (",,,14580000000009,收,,,,,1", "MAI-01 D2"), ("{1},别名,,,收,,,,,1", "MAI-01 B2"),
      ("{1},,990101200001010014,,收,,,,,1", "MAI-01 C2"), ("{1},,,14580000000009,收,,,,,1", "MAI-01 D2"),
      ("{3},,,14580000000003,收,,,,,1", "MAI-01 D2"), ("{1},,,,收,1380000,,,,1", "FMT.phone F2"),
      ("{1},,,,收,,99000,,,1", "FMT.number G2"), ("{1},,,,收,,9900000,,,1", "FMT.length G2"),
      ("{1},,,,收,,99000a,,,1", "FMT.number G2"), ("{1},,,,收,,,,EA00000001CN,3", "FMT.number I2"),
      ("{1},,,,收,,,,EA0000000012N,3", "FMT.number I2"), ("{1},,,,收,,,,,已签收", "FMT.code J2"),
    ])
  func findings(line: String, place: String) async throws {
    let fixture = try await fixture(scored: true)
    let text = line.replacing("{1}", with: ScoreSheet.ticket(1, "14"))
      .replacing("{3}", with: ScoreSheet.ticket(3, "14"))
    let result = try await fixture.importMailings([text])
    #expect(result.places == [place])
    #expect(result.state == "refused")
    #expect(try await fixture.rows("entry", from: "mailing").isEmpty)
  }

  @Test("MAI-01 an EMS number in small letters or with blanks has the right one as suggestion")
  func tracking() async throws {
    let result = try await fixture().importMailings([
      MailingSheet.line(1, first, "14", "收,,,,ea 000000001 cn,3")
    ])
    #expect(result.places == ["FMT.number I2"])
    #expect(result.findings[0].suggestion == "EA000000001CN")
  }

  @Test(
    "MAI-01 where no scores are stored nobody knows the certificate: its number is kept as the file has it")
  func withoutScores() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importMailings([
      MailingSheet.line(1, first, "14", certificate: "14580000000077")
    ])
    #expect(result.state == "done")
    #expect(try await fixture.rows("entry, certificate", from: "mailing") == ["1 14580000000077"])
    #expect(try await fixture.importMailings([",,,14580000000001,收,,,,,1"]).places == ["MAI-01 D2"])
  }

  @Test(
    "MAI-01 OPS-07 two rows of one certificate are both errors, also where one names the ticket and one the number"
  )
  func twice() async throws {
    let result = try await fixture(scored: true).importMailings([
      MailingSheet.line(1, first, "14"), MailingSheet.line(2, first, "15"), ",,,14580000000001,收,,,,,1",
    ])
    #expect(result.places == ["OPS-07.twice A2", "OPS-07.twice D4"])
  }

  @Test("MAI-01 OPS-02 OPS-07 a record that is there needs override; what changes is in the trail")
  func override() async throws {
    let fixture = try await fixture()
    let asked = MailingSheet.line(1, first, "14", MailingSheet.address + ",,1")
    _ = try await fixture.importMailings([asked])
    #expect(try await fixture.importMailings([asked]).places == ["OPS-07.exists A2"])
    let same = try await fixture.importMailings([asked]) { $0.overrides = true }
    #expect(same.countsLine == "0/0/1/0/0 of 1")
    let sent = MailingSheet.line(1, first, "14")
    let trial = try await fixture.importMailings([sent]) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(
      trial.changes?.map { "\($0.field) \($0.old ?? "-") \($0.new ?? "-")" } == [
        "EMS单号 - EA000000001CN", "直邮状态 1 3",
      ])
    let result = try await fixture.importMailings([sent], by: "prov99") { $0.overrides = true }
    #expect(result.countsLine == "0/1/0/0/0 of 1")
    #expect(
      try await fixture.rows(
        "member, job, record_key, part, source_row, rule, changes",
        from: "trail WHERE record = 'mailing' AND action = 'changed'") == [
          "prov99 \(result.job) \(first.documentNumber) 14 2 MAI-01 "
            + "tracking_number\u{1F}\u{1F}EA000000001CN\u{1E}status\u{1F}1\u{1F}3"
        ])
    let undo = try await fixture.office().undoJob(#require(Int(result.job)))
    #expect(undo.state == "undone")
    #expect(try await fixture.rows("tracking_number, status", from: "mailing") == ["- 1"])
  }

  @Test("REG-19 MAI-01 scores whose certificate is on its way by post are not taken back")
  func keepsScores() async throws {
    let fixture = try await fixture()
    let scores = try await fixture.importScores([
      ScoreSheet.line(1, first, "14", "85,2,,14580000000001,"), ScoreSheet.line(3, second, "14", "50,0,,,"),
    ])
    _ = try await fixture.importMailings([",,,14580000000001,收,,,,,3"])
    let undo = try await fixture.office().undoJob(#require(Int(scores.job)), isPartial: true)
    #expect(undo.refused.items.map(\.reason) == ["mailed"] && undo.reversed.total == 1)
    #expect(try await fixture.rows("entry", from: "score") == ["1"])
  }

  @Test(
    "WIN-03 MAI-01 certificates by post obey the score windows where they are set, and none where they are not",
    arguments: [
      ("2020-10-10T07:59:59+08:00", false), ("2020-10-10T08:00:00+08:00", true),
      ("2020-10-20T08:00:00+08:00", false),
    ])
  func windows(now: String, isOpen: Bool) async throws {
    let window = "scoreRegistration: [2020-10-10 08:00, 2020-10-20 08:00]"
    let gated = try await SeatingFixture.afterExam([first], SittingText(moreWindows: [window]))
    gated.setClock(now)
    let line = MailingSheet.line(1, first, "14")
    if isOpen {
      #expect(try await gated.importMailings([line]).state == "done")
    } else {
      #expect(try await refusal { _ = try await gated.importMailings([line]) }.reason == .window)
    }
    let free = try await fixture()
    free.setClock(now)
    #expect(try await free.importMailings([line]).state == "done")
  }

  @Test("ORG-02 MAI-01 a certificate of another site is as if it were not there")
  func scope() async throws {
    let fixture = try await fixture(scored: true)
    let lines = [MailingSheet.line(1, first, "14"), ",,,14580000000001,收,,,,,1"]
    for line in lines {
      let result = try await fixture.importMailings([line], site: "990702", by: "site990702")
      #expect(result.findings.map(\.rule) == ["MAI-01"])
    }
    #expect(try await fixture.importMailings([lines[1]], site: "9907", by: "prov99").state == "done")
  }
}
