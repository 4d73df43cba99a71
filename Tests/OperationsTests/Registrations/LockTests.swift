import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Locking and unlocking candidates.
@Suite struct LockTests {
  private func fixture() async throws -> (OfficeFixture, [Candidate]) {
    let fixture = try await OfficeFixture()
    var candidates = Candidate.some(5)
    candidates[3].schoolClass = "会计二班"
    candidates[4].schoolClass = "会计二班"
    _ = try await fixture.register(candidates)
    _ = try await fixture.register([Candidate(9) { $0.schoolClass = "会计二班" }], site: "990703")
    return (fixture, candidates)
  }

  private func locked(_ fixture: OfficeFixture) async throws -> Set<String> {
    Set(try await fixture.stored().values.filter { $0.lock != nil }.map(\.id))
  }

  @Test("CAN-02 one candidate is locked, and unlocked again")
  func one() async throws {
    let (fixture, candidates) = try await fixture()
    let condition = [(field: "idNumber", values: [candidates[1].id])]
    #expect(try await fixture.setLock(true, where: condition) == 1)
    #expect(try await locked(fixture) == [candidates[1].id])
    #expect(try await fixture.setLock(true, where: condition) == 0)
    #expect(try await fixture.setLock(false, where: condition) == 1)
    #expect(try await locked(fixture).isEmpty)
  }

  @Test("CAN-02 many are locked by a file of identity numbers; those of other sites and unknown ones are not")
  func many() async throws {
    let (fixture, candidates) = try await fixture()
    let ids = [
      candidates[0].id, candidates[2].id.lowercased(), " \(candidates[4].id) ", Candidate(9).id, "", "?",
    ]
    #expect(try await fixture.setLock(true, ids: ids) == 3)
    #expect(try await locked(fixture) == Set([0, 2, 4].map { candidates[$0].id }))
  }

  @Test("CAN-02 all of a query are locked, conditions joined by and, values by or")
  func query() async throws {
    let (fixture, candidates) = try await fixture()
    #expect(try await fixture.setLock(true, where: [("班级", ["会计二班"])]) == 2)
    #expect(try await locked(fixture) == Set(candidates[3...].map(\.id)))
    #expect(try await fixture.setLock(true, where: [("class", ["会计一班", "会计二班"]), ("locked", ["no"])]) == 3)
    #expect(try await fixture.setLock(false) == 5)
    #expect(try await locked(fixture).isEmpty)
  }

  @Test(
    "CAN-02 OPS-02 each lock and unlock is in the trail with who, when and why; what was locked stays as it was"
  )
  func trail() async throws {
    let (fixture, candidates) = try await fixture()
    _ = try await fixture.pay([(candidates[0].id, "14")])
    let links = try await fixture.nextLink()
    let request = try fixture.request(ids: [candidates[0].id, candidates[1].id])
    #expect(try await fixture.office().setLock(true, request, reason: "核对") == 1)
    #expect(try await fixture.office().setLock(false, request, reason: "改电话") == 2)
    let (first, second) = (candidates[0].id.suffix(4), candidates[1].id.suffix(4))
    let at = try #require(Instant(SittingPlan.registrationTime)).secondsSince1970
    let locked = "lock_reason:→manual locked_at:→\(at) locked_by:→site990701 lock_note:→核对"
    let lines = try await fixture.trailLines(from: links)
    #expect(lines[0] == "changed registration \(second) \(locked)")
    #expect(
      Set(lines[1...]) == [
        "changed registration \(first) lock_reason:payment→ locked_at:\(at)→ locked_by:site990701→",
        "changed registration \(second) lock_reason:manual→ locked_at:\(at)→ locked_by:site990701→ lock_note:核对→",
      ])
    #expect(try await fixture.count("SELECT count(*) FROM trail WHERE reason = '改电话'") == 2)
  }

  @Test("CAN-02 ORG-02 a province locks across its sites, a site only its own, nobody beyond their scope")
  func scope() async throws {
    let (fixture, _) = try await fixture()
    #expect(try await fixture.setLock(true, site: "99", as: "prov99") == 6)
    #expect(try await fixture.setLock(false, as: "site990701") == 5)
    let refused = try await refusal { try await fixture.setLock(false, site: "990703", as: "site990701") }
    #expect(refused.reason == .scope)
    #expect(try await locked(fixture) == [Candidate(9).id])
  }

  @Test("CAN-02 WIN-04 locking obeys the window for registration, and a viewer may not")
  func gates() async throws {
    let (fixture, _) = try await fixture()
    #expect(try await refusal { try await fixture.setLock(true, as: "view990701") }.reason == .viewer)
    try fixture.setClock("2020-08-31 21:00")
    #expect(try await refusal { try await fixture.setLock(true) }.reason == .window)
    #expect(try await locked(fixture).isEmpty)
  }
}
