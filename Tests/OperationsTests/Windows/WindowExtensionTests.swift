import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Windows that an upper organisation lets close later.
@Suite struct WindowExtensionTests {
  private let code = SittingPlan.code
  private static let later = "2020-09-05 21:00"

  /// A sitting in which the site's own window for registration closes before the province's.
  private func shorter() async throws -> OfficeFixture {
    try await OfficeFixture(
      .with { plan in
        plan.lowerWindows.removeAll { $0.0 == "990701" }
        plan.lowerWindows.append(
          (
            "990701",
            "{registration: [2020-07-23 08:00, 2020-08-20 10:00], roster: [2020-07-23 08:00, 2020-08-01 08:00]}"
          )
        )
      }, now: "2020-08-20 10:00")
  }

  private func extend(
    _ fixture: OfficeFixture, _ kind: WindowKind = .registration, of site: String = "990701", until: String,
    as user: String = "city9907", reason: String? = nil
  ) async throws -> WindowExtension {
    try await fixture.office(user).extendWindow(
      kind, of: site, in: code, until: try Instant(wall: until), reason: reason)
  }

  @Test(
    "WIN-07 OPS-02 an upper organisation extends one site's window: it works again, and the trail says who and why"
  )
  func extended() async throws {
    let fixture = try await shorter()
    #expect(try await refusal { _ = try await fixture.register([Candidate(0)]) }.reason == .window)
    let start = try await fixture.trailLength()
    let done = try await extend(fixture, until: "2020-08-20 10:01", reason: "补报")
    let trail = try await fixture.trail(after: start)
    #expect(done.before == (try Instant(wall: "2020-08-20 10:00")) && done.followers.isEmpty)
    #expect(try await fixture.register([Candidate(0)]).rows.created == 1)
    try fixture.setClock("2020-08-20 10:01")
    #expect(try await refusal { _ = try await fixture.register([Candidate(1)]) }.reason == .window)
    #expect(trail.map(\.change.line) == ["changed window 990701 registration: closes 1597888800→1597888860"])
    #expect(trail[0].member == "city9907" && trail[0].change.rule == "WIN-07")
    #expect(trail[0].change.reason == "补报" && trail[0].change.site == "990701")
  }

  /// When the window for registration closes, by organisation.
  private func ends(_ fixture: OfficeFixture) async throws -> [String: String] {
    let windows = try await fixture.office("root").windows(sitting: code, site: "99")
    let ends = windows.filter { $0.kind == .registration }.map {
      ($0.organisation, $0.window.end?.shortText.dropFirst(5).prefix(5).description ?? "")
    }
    return Dictionary(ends) { first, _ in first }
  }

