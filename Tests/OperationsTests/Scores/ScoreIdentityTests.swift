import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

@Suite struct ScoreIdentityTests {
  private let first = TestCandidate.number(1, ["14", "15"])
  private let second = TestCandidate.number(2, ["14"])

  /// Entries 1 and 2 of `first`, 3 of `second`.
  private func fixture() async throws -> SeatingFixture { try await .afterExam([first, second]) }

  private func line(_ entry: Int, _ subject: String, name: String, document: String) -> String {
    "\(ScoreSheet.ticket(entry, subject)),\(name),\(document),\(subject),50,0,,,"
  }

  @Test("SCO-04 a name or ID number that differs is an error in its own cell; the stored ID number is masked")
  func differs() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importScores([
      line(1, "14", name: "别人", document: first.documentNumber),
      line(2, "15", name: first.name, document: TestCandidate.residentID(77)),
      line(3, "14", name: "别人", document: TestCandidate.residentID(78)),
    ])
    #expect(result.places == ["SCO-04 B2", "SCO-04 C3", "SCO-04 B4", "SCO-04 C4"])
    let stored = result.findings[1]
    #expect(stored.message.contains("…" + first.documentNumber.suffix(4)))
    #expect(!"\(stored)".contains(first.documentNumber))
    #expect(!"\(stored)".contains(TestCandidate.residentID(77)))
    #expect(try await fixture.rows("entry", from: "score").isEmpty)
  }

  @Test("SCO-04 confirmed, the file's name and ID number replace the stored ones, each change in the trail")
  func replaces() async throws {
    let fixture = try await fixture()
    try await fixture.execute(
      """
      INSERT INTO picture (sitting, site, sha256, format, width, height, content)
      VALUES (1, '990701', '00', 'jpeg', 1, 1, $1)
      """, [.bytes([0])])
    try await fixture.execute(
      """
      INSERT INTO photo (sitting, site, document_number, sha256, created_job) VALUES (1, '990701', $1, '00', 0)
      """, [.text(first.documentNumber)])
    let document = TestCandidate.residentID(77)
    let result = try await fixture.importScores(
      [
        line(1, "14", name: "新名", document: document), line(2, "15", name: "新名", document: document),
        line(3, "14", name: "", document: ""),
      ], as: "prov99"
    ) { $0.checksIdentity = false }
    #expect(result.state == "done")
    #expect(
      try await fixture.rows("name, document_number", from: "registration ORDER BY id") == [
        "新名 \(document)", "\(second.name) \(second.documentNumber)",
      ])
    #expect(
      try await fixture.rows(
        "member, job, site, source_row, rule, record_key, changes",
        from: "trail WHERE record = 'registration' ORDER BY number")
        == [
          "prov99 \(result.job) 990701 2 SCO-04 \(first.documentNumber) "
            + "name\u{1F}\(first.name)\u{1F}新名\u{1E}"
            + "document_number\u{1F}\(first.documentNumber)\u{1F}\(document)"
        ])
    #expect(try await fixture.rows("document_number", from: "photo") == [document])
  }

  @Test("SCO-04 confirmed and nothing differs: no trail")
  func nothingToChange() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importScores([
      line(1, "14", name: first.name, document: first.documentNumber)
    ]) { $0.checksIdentity = false }
    #expect(try await fixture.rows("number", from: "trail WHERE record = 'registration'").isEmpty)
  }

  @Test("SCO-04 a dry run lists what would be replaced, masked, and replaces nothing")
  func dryRun() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importScores([
      line(1, "14", name: "新名", document: TestCandidate.residentID(77))
    ]) {
      $0.checksIdentity = false
      $0.isDryRun = true
    }
    #expect(
      result.changes?.map { "\($0.field) \($0.old ?? "-") \($0.new ?? "-")" } == [
        "姓名 \(first.name) 新名",
        "证件号码 …\(first.documentNumber.suffix(4)) …\(TestCandidate.residentID(77).suffix(4))",
      ])
    #expect(try await fixture.rows("number", from: "trail WHERE action = 'changed'").isEmpty)
    #expect(try await fixture.rows("name", from: "registration WHERE id = 1") == [first.name])
  }

  @Test(
    "SCO-04 an ID number that another candidate of the sitting has is not taken over, nor one given to two")
  func taken() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importScores([
      line(1, "14", name: first.name, document: second.documentNumber)
    ]) { $0.checksIdentity = false }
    #expect(result.places == ["SCO-04 C2"])
    let shared = try await fixture.importScores([
      line(1, "14", name: first.name, document: TestCandidate.residentID(77)),
      line(3, "14", name: second.name, document: TestCandidate.residentID(77)),
    ]) { $0.checksIdentity = false }
    #expect(shared.places == ["SCO-04 C2", "SCO-04 C3"])
    #expect(try await fixture.rows("entry", from: "score").isEmpty)
  }

  @Test("SCO-04 one candidate's rows must agree about the name and the ID number")
  func twoNames() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importScores([
      line(1, "14", name: "新名", document: first.documentNumber),
      line(2, "15", name: "旧名", document: TestCandidate.residentID(77)),
    ]) { $0.checksIdentity = false }
    #expect(result.places == ["SCO-04 B2", "SCO-04 C2", "SCO-04 B3", "SCO-04 C3"])
  }

  @Test("SCO-04 an ID number that is taken over must be one: IDN-01 holds for it")
  func form() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importScores([
      line(1, "14", name: first.name, document: "11010119900307867X")
    ]) { $0.checksIdentity = false }
    #expect(result.places == ["IDN-01.check C2"])
  }

  @Test("SCO-04 with override, a changed name alone updates a stored score's row")
  func overrideName() async throws {
    let fixture = try await fixture()
    _ = try await fixture.importScores([line(3, "14", name: "", document: "")])
    let result = try await fixture.importScores([line(3, "14", name: "新名", document: "")]) {
      $0.overrides = true
      $0.checksIdentity = false
    }
    #expect(result.countsLine == "0/1/0/0/0 of 1")
    #expect(try await fixture.rows("name", from: "registration WHERE id = 2") == ["新名"])
  }
}
