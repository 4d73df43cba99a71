import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Bulk updates of non-key fields.
@Suite struct CandidateUpdateTests {
  private func fixture(_ count: Int = 3) async throws -> (OfficeFixture, [Candidate]) {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(count)
    _ = try await fixture.register(candidates)
    return (fixture, candidates)
  }

  private func update(
    _ fixture: OfficeFixture, _ values: [(field: String, value: String)], ids: [String]? = nil,
    isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    try await fixture.office().updateCandidates(
      fixture.request(ids: ids), try CandidateValues(values), isDryRun: isDryRun)
  }

  @Test("CAN-03 OPS-02 non-key fields of all found are set, blank ones left; each change is in the trail")
  func several() async throws {
    let (fixture, candidates) = try await fixture()
    try await fixture.execute(
      "UPDATE registration SET department = '会计学院' WHERE document_number = $1", [.text(candidates[0].id)])
    let links = try await fixture.nextLink()
    let values = [
      ("院系", "会计学院"), ("专业", " "), ("学号", ""), ("postcode", "990000"), ("class", "会计二班"), ("remarks", "x"),
    ]
    let outcome = try await update(fixture, values, ids: candidates.prefix(2).map(\.id))
    #expect(outcome.matched == 2 && outcome.changed == 2 && !outcome.isRefused)
    let rest = "postcode:→990000 class:会计一班→会计二班 remarks:→x"
    let lines = [
      "changed registration \(candidates[0].id.suffix(4)) \(rest)",
      "changed registration \(candidates[1].id.suffix(4)) department:→会计学院 \(rest)",
    ]
    #expect(try await Set(fixture.trailLines(from: links)) == Set(lines))
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE class = '会计二班'") == 2)
    let again = try await update(fixture, values, ids: candidates.prefix(2).map(\.id))
    #expect(again.matched == 2 && again.changed == 0)
    #expect(try await fixture.nextLink() == links + 2)
  }

  @Test("CAN-03 key fields cannot be set", arguments: ["name", "姓名", "idNumber", "phone", "subject"])
  func keys(_ field: String) {
    #expect(throws: UnknownField.self) { try CandidateValues([(field, "x")]) }
  }

  @Test("CAN-03 at most 3 000 candidates a call; one more and nothing is changed, with the number")
  func most() async throws {
    let fixture = try await OfficeFixture(.site { ($0.total, $0.places["14"]) = (99_999, 99_999) })
    _ = try await fixture.register(Candidate.some(3_001))
    let refused = try await refusal { _ = try await update(fixture, [("remarks", "x")]) }
    #expect(
      refused.rule == "CAN-03" && refused.wording.zh.contains("3001") && refused.wording.zh.contains("3000"))
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE remarks IS NOT NULL") == 0)
    let ids = Candidate.some(3_000).map(\.id)
    #expect(try await update(fixture, [("remarks", "x")], ids: ids).changed == 3_000)
  }

  @Test("CAN-03 REG-07 one locked registration that would change, and nothing is changed")
  func locked() async throws {
    let (fixture, candidates) = try await fixture()
    try await fixture.setLock(true, ids: [candidates[1].id])
    let before = try await fixture.dump()
    let outcome = try await update(fixture, [("remarks", "x")])
    #expect(outcome.findings.map(\.rule) == ["REG-07"] && outcome.findingsTotal == 1)
    #expect(outcome.findings[0].value == Masking.shortened(candidates[1].id))
    let message = FindingCatalogue.message(outcome.findings[0], in: .zh)
    #expect(message.contains("已由人工锁定（2020-08-20 10:00，site990701）"))
    #expect(try await fixture.dump() == before)
    // What has the value already does not change.
    #expect(try await update(fixture, [("class", "会计一班")]).changed == 0)
    #expect(try await !update(fixture, [("class", "会计一班")]).isRefused)
  }

  @Test("CAN-03 SET-05 REG-13 values that do not fit are findings, all of them in one call")
  func values() async throws {
    let (fixture, candidates) = try await fixture()
    let before = try await fixture.dump()
    let outcome = try await update(
      fixture,
      [
        ("class", "会计九班"), ("postcode", "12345"), ("学号", String(repeating: "9", count: 31)), ("email", "a@b"),
      ])
    #expect(
      Set(outcome.findings.map(\.code)) == [
        "REG-12/class", "FMT.postcode", "FMT.length", "FMT.email", "REG-13/many",
      ])
    let one = [candidates[0].id]
    let taken = try await update(fixture, [("电子邮件", candidates[1].email.uppercased())], ids: one)
    #expect(taken.findings.map(\.code) == ["REG-13/stored"])
    #expect(try await fixture.dump() == before)
    #expect(try await update(fixture, [("email", "new@example.com")], ids: one).changed == 1)
  }

  @Test("CAN-03 a dry run lists what would change and changes nothing")
  func dryRun() async throws {
    let (fixture, candidates) = try await fixture(1)
    let before = try await fixture.dump()
    let outcome = try await update(fixture, [("class", "会计二班"), ("extra", "y")], isDryRun: true)
    #expect(outcome.changes.map(\.field.zh) == ["班级", "额外信息"])
    #expect(outcome.changes.map(\.old) == ["会计一班", nil] && outcome.changes.map(\.new) == ["会计二班", "y"])
    #expect(outcome.changes[0].idNumber == Masking.shortened(candidates[0].id))
    #expect(try await fixture.dump() == before)
  }

  @Test("CAN-03 WIN-04 outside the window for registration, and for a viewer, nothing is updated")
  func gates() async throws {
    let (fixture, _) = try await fixture()
    let values = try CandidateValues([("remarks", "x")])
    let request = try fixture.request()
    let viewer = try await refusal {
      _ = try await fixture.office("view990701").updateCandidates(request, values)
    }
    #expect(viewer.reason == .viewer)
    try fixture.setClock("2020-08-31 21:00")
    #expect(try await refusal { _ = try await update(fixture, [("remarks", "x")]) }.reason == .window)
  }
}
