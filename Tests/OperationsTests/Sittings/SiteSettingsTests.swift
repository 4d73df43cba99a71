import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Site settings: what a sitting file may say, and what it then means for imports.
@Suite struct SiteSettingsTests {
  @Test("SET-01 a site that is not open, or takes no collective registrations, refuses them")
  func switches() async throws {
    for change: @Sendable (inout SitePlan) -> Void in [{ $0.isOpen = false }, { $0.takesCollective = false }]
    {
      let fixture = try await OfficeFixture(.site { change(&$0) })
      let refused = try await refusal { _ = try await fixture.register([Candidate(0)]) }
      #expect(refused.reason == .precondition && refused.rule == "SET-01")
      #expect(try await fixture.register([Candidate(0)], site: "990703").rows.created == 1)
    }
  }

  @Test("SET-01 subjects per candidate: 1 to 3, and the number holds", arguments: 0...4)
  func subjectsPerCandidate(most: Int) async throws {
    let plan = SittingPlan.site { $0.subjectsPerCandidate = most }
    guard (1...3).contains(most) else {
      let load = try await OfficeFixture().loadSitting(plan.text)
      #expect(!load.isLoaded && load.findings.map(\.code) == ["SET-01.subjectsPerCandidate"])
      return
    }
    let fixture = try await OfficeFixture(plan)
    let rows = (1...3).map { count in
      Candidate(count) { $0.subjects = Array(["14", "15", "26"].prefix(count)) }
    }
    let result = try await fixture.register(rows)
    #expect(result.marks == (most..<3).map { "\(SheetFile.row($0)) 报考科目1 REG-10" })
  }

  /// Settings of the site, and the codes that they must be found to be.
  static let settings: [(name: String, change: @Sendable (inout SitePlan) -> Void, codes: [String])] = [
    ("least total", { $0.total = 100 }, []), ("below the least total", { $0.total = 99 }, ["SET-03.total"]),
    ("unlimited", { $0.total = 99_999 }, []), ("above unlimited", { $0.total = 100_000 }, ["SET-03.total"]),
    ("no total", { $0.total = 0 }, ["SET-03.total"]), ("no places", { $0.places["14"] = 0 }, []),
    ("fewer than none", { $0.places["14"] = -1 }, ["SET-03.places"]),
    ("a subject of nobody", { $0.places["24"] = 10 }, ["SET-02.province"]),
    ("fewer days", { $0.days["14"] = "[2020-09-27]" }, []),
    ("a day that is none", { $0.days["14"] = "[2020-09-29]" }, ["SET-02.examDay", "SET-02.dates"]),
  ]

  @Test(
    "SET-02 SET-03 a site's subjects, days and places lie within the province's", arguments: settings.indices)
  func bounds(index: Int) async throws {
    let (name, change, codes) = Self.settings[index]
    let fixture = try await OfficeFixture(.with { $0.sites["990701"] = nil })
    let load = try await fixture.loadSitting(SittingPlan.site { change(&$0) }.text)
    let found = load.findings.filter { $0.severity == .error }.map(\.code)
    #expect(found == codes, "\(name)")
    #expect(load.isLoaded == codes.isEmpty, "\(name)")
  }

  /// Changes of a site with two entries of 14 and none of the others, and what is found.
  static let reloads: [(name: String, change: @Sendable (inout SitePlan) -> Void, codes: [String])] = [
    ("a subject with entries goes", { $0.places["14"] = nil }, ["SET-02.entries"]),
    ("a subject with places goes", { $0.places["15"] = nil }, ["SET-02.capacity"]),
    ("a subject without entries or places goes", { $0.places["42"] = nil }, []),
    ("days of a subject with entries", { $0.days["14"] = "[2020-09-26]" }, ["SET-02.edited"]),
    ("as many places as entries", { $0.places["14"] = 2 }, []),
    ("fewer places than entries", { $0.places["14"] = 1 }, ["SET-03.registered"]),
    ("no places for entries", { $0.places["14"] = 0 }, ["SET-03.registered"]),
  ]

