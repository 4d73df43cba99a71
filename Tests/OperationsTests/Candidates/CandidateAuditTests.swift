import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Audit decisions from a query.
@Suite struct CandidateAuditTests {
  private func fixture() async throws -> (OfficeFixture, [String]) {
    let fixture = try await OfficeFixture(.site { $0.requiresAudit = true })
    let candidates = Candidate.some(3)
    _ = try await fixture.register(candidates)
    return (fixture, candidates.map(\.id))
  }

  private func audit(
    _ fixture: OfficeFixture, _ verdict: AuditVerdict, ids: [String]? = nil
  ) async throws -> CandidateOutcome {
    try await fixture.office().auditCandidates(fixture.request(ids: ids), verdict)
  }

  @Test("AUD-01 AUD-02 CAN-02 OPS-02 what is pending passes by query, which locks it and is in the trail")
  func pass() async throws {
    let (fixture, ids) = try await fixture()
    let links = try await fixture.nextLink()
    let outcome = try await audit(fixture, .pass, ids: [ids[0]])
    #expect(outcome.changed == 1 && !outcome.isRefused)
    let stored = try await fixture.stored()
    #expect(stored[ids[0]]?.audit == "passed" && stored[ids[0]]?.lock == "audit")
    #expect(stored[ids[1]]?.audit == "pending" && stored[ids[1]]?.lock == nil)
    let lines = try await fixture.trailLines(from: links)
    #expect(lines.count == 1 && lines[0].contains("audit:pending→passed"))
    // Those who passed before stay as they are.
    #expect(try await audit(fixture, .pass).changed == 2)
    let list = try await fixture.office().candidates(fixture.request(ids: [ids[0]]))
    let lock = try #require(list.items.first?.protections.first)
    #expect(lock.kind == .audit && lock.member == "site990701")
    #expect(lock.state.zh == "已因审核通过锁定（2020-08-20 10:00，site990701）")
  }

  @Test("AUD-01 what is pending or passed is rejected with a kind and a reason; what is rejected cannot pass")
  func reject() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await audit(fixture, .pass, ids: [ids[0]])
    let rejection = AuditVerdict.reject(kind: "照片有问题", reason: "照片模糊")
    #expect(try await audit(fixture, rejection, ids: [ids[0], ids[1]]).changed == 2)
    let stored = try await fixture.stored()
    #expect(stored[ids[0]]?.audit == "rejected" && stored[ids[0]]?.lock == nil)
    #expect(
      try await fixture.count(
        "SELECT count(*) FROM registration WHERE audit_type = '2' AND audit_reason = '照片模糊'") == 2)
    let before = try await fixture.dump()
    let outcome = try await audit(fixture, .pass)
    #expect(outcome.findings.map(\.rule) == ["AUD-01", "AUD-01"] && outcome.changed == 0)
    #expect(outcome.findings[0].arguments == ["不通过", "rejected"])
    #expect(try await fixture.dump() == before)
    await #expect(throws: UnknownRejectionKind.self) {
      try await audit(fixture, .reject(kind: "星座不合", reason: "x"))
    }
  }

  @Test("AUD-01 SET-01 a site that requires no audit has nothing to decide")
  func notRequired() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    #expect(try await refusal { _ = try await audit(fixture, .pass) }.rule == "SET-01")
    #expect(try await fixture.stored(Candidate(0).id)?.audit == "none")
  }
}
