import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Users, looked after by their organisation and those above (chapter 8).
@Suite struct UserTests {
  private let code = SittingPlan.code

  @Test(
    "ORG-02 OPS-02 an administrator adds, changes and deletes users of the own organisation, all in the trail"
  )
  func work() async throws {
    let fixture = try await OfficeFixture(now: "2019-01-01 00:00")
    let office = fixture.office()
    let start = try await fixture.trailLength()
    #expect(try await office.addUser("li701", role: .viewer, to: "990701", in: code).isDone)
    #expect(
      try await refusal {
        _ = try await fixture.office("li701").addUser("a", role: .viewer, to: "990701", in: code)
      }
      .reason == .viewer)
    _ = try await office.changeUser("li701", role: .administrator, in: code)
    #expect(
      try await fixture.office("li701").addUser("wang701", role: .viewer, to: "990701", in: code).isDone)
    _ = try await office.deleteUser("li701", in: code)
    #expect(try await refusal { _ = try await fixture.office("li701").open(code) }.reason == .scope)
    let names = try await office.users(sitting: code, organisation: "990701").map(\.name)
    #expect(names == ["site990701", "view990701", "wang701"])
    #expect(
      try await fixture.trail(after: start).map(\.change.line) == [
        "created user li701: organisation →990701, role →viewer",
        "changed user li701: role viewer→administrator",
        "created user wang701: organisation →990701, role →viewer",
        "removed user li701: organisation 990701→, role administrator→",
      ])
  }

  @Test("ORG-02 a name belongs to one user of the sitting, and those of the store itself are taken too")
  func taken() async throws {
    let fixture = try await OfficeFixture(.with { $0.users.removeAll { $0.0 == "root" } })
    for name in ["site990703", "view990701", "root"] {
      let edit = try await fixture.office().addUser(name, role: .administrator, to: "990701", in: code)
      #expect(edit.findings.map(\.code) == ["ORG-02.taken"])
    }
    #expect(try await fixture.office("root").open(code).user.organisation == "")
    let blank = try await fixture.office().addUser(" ", role: .viewer, to: "990701", in: code)
    #expect(blank.findings.map(\.code) == ["ORG-01.name"])
  }

  @Test("ORG-02 nobody changes or deletes themselves, nor anyone outside the scope, nor moves one out of it")
  func others() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let office = fixture.office("city9907")
    for call: () async throws -> Void in [
      { _ = try await office.deleteUser("city9907", in: code) },
      { _ = try await office.changeUser("city9907", role: .viewer, in: code) },
    ] {
      #expect(try await refusal { try await call() }.reason == .precondition)
    }
    for name in ["prov99", "site980101", "nobody"] {
      #expect(try await refusal { _ = try await office.deleteUser(name, in: code) }.reason == .scope)
    }
    #expect(
      try await refusal { _ = try await office.changeUser("site990701", organisation: "980101", in: code) }
        .reason == .scope)
    #expect(try await fixture.office().users(sitting: code, organisation: "9907").isEmpty)
    #expect(try await fixture.dump() == before)
    let moved = try await office.changeUser("site990703", organisation: "990701", in: code)
    #expect(moved.organisation == "990701")
    #expect(try await fixture.office("site990703").open(code).sees("990701"))
  }
}
