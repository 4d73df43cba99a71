import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Names and addresses of organisations, and their audit (chapter 7).
@Suite struct OrganisationEditTests {
  private let code = SittingPlan.code

  /// The plan with the site written another way.
  private func plan(_ site: String) -> String {
    SittingPlan.with { plan in
      plan.organisations.removeAll { $0.contains(#""990701""#) }
      plan.organisations.append(site)
    }.text
  }

  @Test("ORG-05 OPS-02 a site changes its own name and address at any time, and the trail has old and new")
  func edit() async throws {
    let fixture = try await OfficeFixture(now: "2019-01-01 00:00")
    let start = try await fixture.trailLength()
    let edit = try await fixture.office().editOrganisation(
      "990701", in: code, name: " 考点甲 ", address: "学院路9号")
    #expect(edit.isDone && edit.record.name == "考点甲" && edit.record.address == "学院路9号")
    #expect(try await fixture.office().organisations(sitting: code, site: "990701") == [edit.record])
    #expect(
      try await fixture.trail(after: start).map(\.change.line) == [
        "changed organisation 990701: name 地市七考点一→考点甲, address 学院路1号→学院路9号"
      ])
    // The table that statements join says the same as the definition.
    #expect(
      try await fixture.count("SELECT count(*) FROM organisation WHERE name = '考点甲' AND code = '990701'") == 1
    )
    _ = try await fixture.office().editOrganisation("990701", in: code, name: "考点甲")
    #expect(try await fixture.trail(after: start).count == 1)
    let cleared = try await fixture.office().editOrganisation("990701", in: code, address: "")
    #expect(cleared.record.address == nil)
  }

  @Test("ORG-01 a blank or overlong name, or one with a line break, is found and not kept")
  func wrongName() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    for name in ["", "  ", "a\u{1F}b", "甲\n乙", String(repeating: "长", count: 101)] {
      let edit = try await fixture.office().editOrganisation("990701", in: code, name: name)
      #expect(edit.findings.map(\.code) == ["ORG-01.name"])
    }
    #expect(try await fixture.dump() == before)
  }

  @Test("ORG-05 an audited organisation is not edited by anyone until the audit is taken back from above")
  func audited() async throws {
    let fixture = try await OfficeFixture()
    let start = try await fixture.trailLength()
    #expect(try await fixture.office("city9907").setAudited(true, of: "990701", in: code).isAudited)
    for user in ["site990701", "city9907", "root"] {
      let refused = try await refusal {
        _ = try await fixture.office(user).editOrganisation("990701", in: code, name: "乙")
      }
      #expect(refused.rule == "ORG-05" && refused.wording.zh.contains("990701"))
    }
    let own = try await refusal {
      _ = try await fixture.office().setAudited(false, of: "990701", in: code)
    }
    #expect(own.reason == .viewer && own.rule == "ORG-05")
    _ = try await fixture.office("prov99").setAudited(false, of: "990701", in: code, reason: "地址有误")
    #expect(try await fixture.office().editOrganisation("990701", in: code, name: "乙").isDone)
    let trail = try await fixture.trail(after: start)
    #expect(
      trail.map(\.change.line) == [
        "changed organisation 990701: audited false→true", "changed organisation 990701: audited true→false",
        "changed organisation 990701: name 地市七考点一→乙",
      ])
    #expect(trail.map(\.member) == ["city9907", "prov99", "site990701"] && trail[1].change.reason == "地址有误")
  }

  /// How a file writes the audited site, and what loading finds.
  static let loads: [(site: String, codes: [String])] = [
    (#"{code: "990701", name: 地市七考点一, address: 学院路1号, audited: true}"#, []),
    (#"{code: "990701", name: 改名, address: 学院路1号, audited: true}"#, ["ORG-05"]),
    (#"{code: "990701", name: 改名, address: 新路, audited: true}"#, ["ORG-05", "ORG-05"]),
    (#"{code: "990701", name: 地市七考点一, audited: true}"#, ["ORG-05"]),
    (#"{code: "990701", name: 地市七考点一, address: 学院路1号, audited: true, enabled: false}"#, ["ORG-05"]),
    (#"{code: "990701", name: 改名, address: 新路, audited: false}"#, []),
    (#"{code: "990701", name: 地市七考点一, address: 学院路1号}"#, []),
  ]

  @Test(
    "ORG-05 a file edits an audited organisation only where it takes the audit back", arguments: loads.indices
  )
  func load(index: Int) async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.office("root").setAudited(true, of: "990701", in: code)
    let before = try await fixture.dump()
    let (site, codes) = Self.loads[index]
    let load = try await fixture.loadSitting(plan(site))
    #expect(load.findings.map(\.code) == codes && load.isLoaded == codes.isEmpty)
    for finding in load.findings { #expect(finding.arguments.first == "990701") }
    if !codes.isEmpty { #expect(try await fixture.dump() == before) }
  }

  @Test("ORG-05 an audited organisation cannot be left out of a file either")
  func removed() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.office("root").setAudited(true, of: "990702", in: code)
    let plan = SittingPlan.with { plan in
      plan.organisations.removeAll { $0.contains("990702") }
      plan.users.removeAll { $0.1 == "990702" }
      plan.lowerWindows.removeAll { $0.0 == "990702" }
    }
    #expect(try await fixture.loadSitting(plan.text).findings.map(\.code) == ["ORG-05.removed"])
    _ = try await fixture.office("root").setAudited(false, of: "990702", in: code)
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
  }

  @Test("ORG-05 the audit blocks no work: registrations go in as before")
  func use() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.office("root").setAudited(true, of: "990701", in: code)
    #expect(try await fixture.register([Candidate(0)]).rows.created == 1)
    #expect(try await fixture.setLock(true) == 1)
    #expect(try await fixture.office().addAccount(SittingCopyTests.account, to: "990701", in: code).isDone)
  }

  @Test("ORG-02 siblings see nothing, viewers and closed sittings change nothing")
  func gates() async throws {
    let fixture = try await OfficeFixture()
    for (user, reason) in [
      ("site990703", Refusal.Reason.scope), ("site980101", .scope), ("view990701", .viewer),
    ] {
      let calls: [() async throws -> Void] = [
        { _ = try await fixture.office(user).editOrganisation("990701", in: code, name: "乙") },
        { _ = try await fixture.office(user).setAudited(true, of: "990701", in: code) },
      ]
      for call in calls { #expect(try await refusal { try await call() }.reason == reason, "\(user)") }
    }
    #expect(try await fixture.office("site990703").organisations(sitting: code, site: "990701").isEmpty)
    #expect(try await fixture.office("city9907").organisations(sitting: code, site: "9907").count == 4)
    #expect(
      try await refusal { _ = try await fixture.office("root").editOrganisation("", in: code, name: "中心") }
        .reason == .scope)
    try await fixture.office("root").closeSitting(code)
    #expect(
      try await refusal { _ = try await fixture.office().editOrganisation("990701", in: code, name: "乙") }
        .reason == .closed)
  }
}