  @Test("WIN-07 only the one organisation's window changes; those that inherit it keep the time they had")
  func onlyOne() async throws {
    let fixture = try await OfficeFixture()
    let tooLong = try await refusal { _ = try await extend(fixture, until: Self.later) }
    #expect(tooLong.rule == "WIN-02" && tooLong.wording.zh.contains("9907"))
    _ = try await extend(fixture, of: "99", until: Self.later, as: "root")
    _ = try await extend(fixture, of: "9907", until: Self.later, as: "prov99")
    _ = try await extend(fixture, until: Self.later)
    #expect(
      try await ends(fixture) == [
        "99": "09-05", "9907": "09-05", "990701": "09-05", "990702": "08-31", "990703": "08-31",
      ])
    try fixture.setClock("2020-09-05 20:59:59")
    #expect(try await fixture.register([Candidate(0)]).rows.created == 1)
    #expect(
      try await refusal { _ = try await fixture.register([Candidate(1)], site: "990703") }.reason == .window)
  }

  @Test("WIN-07 with those below, windows that close at the same time are extended too, others are not")
  func below() async throws {
    let fixture = try await shorter()
    let end = try Instant(wall: Self.later)
    let done = try await fixture.office("root").extendWindow(
      .registration, of: "99", in: code, until: end, includesBelow: true)
    #expect(done.followers == ["9907", "990702", "990703"])
    #expect(
      try await ends(fixture) == [
        "99": "09-05", "9907": "09-05", "990701": "08-20", "990702": "09-05", "990703": "09-05",
      ])
    // They inherit it as before: nothing was written for them.
    let sets = try await fixture.office("root").open(code).definition.windows
    #expect(sets["9907"] == .inherit && sets["990703"] == .inherit)
  }

  @Test("WIN-07 a site that inherits gets one window of its own, inside the longer one above")
  func oneOfItsOwn() async throws {
    let fixture = try await shorter()
    let plan = SittingPlan.with { plan in
      plan.lowerWindows = [
        ("9907", "inherit"), ("9801", "inherit"), ("990703", "inherit"),
        ("990701", "{inherit: true, registration: [2020-07-23 08:00, 2020-08-20 10:00]}"),
      ]
    }
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
    _ = try await extend(fixture, until: "2020-08-25 10:00")
    let windows = try await fixture.office().windows(sitting: code, site: "990701")
    let own = windows.filter { !$0.isInherited }
    #expect(own.map(\.kind) == [.registration] && windows.count == 10)
    #expect(own[0].window.end == (try Instant(wall: "2020-08-25 10:00")) && own[0].state.isOpen)
    // What is inherited still follows the province.
    let end = try Instant(wall: "2020-09-02 21:00")
    _ = try await fixture.office("root").extendWindow(
      .roster, of: "99", in: code, until: end, includesBelow: true)
    #expect(try await fixture.office().open(code).definition.window(.roster, for: "990701")?.end == end)
  }

  @Test("WIN-07 the site itself, a viewer, siblings and a closed sitting extend nothing")
  func who() async throws {
    let fixture = try await shorter()
    let before = try await fixture.dump()
    let refusals: [(user: String, reason: Refusal.Reason, rule: String)] = [
      ("site990701", .viewer, "WIN-07"), ("view990701", .viewer, "ORG-02"), ("site990703", .scope, "ORG-02"),
      ("site980101", .scope, "ORG-02"),
    ]
    for (user, reason, rule) in refusals {
      let refused = try await refusal { _ = try await extend(fixture, until: "2020-08-25 10:00", as: user) }
      #expect(refused.reason == reason && refused.rule == rule, "\(user)")
    }
    #expect(try await fixture.dump() == before)
    try await fixture.office("root").closeSitting(code)
    #expect(
      try await refusal { _ = try await extend(fixture, until: "2020-08-25 10:00") }.reason == .closed)
  }

  @Test(
    "WIN-02 WIN-07 an extension is later, inside the window above, of a window that is set and has an end")
  func bounds() async throws {
    let fixture = try await shorter()
    let before = try await fixture.dump()
    for until in ["2020-08-20 10:00", "2020-08-20 09:59:59", "2019-01-01 00:00"] {
      #expect(try await refusal { _ = try await extend(fixture, until: until) }.rule == "WIN-07", "\(until)")
    }
    let outside = try await refusal { _ = try await extend(fixture, until: "2020-08-31 21:00:01") }
    #expect(outside.rule == "WIN-02" && outside.wording.zh.contains("9907"))
    for kind in [WindowKind.scorePublicity, .arrangement] {
      let unset = try await refusal { _ = try await extend(fixture, kind, until: Self.later) }
      #expect(unset.rule == "WIN-07" && unset.wording.zh.contains("没有设置"))
    }
    let endless = try await refusal {
      _ = try await extend(fixture, .ticketPrinting, of: "9907", until: Self.later, as: "prov99")
    }
    #expect(endless.wording.zh.contains("没有结束时间"))
    #expect(try await fixture.dump() == before)
    _ = try await extend(fixture, until: "2020-08-31 21:00")
  }

  @Test("WIN-07 SET-08 loading the old file again says that it takes the extension back, and does just that")
  func loadedAgain() async throws {
    let fixture = try await OfficeFixture()
    let plan = SittingPlan.with { plan in
      plan.lowerWindows.removeAll { $0.0 == "990701" }
      plan.lowerWindows.append(
        ("990701", "{inherit: true, registration: [2020-07-23 08:00, 2020-08-20 10:00]}"))
    }
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
    _ = try await extend(fixture, until: "2020-08-25 10:00")
    let dry = try await fixture.loadSitting(plan.text, isDryRun: true)
    #expect(dry.findings.map(\.code) == ["WIN-07.shorter"] && !dry.hasErrors)
    #expect(dry.findings[0].arguments.contains("990701") && dry.findings[0].arguments.contains("city9907"))
    #expect(
      dry.changes.map { [$0.path, $0.old, $0.new] } == [
        [
          "windows.990701.registration", "2020-07-23 08:00 – 2020-08-25 10:00",
          "2020-07-23 08:00 – 2020-08-20 10:00",
        ]
      ])
    let start = try await fixture.trailLength()
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
    #expect(
      try await fixture.trail(after: start).map(\.change.line) == [
        "changed window 990701 registration: closes 1598320800→1597888800"
      ])
    #expect(try await fixture.loadSitting(plan.text).changes.isEmpty)
  }
}
