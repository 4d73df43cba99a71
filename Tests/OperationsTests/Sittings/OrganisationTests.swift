import ExamModel
import Imports
import Operations
import Programmes
import Tabular
import Testing

/// Organisations, users, and who sees what.
@Suite struct OrganisationTests {
  @Test("ORG-01 a code whose parent is missing, or that is of no level, is refused, and nothing is loaded")
  func tree() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let orphan = SittingPlan.with { $0.organisations.append(#"{code: "990801", name: 无主考点}"#) }
    let load = try await fixture.loadSitting(orphan.text)
    #expect(!load.isLoaded && load.findings.map(\.code) == ["ORG-01.parent"])
    #expect(load.findings.first?.arguments == ["990801", "9908"])
    let odd = SittingPlan.with { $0.organisations.append(#"{code: "99071", name: 五位考点}"#) }
    #expect(try await fixture.loadSitting(odd.text).findings.map(\.code) == ["ORG-01.length"])
    let twice = SittingPlan.with { $0.organisations.append(#"{code: "990701", name: 又一个}"#) }
    #expect(try await fixture.loadSitting(twice.text).findings.map(\.code) == ["ORG-01.doubled"])
    #expect(try await fixture.dump() == before)
    let grown = SittingPlan.with {
      $0.organisations += [#"{code: "990801", name: 新考点}"#, #"{code: "9908", name: 新地市}"#]
    }
    #expect(try await fixture.loadSitting(grown.text).isLoaded)
  }

  /// Users, and the sites that each sees.
  static let sights: [(user: String, sites: Set<String>)] = [
    ("root", ["990701", "990702", "990703", "980101"]), ("prov99", ["990701", "990702", "990703"]),
    ("city9907", ["990701", "990702", "990703"]), ("site990701", ["990701"]), ("site980101", ["980101"]),
    ("view990701", ["990701"]), ("nobody", []),
  ]

  @Test(
    "ORG-02 a user sees their organisation and those below, nothing of siblings or parents", arguments: sights
  )
  func sight(user: String, sites: Set<String>) async throws {
    let fixture = try await OfficeFixture()
    for (index, site) in ["990701", "990703", "980101"].enumerated() {
      _ = try await fixture.register([Candidate(index)], site: site)
    }
    let office = fixture.office(user)
    guard !sites.isEmpty else {
      #expect(try await office.sittings().isEmpty)
      #expect(try await refusal { _ = try await office.open(SittingPlan.code) }.reason == .scope)
      return
    }
    let sitting = try await office.open(SittingPlan.code)
    for site in ["990701", "990702", "990703", "980101"] {
      #expect(sitting.sees(site) == sites.contains(site), "\(site)")
      let list = try await office.candidates(CandidateRequest(sitting: SittingPlan.code, site: site))
      #expect(list.total == (sites.contains(site) && site != "990702" ? 1 : 0), "\(site)")
    }
    let visible = sitting.visibleDefinition
    #expect(Set(visible.sites.keys) == sites.subtracting(["990702"]))
    #expect(visible.users.values.allSatisfy { one in one.organisation.hasPrefix(sitting.user.organisation) })
    #expect(visible.organisations.keys.allSatisfy { $0.hasPrefix(sitting.user.organisation) })
    #expect(try await Set(office.jobs().map(\.result.site)) == sites.subtracting(["990702"]))
  }

  @Test("ORG-02 outside the scope an import, a lock, a template answer as if nothing were there")
  func outside() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)], site: "990703")
    let path = fixture.newPath(".xlsx")
    let before = try await fixture.dump()
    for site in ["990703", "980101", "99", "9907", ""] {
      let refused = try await refusal {
        _ = try await fixture.register([Candidate(1)], site: site, as: "site990701") { $0.overrides = true }
      }
      let unknown = try await refusal {
        _ = try await fixture.register([Candidate(1)], site: "123456", as: "site990701")
      }
      #expect(refused.reason == .scope && refused.reason == unknown.reason)
      #expect(refused.wording.zh == unknown.wording.zh.replacing("123456", with: site))
      #expect(try await refusal { try await fixture.setLock(true, site: site, as: "site990701") } == refused)
      #expect(
        try await refusal {
          try await fixture.office().writeTemplate(
            kind: "registrations", sitting: SittingPlan.code, site: site, to: path)
        } == refused)
    }
    #expect(try await fixture.dump() == before)
    #expect(try await fixture.jobs().count == 1)
  }

  @Test("ORG-02 only the centre sets a sitting, and a viewer changes nothing")
  func roles() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let changed = SittingPlan.site { $0.total = 2000 }.text
    for user in ["prov99", "site990701", "view990701", "nobody"] {
      #expect(try await refusal { _ = try await fixture.loadSitting(changed, as: user) }.reason == .scope)
      #expect(
        try await refusal { try await fixture.office(user).closeSitting(SittingPlan.code) }.reason == .scope)
    }
    let viewed = try await refusal { _ = try await fixture.register([Candidate(0)], as: "view990701") }
    #expect(viewed.reason == .viewer)
    #expect(try await fixture.dump() == before)
  }

  @Test("ORG-03 an organisation that is not enabled, or whose parent is not, can neither import nor lock")
  func disabled() async throws {
    let fixture = try await OfficeFixture()
    let refused = try await refusal { _ = try await fixture.register([Candidate(0)], site: "990702") }
    #expect(refused.reason == .disabled && refused.rule == "ORG-03" && refused.wording.zh.contains("990702"))
    #expect(
      try await refusal { try await fixture.setLock(true, site: "990702", as: "root") }.reason == .disabled)

    let city = try await OfficeFixture(
      .with { plan in
        plan.organisations[1] = #"{code: "9907", name: 测试省地市七, enabled: false}"#
      })
    #expect(try await refusal { _ = try await city.register([Candidate(0)]) }.reason == .disabled)
    #expect(try await city.register([Candidate(0)], site: "980101").rows.created == 1)
  }

  @Test("ORG-06 a closed sitting is read, never changed, and every refusal names it")
  func closed() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    try await fixture.office("root").closeSitting(SittingPlan.code)
    let before = try await fixture.dump()
    let changes: [() async throws -> Void] = [
      { _ = try await fixture.register(Candidate.some(2)) { $0.overrides = true } },
      { _ = try await fixture.importPhotos([("x.jpg", [])]) },
      { _ = try await fixture.pay([(Candidate(0).id, "14")]) },
      { try await fixture.setLock(true) },
      { _ = try await fixture.loadSitting(SittingPlan().text) },
    ]
    for change in changes {
      let refused = try await refusal { try await change() }
      #expect(refused.reason == .closed && refused.rule == "ORG-06")
      #expect(refused.wording.zh.contains(SittingPlan.code) && refused.wording.en.contains(SittingPlan.code))
    }
    #expect(try await fixture.dump() == before)
    let request = CandidateRequest(sitting: SittingPlan.code, site: "990701")
    #expect(try await fixture.office().candidates(request).total == 2)
    #expect(try await fixture.office().open(SittingPlan.code).isClosed)
    try await fixture.office().writeTemplate(
      kind: "registrations", sitting: SittingPlan.code, site: "990701", to: fixture.newPath(".xlsx"))
  }
}
