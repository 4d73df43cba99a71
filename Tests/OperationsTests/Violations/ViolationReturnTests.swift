import Exports
import Imports
import Operations
import Tabular
import Testing

/// Nil returns and submissions: 990701 and 990702 take part, 990703 does not.
@Suite struct ViolationReturnTests {
  private let candidate = TestCandidate.number(1, ["14"])
  private let sitting = SeatingFixture.sitting

  private func made() async throws -> SeatingFixture { try await SeatingFixture.afterExam([candidate]) }

  private func request(_ site: String = SeatingFixture.site) -> ViolationRequest {
    ViolationRequest(sitting: sitting, site: site, ticket: ScoreSheet.ticket(1, "14"))
  }

  private func states(_ fixture: SeatingFixture, as user: String = "root") async throws -> [String] {
    try await fixture.office(as: user).violationReturns(sitting: sitting, site: "9907").map {
      "\($0.site) \($0.state.rawValue) \($0.records) \($0.filedBy ?? "-") \($0.submittedBy ?? "-")"
    }
  }

  @Test(
    "VIO-04 OPS-02 the organisation above submits only once every site has reported, nil returns included")
  func submit() async throws {
    let fixture = try await made()
    let office = fixture.office(as: "prov99")
    _ = try await office.recordViolation(request(), kind: "缺考")
    #expect(try await states(fixture) == ["990701 records 1 - -", "990702 missing 0 - -"])
    let early = try await refusal {
      _ = try await office.submitViolations(sitting: sitting, organisation: "9907")
    }
    #expect(early.reason == .precondition && early.rule == "VIO-04")
    #expect(early.wording.zh.contains("1 个考点没有报送：990702。"))

    let own = fixture.office(as: "site990702")
    for _ in 1...2 {
      #expect(try await own.reportNoViolations(sitting: sitting, site: "990702").state == .none)
    }
    #expect(try await states(fixture) == ["990701 records 1 - -", "990702 none 0 site990702 -"])
    let submission = try await office.submitViolations(sitting: sitting, organisation: "9907")
    #expect([submission.sites, submission.nilReturns, submission.records] == [2, 1, 1])
    #expect(submission.isNew && submission.submittedBy == "prov99")
    let again = try await office.submitViolations(sitting: sitting, organisation: "9907")
    #expect(!again.isNew && again.submittedAt == submission.submittedAt)
    #expect(try await states(fixture) == ["990701 records 1 - 9907", "990702 none 0 site990702 9907"])
    #expect(
      try await fixture.rows(
        "member, action, record_key, part", from: "trail WHERE record = 'violationReturn' ORDER BY number")
        == ["site990702 created 990702 -", "prov99 created 9907 submission"])
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("VIO-04 what was submitted is frozen: by hand, by import, by undo, and for nil returns")
  func frozen() async throws {
    let fixture = try await made()
    let imported = try await fixture.importViolations([ViolationSheet.row(1, candidate, "14", "缺考")])
    let job = try #require(Int(imported.job))
    let office = fixture.office()
    _ = try await office.reportNoViolations(sitting: sitting, site: "990702")
    _ = try await office.submitViolations(sitting: sitting, organisation: "9907")
    let before = try await fixture.violations()
    let changes: [() async throws -> Void] = [
      { _ = try await office.recordViolation(request(), kind: "作弊", overrides: true) },
      { _ = try await office.recordViolation(request("99"), kind: "作弊", overrides: true) },
      { _ = try await office.deleteViolation(request(), reason: "误登") },
      {
        _ = try await fixture.importViolations([ViolationSheet.row(1, candidate, "14", "作弊")]) {
          $0.overrides = true
        }
      },
      { _ = try await office.undoJob(job) },
      { _ = try await office.withdrawNoViolations(sitting: sitting, site: "990702") },
    ]
    for change in changes {
      let refused = try await refusal { try await change() }
      #expect(refused.rule == "VIO-04" && refused.wording.zh.contains("9907 已于 2020-10-09 10:00 提交"))
    }
    // A file for several sites is read, and names the rows of those that are frozen.
    let wide = try await fixture.importViolations(
      [ViolationSheet.row(1, candidate, "14", "作弊")], site: "99"
    ) { $0.overrides = true }
    #expect(wide.state == "refused" && wide.findings.map(\.rule) == ["VIO-04"])
    #expect(try await fixture.violations() == before)
  }

  @Test("VIO-04 a nil return and a record exclude each other, until the return is taken back")
  func nilReturn() async throws {
    let fixture = try await made()
    let office = fixture.office(as: "site990701")
    let site = SeatingFixture.site
    #expect(
      try await refusal { _ = try await office.withdrawNoViolations(sitting: sitting, site: site) }.rule
        == "VIO-04")
    _ = try await office.reportNoViolations(sitting: sitting, site: site)
    #expect(
      try await refusal { _ = try await office.recordViolation(request(), kind: "缺考") }.rule == "VIO-04")
    let row = ViolationSheet.row(1, candidate, "14", "缺考")
    #expect(try await refusal { _ = try await fixture.importViolations([row]) }.rule == "VIO-04")
    let wide = try await fixture.importViolations([row], site: "9907")
    #expect(wide.state == "refused" && wide.findings.map(\.rule) == ["VIO-04"])

    #expect(try await office.withdrawNoViolations(sitting: sitting, site: site).state == .missing)
    #expect(try await office.recordViolation(request(), kind: "缺考").isDone)
    let refused = try await refusal { _ = try await office.reportNoViolations(sitting: sitting, site: site) }
    #expect(refused.wording.zh.contains("已登记 1 条"))
    #expect(
      try await fixture.rows("action", from: "trail WHERE record = 'violationReturn'") == [
        "created", "removed",
      ])
  }

  @Test(
    "VIO-04 ORG-02 WIN-03 reports are filed by sites, submitted above them, inside the window, by no viewer")
  func gates() async throws {
    let fixture = try await made()
    let (root, site) = (fixture.office(), fixture.office(as: "site990701"))
    func reason(_ change: () async throws -> Void) async throws -> Refusal.Reason {
      try await refusal { try await change() }.reason
    }
    #expect(
      try await reason { _ = try await root.reportNoViolations(sitting: sitting, site: "9907") }
        == .precondition)
    #expect(
      try await reason { _ = try await root.submitViolations(sitting: sitting, organisation: "990701") }
        == .precondition)
    #expect(
      try await reason { _ = try await site.submitViolations(sitting: sitting, organisation: "9907") }
        == .scope)
    #expect(
      try await reason { _ = try await site.reportNoViolations(sitting: sitting, site: "990702") } == .scope)
    #expect(try await states(fixture, as: "site990701").isEmpty)
    let viewer = fixture.office(as: "view990701")
    #expect(
      try await reason { _ = try await viewer.reportNoViolations(sitting: sitting, site: "990701") }
        == .viewer)
    for (now, isOpen) in [
      ("2020-10-10T17:00:00+08:00", false), ("2020-09-26T07:59:59+08:00", false),
      ("2020-10-10T16:59:59+08:00", true),
    ] {
      fixture.setClock(now)
      if isOpen {
        #expect(try await site.reportNoViolations(sitting: sitting, site: "990701").state == .none)
      } else {
        #expect(
          try await reason { _ = try await site.reportNoViolations(sitting: sitting, site: "990701") }
            == .window)
      }
    }
  }
}
