import Imports
import Operations
import Tabular
import Testing

@Suite struct ViolationWindowTests {
  private let candidate = TestCandidate.number(1, ["14"])

  private func request() -> ViolationRequest {
    ViolationRequest(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site, ticket: ScoreSheet.ticket(1, "14"))
  }

  @Test(
    "WIN-04 WIN-06 VIO-02 absences and violations are changed in their window only, to the second; reading goes on",
    arguments: [
      ("2020-09-26T07:59:59+08:00", false), ("2020-09-26T08:00:00+08:00", true),
      ("2020-10-10T16:59:59+08:00", true), ("2020-10-10T17:00:00+08:00", false),
    ])
  func window(now: String, isOpen: Bool) async throws {
    let fixture = try await SeatingFixture.afterExam([candidate])
    try await fixture.recordViolation(1, kind: "1")
    fixture.setClock(now)
    let office = fixture.office(as: "site990701")
    let changes: [() async throws -> Bool] = [
      {
        try await fixture.importViolations([ViolationSheet.row(1, candidate, "14", "2")], by: "site990701") {
          $0.overrides = true
        }.state == "done"
      },
      { try await office.recordViolation(request(), kind: "3", overrides: true).isDone },
      { try await office.deleteViolation(request(), reason: "误登").isDone },
    ]
    for change in changes {
      if isOpen {
        #expect(try await change())
      } else {
        let refused = try await refusal { _ = try await change() }
        #expect(refused.reason == .window && refused.wording.zh.contains("缺考违纪管理"))
      }
    }
    let left = try await office.violations(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    #expect(left.map(\.kind) == (isOpen ? [] : ["1"]))
  }

  @Test("ORG-02 a viewer changes nothing; who is outside the scope finds nothing, and no such site")
  func scope() async throws {
    let fixture = try await SeatingFixture.afterExam([candidate])
    try await fixture.recordViolation(1, kind: "1")
    let viewer = fixture.office(as: "view990701")
    let refused = try await refusal { _ = try await viewer.deleteViolation(request(), reason: "误登") }
    #expect(refused.reason == .viewer)
    #expect(
      try await viewer.violations(sitting: SeatingFixture.sitting, site: SeatingFixture.site).count == 1)
    let neighbour = fixture.office(as: "site990702")
    #expect(
      try await neighbour.violations(sitting: SeatingFixture.sitting, site: SeatingFixture.site).isEmpty)
    let hidden = try await refusal { _ = try await neighbour.recordViolation(request(), kind: "2") }
    #expect(hidden.reason == .scope)
    #expect(try await fixture.violations() == ["1 1 -"])
  }
}
