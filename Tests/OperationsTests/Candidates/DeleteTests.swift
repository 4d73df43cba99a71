import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Deleting collective candidates.
@Suite struct DeleteTests {
  /// Four candidates with 14 and 15: the second has 14 paid, the third is individual.
  private func fixture() async throws -> (OfficeFixture, [String]) {
    let fixture = try await OfficeFixture()
    var candidates = Candidate.some(4)
    for index in candidates.indices { candidates[index].subjects = ["14", "15"] }
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    _ = try await fixture.pay([(ids[1], "14")])
    try await fixture.makeIndividual([ids[2]])
    _ = try await fixture.setLock(false)
    return (fixture, ids)
  }

  private func delete(
    _ fixture: OfficeFixture, ids: [String]? = nil, subjects: [String] = [], isDryRun: Bool = false
  ) async throws -> CandidateOutcome {
    try await fixture.office().deleteCandidates(
      fixture.request(ids: ids), subjects: subjects, isDryRun: isDryRun)
  }

  @Test(
    "CAN-05 unpaid entries of collective candidates go, then registrations without any; paid and individual ones stay"
  )
  func all() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await fixture.importPhotos([("\(ids[0]).jpg", try PhotoFile.jpeg())])
    let outcome = try await delete(fixture)
    #expect(outcome.entries == 5 && outcome.registrations == 2 && outcome.kept == 1 && !outcome.isRefused)
    let stored = try await fixture.stored()
    #expect(stored[ids[0]] == nil && stored[ids[3]] == nil)
    #expect(stored[ids[1]]?.subjects == ["14+"] && stored[ids[2]]?.subjects == ["14", "15"])
    #expect(try await fixture.count("SELECT count(*) FROM photo") == 1)
  }

  @Test("CAN-05 one subject alone goes, and its registrations stay with the others")
  func subject() async throws {
    let (fixture, ids) = try await fixture()
    let outcome = try await delete(fixture, subjects: ["15"])
    #expect(outcome.entries == 3 && outcome.registrations == 0)
    let stored = try await fixture.stored()
    #expect(stored[ids[0]]?.subjects == ["14"] && stored[ids[1]]?.subjects == ["14+"])
    #expect(stored[ids[2]]?.subjects == ["14", "15"])
    #expect(try await delete(fixture, ids: [ids[0]], subjects: ["14"]).registrations == 1)
  }

  @Test("CAN-05 OPS-02 the trail keeps every value of what was removed, the subjects too")
  func trail() async throws {
    let (fixture, ids) = try await fixture()
    let links = try await fixture.nextLink()
    _ = try await delete(fixture, ids: [ids[0]])
    let lines = try await fixture.trailLines(from: links)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("removed entry \(ids[0].suffix(4)) 14 created_job:1→ created_row:2→"))
    for value in [
      "document_number:\(ids[0])→", "name:赵测试→", "phone:13800000000→", "email:candidate0@example.com→",
      "class:会计一班→", "audit:none→", "created_row:2→", "subjects:14,15→",
    ] {
      #expect(lines[2].contains(value), "\(value) in \(lines[2])")
    }
  }

  @Test("CAN-05 REG-07 REG-09 a locked registration, or an entry in a payment batch, and nothing is deleted")
  func protected() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await fixture.setLock(true, ids: [ids[0]])
    var before = try await fixture.dump()
    let locked = try await delete(fixture)
    #expect(locked.findings.map(\.code) == ["REG-07/delete"])
    #expect(try await fixture.dump() == before)
    _ = try await fixture.office().createPaymentBatch(fixture.request(ids: [ids[3]]))
    _ = try await fixture.setLock(false)
    before = try await fixture.dump()
    let held = try await delete(fixture)
    #expect(held.findings.map(\.code) == ["REG-09/remove", "REG-09/remove"])
    #expect(held.findings.map(\.arguments[0]) == ["14", "15"])
    #expect(try await fixture.dump() == before)
  }

  @Test("CAN-05 where nobody found can be deleted, each is a finding that says why")
  func nothing() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await delete(fixture, ids: [ids[1]])
    let before = try await fixture.dump()
    let outcome = try await delete(fixture, ids: [ids[1], ids[2]])
    #expect(Set(outcome.findings.map(\.code)) == ["CAN-05/paid", "CAN-05/individual"])
    #expect(try await delete(fixture, ids: ["990101200001010014"]).isRefused == false)
    #expect(try await delete(fixture, isDryRun: true).registrations == 2)
    #expect(try await fixture.dump() == before)
  }

  @Test("CAN-05 WIN-04 outside the window nothing is deleted")
  func gates() async throws {
    let (fixture, _) = try await fixture()
    try fixture.setClock("2020-08-31 21:00")
    #expect(try await refusal { _ = try await delete(fixture) }.reason == .window)
  }
}
