import Exports
import Imports
import Operations
import Tabular
import Testing

@Suite struct ViolationsByHandTests {
  private let cheat = TestCandidate.number(1, ["14", "15"])
  private let other = TestCandidate.number(2, ["14"])

  private func request(_ entry: Int, _ subject: String) -> ViolationRequest {
    ViolationRequest(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site, ticket: ScoreSheet.ticket(entry, subject))
  }

  @Test("VIO-02 OPS-02 a record is added, changed and deleted by hand, each in the trail")
  func edits() async throws {
    let fixture = try await SeatingFixture.afterExam([cheat, other])
    let office = fixture.office(as: "site990701")
    let added = try await office.recordViolation(request(1, "14"), kind: "违纪", note: "喧哗")
    #expect(added.isDone && added.record.action == .created)
    #expect(added.record.record?.kindName == "违纪" && added.record.record?.name == cheat.name)
    #expect(try await fixture.violations() == ["1 2 喧哗"])

    let changed = try await office.recordViolation(request(1, "14"), kind: "3", overrides: true)
    #expect(changed.record.action == .changed)
    #expect(try await fixture.violations() == ["1 3 喧哗"])
    let same = try await office.recordViolation(request(1, "14"), kind: "作弊", overrides: true)
    #expect(same.record.action == .unchanged)

    let deleted = try await office.deleteViolation(request(1, "14"), reason: "误登")
    #expect(deleted.record.action == .removed && deleted.record.record?.kind == "3")
    #expect(try await fixture.violations().isEmpty)

    #expect(
      try await fixture.rows(
        "member, job, action, record_key, part, reason, changes",
        from: "trail WHERE record = 'violation' ORDER BY number") == [
          "site990701 - created \(cheat.documentNumber) 14 - kind\u{1F}\u{1F}2\u{1E}note\u{1F}\u{1F}喧哗",
          "site990701 - changed \(cheat.documentNumber) 14 - kind\u{1F}2\u{1F}3",
          "site990701 - removed \(cheat.documentNumber) 14 误登 kind\u{1F}3\u{1F}\u{1E}note\u{1F}喧哗\u{1F}",
        ])
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("VIO-02 what is wrong with what was typed is found all at once, and nothing is changed")
  func findings() async throws {
    let fixture = try await SeatingFixture.afterExam([cheat, other])
    let office = fixture.office(as: "site990701")
    let unknown = try await office.recordViolation(
      request(99, "14"), kind: "旷考", note: String(repeating: "长", count: 501))
    #expect(unknown.findings.map(\.rule) == ["VIO-01", "FMT.code", "FMT.length"])
    #expect(unknown.findings.map(\.place.column) == ["--ticket", "--kind", "--note"])
    #expect(unknown.record.action == .refused && unknown.record.record == nil)

    _ = try await office.recordViolation(request(1, "14"), kind: "缺考")
    let there = try await office.recordViolation(request(1, "14"), kind: "作弊")
    #expect(there.findings.map(\.rule) == ["OPS-07.exists"])
    #expect(
      try await office.deleteViolation(request(3, "14"), reason: "误登").findings.map(\.rule) == ["VIO-02"])
    #expect(
      try await office.deleteViolation(request(99, "14"), reason: "误登").findings.map(\.rule) == ["VIO-01"])
    #expect(try await fixture.violations() == ["1 1 -"])
    #expect(try await fixture.rows("action", from: "trail WHERE record = 'violation'") == ["created"])
  }

  @Test("VIO-02 SCO-05 scores follow a record that is added by hand, and come back when it is deleted")
  func settles() async throws {
    let fixture = try await SeatingFixture.afterExam([cheat, other])
    _ = try await fixture.importScores([
      ScoreSheet.line(1, cheat, "14", "85,2,,14580000000001,"), ScoreSheet.line(2, cheat, "15", "92,3,,,"),
      ScoreSheet.line(3, other, "14", "61,1,,,"),
    ])
    let scores = "entry, score, result, certificate"
    let office = fixture.office(as: "site990701")
    _ = try await office.recordViolation(request(2, "15"), kind: "作弊")
    #expect(
      try await fixture.rows(scores, from: "score ORDER BY entry") == ["1 - -2 -", "2 - -2 -", "3 6100 1 -"])
    _ = try await office.deleteViolation(request(2, "15"), reason: "查无实据")
    #expect(
      try await fixture.rows(scores, from: "score ORDER BY entry") == [
        "1 8500 2 14580000000001", "2 9200 3 -", "3 6100 1 -",
      ])
  }

  @Test("VIO-02 IDN-06 the list names ticket, candidate and kind, in the order of tickets, ID numbers masked")
  func list() async throws {
    let fixture = try await SeatingFixture.afterExam([cheat, other])
    _ = try await fixture.importViolations([
      ViolationSheet.row(3, other, "14", "缺考"), ViolationSheet.row(2, cheat, "15", "作弊", "夹带"),
      ViolationSheet.row(1, cheat, "14", "违纪"),
    ])
    let items = try await fixture.office(as: "prov99").violations(
      sitting: SeatingFixture.sitting, site: "99")
    #expect(
      items.map(\.ticket) == [
        ScoreSheet.ticket(1, "14"), ScoreSheet.ticket(3, "14"), ScoreSheet.ticket(2, "15"),
      ])
    let last = try #require(items.last)
    #expect(last.idNumber == "…" + cheat.documentNumber.suffix(4))
    #expect([last.name, last.site, last.subject] == [cheat.name, "990701", "15"])
    #expect([last.kind, last.kindName, last.note] == ["3", "作弊", "夹带"])
  }
}