  @Test("SET-02 SET-03 what is registered cannot be taken away by loading again", arguments: reloads.indices)
  func reload(index: Int) async throws {
    let (name, change, codes) = Self.reloads[index]
    let fixture = try await OfficeFixture(.site { $0.places["42"] = 0 })
    _ = try await fixture.register(Candidate.some(2))
    let before = try await fixture.dump()
    let load = try await fixture.loadSitting(
      SittingPlan.site {
        $0.places["42"] = 0
        change(&$0)
      }.text)
    #expect(load.findings.filter { $0.severity == .error }.map(\.code) == codes, "\(name)")
    #expect(load.isLoaded == codes.isEmpty, "\(name)")
    if !codes.isEmpty { #expect(try await fixture.dump() == before) }
  }

  @Test("SET-03 the total cannot go below what is registered in all")
  func totalBelowRegistered() async throws {
    let fixture = try await OfficeFixture()
    let rows = (0..<51).map { number in Candidate(number) { $0.subjects = ["14", "15"] } }
    _ = try await fixture.register(rows)
    let load = try await fixture.loadSitting(SittingPlan.site { $0.total = 101 }.text)
    #expect(!load.isLoaded && load.findings.map(\.code) == ["SET-03.registeredTotal"])
    #expect(try await fixture.loadSitting(SittingPlan.site { $0.total = 102 }.text).isLoaded)
  }

  @Test("SET-03 CAN-07 an entry that nobody paid in time holds its place no longer")
  func expired() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    let fewer = SittingPlan.site { $0.places["14"] = 1 }.text
    #expect(try await fixture.loadSitting(fewer).findings.map(\.code) == ["SET-03.registered"])
    let over = fixture.clock.now.secondsSince1970 - 1
    try await fixture.execute(
      "UPDATE entry SET expires_at = $1 WHERE id = (SELECT min(id) FROM entry)", [.integer(over)])
    #expect(try await fixture.loadSitting(fewer).isLoaded)
  }

  @Test("SET-08 a file is checked whole: everything wrong in it is found at once, and nothing is applied")
  func allOrNothing() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let plan = SittingPlan.with { plan in
      plan.sites["990701"]?.total = 2000
      plan.sites["990703"]?.total = 1
      plan.users.append(("stray", "9999", "administrator"))
      plan.organisations.append(#"{code: "990801", name: 无主考点}"#)
    }
    let load = try await fixture.loadSitting(plan.text)
    #expect(!load.isLoaded)
    #expect(load.findings.map(\.code) == ["ORG-01.parent", "ORG-02.organisation", "SET-03.total"])
    let lines = load.findings.compactMap(\.place.row)
    #expect(lines.count == 3 && lines == lines.sorted())
    #expect(try await fixture.dump() == before)
  }

  @Test("SET-08 loading again reports what changes, dry or not, and the same file changes nothing")
  func changes() async throws {
    let fixture = try await OfficeFixture()
    #expect(try await fixture.loadSitting(SittingPlan().text).changes.isEmpty)
    let changed = SittingPlan.site { ($0.total, $0.requiresAudit) = (2000, true) }.text
    let before = try await fixture.dump()
    let dry = try await fixture.loadSitting(changed, isDryRun: true)
    #expect(!dry.isLoaded)
    #expect(try await fixture.dump() == before)
    let load = try await fixture.loadSitting(changed)
    #expect(load.isLoaded && load.changes == dry.changes)
    #expect(load.changes.count == 2)
    #expect(
      load.changes.contains {
        $0.path.hasSuffix("capacity.total") && $0.old == "1000" && $0.new == "2000"
      })
    #expect(try await fixture.loadSitting(changed).changes.isEmpty)
    _ = try await fixture.register([Candidate(0)])
    #expect(try await fixture.stored(Candidate(0).id)?.audit == "pending")
  }

  @Test("SET-08 what is no YAML is a file error, and the sitting is as it was")
  func noYAML() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    for text in ["sitting: [", "", "\u{0}\u{1}", "a: b: c", "just a line", "- 1"] {
      await #expect(throws: FileError.self, "\(text)") { _ = try await fixture.loadSitting(text) }
    }
    let other = try await fixture.loadSitting("a: 1")
    #expect(!other.isLoaded && other.findings.contains { $0.severity == .error })
    #expect(try await fixture.dump() == before)
  }
}
