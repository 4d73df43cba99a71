import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// New sittings made from earlier ones.
@Suite struct SittingCopyTests {
  /// A plan without the subject 26, which ends with sitting 58.
  static func plan(_ change: (inout SittingPlan) -> Void = { _ in }) -> SittingPlan {
    SittingPlan.with { plan in
      plan.offers.removeAll { $0.0 == "26" }
      for site in plan.sites.keys { plan.sites[site]?.places["26"] = nil }
      change(&plan)
    }
  }

  /// The file of the next sitting, with its own number and whatever else is changed.
  static func next(_ change: (inout SittingPlan) -> Void = { _ in }) -> String {
    plan(change).text.replacing("sitting: ncre-58", with: "sitting: ncre-59")
      .replacing("number: 58", with: "number: 59")
  }

  /// A text without one of its top sections.
  static func without(_ section: String, _ text: String) -> String {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !line.hasPrefix(" ") { isInside = line.hasPrefix("\(section):") }
      return !isInside
    }.joined(separator: "\n")
  }

  static let account = SettlementAccount(
    bank: "测试银行", bankNumber: "100000000001", name: "测试大学", number: "96758110300000111", kind: "考点收费账户")

  private func copied() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(Candidate.some(2))
    _ = try await fixture.office().addAccount(Self.account, to: "990701", in: SittingPlan.code)
    _ = try await fixture.office("root").copySitting("ncre-58", to: "ncre-59", name: "2021年3月测试考次")
    return fixture
  }

  @Test("ORG-04 a copied sitting has organisations, users and accounts of the earlier one, and nothing else")
  func copy() async throws {
    let fixture = try await copied()
    let old = try await fixture.office("root").open("ncre-58").definition
    let new = try await fixture.office("root").open("ncre-59").definition
    #expect(new.number == 59 && new.name == "2021年3月测试考次")
    #expect(new.organisations == old.organisations && new.users == old.users)
    #expect(new.windows.isEmpty && new.examDates.isEmpty && new.offers.isEmpty && new.fees.isEmpty)
    #expect(new.sites.isEmpty)
    let accounts = try await fixture.office().accounts(sitting: "ncre-59", site: "990701")
    #expect(accounts.map(\.account) == [Self.account])
    let request = CandidateRequest(sitting: "ncre-59", site: "990701")
    #expect(try await fixture.office().candidates(request).items.isEmpty)
    let last = try #require(try await fixture.trail().last)
    #expect(
      last.change.line
        == "created sitting ncre-59: name →2021年3月测试考次, copy_from →ncre-58, organisations →8, users →8, accounts →1"
    )
    #expect(last.member == "root" && last.change.rule == "ORG-04")
  }

  @Test("ORG-04 before it is loaded nothing in a copied sitting can be changed: no window is set")
  func unloaded() async throws {
    let fixture = try await copied()
    let workbook = fixture.newPath(".xlsx")
    try SheetFile.registrations([Candidate(0)]).write(to: workbook)
    let refused = try await refusal {
      _ = try await fixture.importing("registrations", workbook, sitting: "ncre-59")
    }
    #expect(refused.reason == .window && refused.rule == "WIN-03")
    let extended = try await refusal {
      _ = try await fixture.office("prov99").extendWindow(
        .registration, of: "990701", in: "ncre-59", until: try Instant(wall: "2021-03-01 08:00"))
    }
    #expect(extended.rule == "WIN-07")
    let capacity = try await fixture.office().open("ncre-59").definition.subjects(for: "990701")
    #expect(capacity.isEmpty)
  }

  @Test("ORG-04 a file loaded over a copied sitting says what it changes, and completes it")
  func load() async throws {
    let fixture = try await copied()
    let text = Self.next { $0.users.append(("new990701", "990701", "viewer")) }
    let dry = try await fixture.loadSitting(text, isDryRun: true)
    let paths = dry.changes.map(\.path)
    #expect(paths.contains("users.new990701.role") && paths.contains("windows.99.registration"))
    #expect(!paths.contains { $0.hasPrefix("organisations.") || $0.hasPrefix("users.root") })
    #expect(try await fixture.loadSitting(text).isLoaded)
    let workbook = fixture.newPath(".xlsx")
    try SheetFile.registrations([Candidate(0)]).write(to: workbook)
    let result = try await fixture.importing("registrations", workbook, sitting: "ncre-59")
    #expect(result.rows.created == 1)
    #expect(try await fixture.office().accounts(sitting: "ncre-59", site: "990701").count == 1)
  }

  @Test("ORG-04 a file without organisations and users keeps those that were copied")
  func leftOut() async throws {
    let fixture = try await copied()
    let before = try await fixture.office("root").open("ncre-59").definition
    let text = Self.without("users", Self.without("organisations", Self.next()))
    #expect(try await fixture.loadSitting(text).isLoaded)
    let after = try await fixture.office("root").open("ncre-59").definition
    #expect(after.organisations == before.organisations && after.users == before.users)
    #expect(after.sites.count == 3)
    // A new sitting has nobody to take them from.
    let new = text.replacing("ncre-59", with: "ncre-60").replacing("number: 59", with: "number: 60")
    let load = try await fixture.loadSitting(new)
    #expect(
      load.findings.first?.code == "SET-08.missing" && load.findings.first?.arguments == ["organisations"])
  }

  @Test("ORG-04 copyFrom in a file does the same in one step")
  func copyFrom() async throws {
    let fixture = try await OfficeFixture(Self.plan())
    _ = try await fixture.office().addAccount(Self.account, to: "990701", in: SittingPlan.code)
    let text = Self.without("users", Self.without("organisations", "copyFrom: ncre-58\n" + Self.next()))
    let load = try await fixture.loadSitting(text)
    #expect(load.isLoaded && load.copiedFrom == "ncre-58")
    let old = try await fixture.office("root").open("ncre-58").definition
    let new = try await fixture.office("root").open("ncre-59").definition
    #expect(new.organisations == old.organisations && new.users == old.users && new.sites == old.sites)
    #expect(try await fixture.office().accounts(sitting: "ncre-59", site: "990701").count == 1)
    // The same file again changes nothing, and brings no account back.
    _ = try await fixture.office().deleteAccount("0111", of: "990701", in: "ncre-59")
    #expect(try await fixture.loadSitting(text).changes.isEmpty)
    #expect(try await fixture.office().accounts(sitting: "ncre-59", site: "990701").isEmpty)
  }

  @Test(
    "ORG-04 a copyFrom that is no sitting of the programme is a finding", arguments: ["ncre-57", "cpta-1"])
  func noSource(_ code: String) async throws {
    let fixture = try await OfficeFixture()
    let load = try await fixture.loadSitting("copyFrom: \(code)\n" + Self.next())
    #expect(!load.isLoaded && load.findings.map(\.code) == ["ORG-04.from"])
    #expect(load.findings.first?.place.row == 1)
  }

  @Test(
    "ORG-04 only the centre copies, only to a new code of the same programme, and nothing changes otherwise")
  func refused() async throws {
    let fixture = try await copied()
    let before = try await fixture.dump()
    for user in ["prov99", "site990701", "view990701", "nobody"] {
      let refused = try await refusal {
        _ = try await fixture.office(user).copySitting("ncre-58", to: "ncre-60")
      }
      #expect(refused.reason == .scope, "\(user)")
    }
    for code in ["ncre-59", "ncre-58", "cpta-1", "ncre-0", "ncre-100", "ncre-060", "ncre", "60", ""] {
      let refused = try await refusal {
        _ = try await fixture.office("root").copySitting("ncre-58", to: code)
      }
      #expect(refused.rule == "ORG-04", "\(code)")
    }
    #expect(
      try await refusal { _ = try await fixture.office("root").copySitting("ncre-1", to: "ncre-60") }.reason
        == .scope)
    #expect(try await fixture.dump() == before)
  }

  @Test("ORG-04 ORG-06 a closed sitting can be copied: it is only read")
  func closed() async throws {
    let fixture = try await OfficeFixture()
    try await fixture.office("root").closeSitting("ncre-58")
    let copy = try await fixture.office("root").copySitting("ncre-58", to: "ncre-59")
    #expect(copy.organisations == 8 && copy.name.contains("59"))
    #expect(try await fixture.office("root").open("ncre-59").isClosed == false)
  }
}
