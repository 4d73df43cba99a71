import Exports
import Imports
import Operations
import Tabular
import TestKit
import Testing

@Suite struct ViolationsImportTests {
  private let first = TestCandidate.number(1, ["14", "15"])
  private let second = TestCandidate.number(2, ["14"])

  /// Entries 1 and 2 of `first`, 3 of `second`.
  private func fixture() async throws -> SeatingFixture { try await .afterExam([first, second]) }

  @Test(
    "VIO-01 a workbook of either form puts kinds on record by ticket number, however they are spelled",
    arguments: ViolationSheet.Form.allCases)
  func stores(form: ViolationSheet.Form) async throws {
    let fixture = try await fixture()
    let result = try await fixture.importViolations(
      [
        ViolationSheet.row(1, first, "14", "作弊", "夹带"), ViolationSheet.row(2, first, "15", "1"),
        [ScoreSheet.ticket(3, "14"), "", "", "", "4-其他违规", ""],
      ], as: form)
    #expect(result.places == [])
    #expect(result.state == "done" && result.countsLine == "3/0/0/0/0 of 3")
    #expect(try await fixture.violations() == ["1 3 夹带", "2 1 -", "3 4 -"])
    #expect(
      try await fixture.rows("sitting, site, created_job, created_row", from: "violation WHERE entry = 2")
        == [
          "1 990701 \(result.job) 3"
        ])
  }

  @Test(
    "VIO-01 both forms of a workbook, in a ZIP or plain, give the same findings in the same cells",
    arguments: ViolationSheet.Form.allCases, [false, true])
  func findings(form: ViolationSheet.Form, isPacked: Bool) async throws {
    let fixture = try await fixture()
    let rows = [
      ["1458990701019999", "", "", "", "缺考", ""], ViolationSheet.row(1, second, "15", "缺考", examined: "14"),
      [ScoreSheet.ticket(3, "14"), "", "", "", "旷考", ""], [ScoreSheet.ticket(2, "15"), "", "", "", "", ""],
    ]
    var result = try await fixture.importViolations(rows, as: form)
    if isPacked {
      let name = "violations.\(form.rawValue)"
      let archive = ArchiveBuilder([.init("表/\(name)", try fixture.folder.bytes(name))])
      let path = try fixture.folder.file("violations.zip", archive.bytes())
      result = try await fixture.importFile("violations", path)
    }
    #expect(result.places == ["VIO-01 A2", "VIO-01 B3", "VIO-01 C3", "VIO-01 D3", "FMT.code E4", "REQ E5"])
    #expect(try await fixture.violations().isEmpty)
  }

  @Test(
    "VIO-01 what differs names the stored value, the ID number by its last four; a suggestion can be typed in"
  )
  func words() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importViolations([
      ViolationSheet.row(1, second, "15", "缺考", examined: "14"),
      ["1458990701019999", "", second.documentNumber, "14", "缺考", ""],
    ])
    let (name, document, subject, ticket) = (
      result.findings[0], result.findings[1], result.findings[2], result.findings[3]
    )
    #expect(name.message.contains(first.name) && name.suggestion == first.name)
    #expect(document.message.contains("…" + first.documentNumber.suffix(4)))
    #expect(!"\(document)".contains(first.documentNumber))
    #expect(subject.suggestion == "14")
    #expect(ticket.suggestion == ScoreSheet.ticket(3, "14"))
  }

  @Test("IDN-04 VIO-01 a ticket number that the spreadsheet took for a number has lost its last digit")
  func lossyTicket() async throws {
    let fixture = try await fixture()
    let book = OldWorkbookBuilder([
      .init(
        "违纪缺考",
        rows: [
          (1, ViolationSheet.headings.enumerated().map { ($0, .init(.text($1))) }),
          (2, [(0, .init(.number(1_458_990_701_010_001))), (4, .init(.text("缺考")))]),
        ])
    ])
    let path = try fixture.folder.file("violations.xls", book.bytes())
    let result = try await fixture.importFile("violations", path)
    #expect(result.places == ["IDN-04 A2"])
    #expect(try await fixture.violations().isEmpty)
  }

  @Test("VIO-01 OPS-07 two rows for one ticket are both errors, each naming the other")
  func twice() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importViolations([
      ViolationSheet.row(1, first, "14", "缺考"), ViolationSheet.row(3, second, "14", "缺考"),
      ViolationSheet.row(1, first, "14", "作弊"),
    ])
    #expect(result.places == ["OPS-07.twice A2", "OPS-07.twice A4"])
    #expect(result.findings[0].message.contains("row 4") && result.findings[1].message.contains("row 2"))
  }

  @Test("OPS-07 VIO-02 a record that is there is an error without override; with it the row replaces it")
  func override() async throws {
    let fixture = try await fixture()
    let rows = [
      ViolationSheet.row(1, first, "14", "缺考"), ViolationSheet.row(3, second, "14", "违纪", "喧哗"),
    ]
    _ = try await fixture.importViolations(rows)
    let again = try await fixture.importViolations(rows)
    #expect(again.places == ["OPS-07.exists A2", "OPS-07.exists A3"])
    let changed = try await fixture.importViolations(
      [ViolationSheet.row(1, first, "14", "作弊", "夹带"), rows[1], ViolationSheet.row(2, first, "15", "缺考")]
    ) { $0.overrides = true }
    #expect(changed.countsLine == "1/1/1/0/0 of 3")
    #expect(try await fixture.violations() == ["1 3 夹带", "2 1 -", "3 2 喧哗"])
    // A file without the column leaves the note as it is.
    let short = try await fixture.importViolations(
      [[ScoreSheet.ticket(3, "14"), "违纪"]], headings: ["准考证号", "违纪类型"]
    ) { $0.overrides = true }
    #expect(short.countsLine == "0/0/1/0/0 of 1")
  }

  @Test(
    "OPS-02 VIO-02 what an override changes is in the trail with both values; a dry run shows it and changes nothing"
  )
  func trail() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importViolations([ViolationSheet.row(1, first, "14", "违纪", "喧哗")])
    let row = ViolationSheet.row(1, first, "14", "作弊", "夹带")
    let trial = try await fixture.importViolations([row]) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(
      trial.changes?.map { "\($0.row) \($0.field) \($0.old ?? "-") \($0.new ?? "-")" } == [
        "2 违纪类型 2 3", "2 情节说明 喧哗 夹带",
      ])
    #expect(try await fixture.violations() == ["1 2 喧哗"])
    let result = try await fixture.importViolations([row], by: "prov99") { $0.overrides = true }
    #expect(
      try await fixture.rows(
        "member, job, action, record_key, part, source_row, changes",
        from: "trail WHERE record = 'violation' AND action = 'changed'")
        == [
          "prov99 \(result.job) changed \(first.documentNumber) 14 2 "
            + "kind\u{1F}2\u{1F}3\u{1E}note\u{1F}喧哗\u{1F}夹带"
        ])
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test(
    "VIO-01 SCO-05 a violation takes away a score that is stored, cheating those of the other subjects too")
  func settles() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importScores([
      ScoreSheet.line(1, first, "14", "85,2,,14580000000001,"),
      ScoreSheet.line(2, first, "15", "92,3,,15580000000002,"),
      ScoreSheet.line(3, second, "14", "61,1,,14580000000003,"),
    ])
    _ = try await fixture.importViolations([
      ViolationSheet.row(1, first, "14", "作弊"), ViolationSheet.row(3, second, "14", "缺考"),
    ])
    let scores = "entry, score, result, certificate"
    #expect(
      try await fixture.rows(scores, from: "score ORDER BY entry") == ["1 - -2 -", "2 - -2 -", "3 - -1 -"])
    _ = try await fixture.importViolations([ViolationSheet.row(1, first, "14", "违纪")]) { $0.overrides = true }
    #expect(
      try await fixture.rows(scores, from: "score ORDER BY entry") == [
        "1 - -7 -", "2 9200 3 15580000000002", "3 - -1 -",
      ])
  }

  @Test("REG-19 VIO-02 an import of violations is taken back by value")
  func undone() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importViolations([ViolationSheet.row(1, first, "14", "违纪", "喧哗")])
    let second = try await fixture.importViolations([
      ViolationSheet.row(1, first, "14", "作弊"), ViolationSheet.row(3, self.second, "14", "缺考"),
    ]) { $0.overrides = true }
    let undo = try await fixture.office().undoJob(#require(Int(second.job)))
    #expect(undo.state == "undone" && undo.reversed.total == 2)
    #expect(try await fixture.violations() == ["1 2 喧哗"])
  }

  @Test(
    "ORG-02 a ticket of another site is as if it were not there; the organisation above takes those of all its sites"
  )
  func scope() async throws {
    let fixture = try await fixture()
    let other = TestCandidate.number(9, ["14"])
    try await fixture.register([other], site: "990702")
    try await fixture.numberEntries(site: "990702")
    let row = [ScoreSheet.ticket(4, "14", site: "990702"), "", "", "", "缺考", ""]
    #expect(try await fixture.importViolations([row]).places == ["VIO-01 A2"])
    let both = [ViolationSheet.row(1, first, "14", "缺考"), row]
    #expect(try await fixture.importViolations(both, site: "9907", by: "prov99").state == "done")
    #expect(
      try await fixture.rows("entry, site", from: "violation ORDER BY entry") == ["1 990701", "4 990702"])
  }
}
