import StorageSQLite
import Storage
import TestKit
import Testing

/// `kaowu violations`, and violations through `import` and `export`.
@Suite struct ViolationsTests {
  private static let tickets = ["1458990701010001", "2658990701010002"]

  /// A site after the exam: two candidates with ticket numbers.
  private func made() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(2).write("good.xlsx", in: fixture)
    try #require(try await fixture.importWorkbook("good.xlsx", ["--quiet"]).status == 0)
    let database = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite"))
    for (place, ticket) in Self.tickets.enumerated() {
      try await database.write {
        _ = try $0.execute(
          "UPDATE entry SET ticket = $1 WHERE id = $2", [.text(ticket), .integer(place + 1)])
      }
    }
    return fixture
  }

  private func run(
    _ fixture: CommandFixture, _ call: String..., more: [String] = []
  ) async throws -> CommandRun {
    try await fixture.run(["violations"] + call, now: CommandFixture.afterExam, more)
  }

  @Test("VIO-02 add, change and delete by hand; list tells what is on record, as a table and as JSON")
  func byHand() async throws {
    let fixture = try await made()
    let added = try await run(fixture, "add", "--ticket", Self.tickets[0], "--kind", "作弊", "--note", "夹带")
    #expect(added.status == 0 && added.output == "已登记 1458990701010001：作弊。\n")
    let again = try await run(fixture, "add", "--ticket", Self.tickets[0], "--kind", "1", more: ["--json"])
    #expect(again.status == 1 && again.output.contains("OPS-07.exists"))
    #expect(try again.keys() == ["done", "item", "findings"])
    let changed = try await run(
      fixture, "add", "--ticket", Self.tickets[0], "--kind", "违纪", "--override", more: ["--json"])
    #expect(changed.status == 0)
    #expect(
      try changed.keys("item", "record") == [
        "ticket", "name", "idNumber", "site", "subject", "kind", "kindName", "note",
      ])

    let list = try await run(fixture, "list")
    #expect(list.output.contains("1458990701010001  测试  …") && list.output.hasSuffix("违纪  夹带\n共 1 条。\n"))
    #expect(!list.output.contains(CandidateWorkbook.number(0)))
    let json = try await run(fixture, "list", more: ["--json"])
    #expect(try json.object()["total"] as? Int == 1)
    #expect(try json.keys("items").isSuperset(of: ["ticket", "kind"]))

    #expect(try await run(fixture, "delete", "--ticket", Self.tickets[0]).status == 2)
    #expect(try await run(fixture, "delete", "--ticket", Self.tickets[0], "--reason", " ").status == 2)
    let deleted = try await run(fixture, "delete", "--ticket", Self.tickets[0], "--reason", "误登")
    #expect(deleted.status == 0 && deleted.output == "已删除 1458990701010001 的登记。\n")
    #expect(try await run(fixture, "list", more: ["--json"]).object()["total"] as? Int == 0)
    let trail = try await fixture.run(["trail", "verify"])
    #expect(trail.status == 0)
  }

  @Test("VIO-02 an unknown ticket or kind is a finding (1), a shut window or another's site no way in (4)")
  func refused() async throws {
    let fixture = try await made()
    let unknown = try await run(fixture, "add", "--ticket", "1458990701019999", "--kind", "旷考")
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("[VIO-01]") && unknown.output.contains("[FMT.code]"))
    let call = ["violations", "add", "--ticket", Self.tickets[0], "--kind", "缺考"]
    let early = try await fixture.run(call, now: CommandFixture.arranging)
    #expect(early.status == 4 && early.errors.contains("缺考违纪管理") && early.errors.contains("[WIN-03]"))
    #expect(try await run(fixture, "list", more: ["--as", "site990702"]).output == "共 0 条。\n")
    #expect(try await fixture.run(call, now: CommandFixture.afterExam, ["--as", "site990702"]).status == 4)
    let export = ["export", "violations", "-o", "out"]
    let shut = try await fixture.run(export, now: CommandFixture.afterExam)
    #expect(shut.status == 4 && shut.errors.contains("[WIN-04]"))
  }

  @Test(
    "VIO-01 an .xls is imported; where only .xlsx is taken it is named for what it is, and nothing is taken")
  func oldWorkbook() async throws {
    let fixture = try await made()
    let book = OldWorkbookBuilder([
      .init("违纪缺考", texts: [["准考证号", "违纪类型"], [Self.tickets[0], "缺考"], [Self.tickets[1], "4"]])
    ])
    _ = try fixture.write("v.xls", book.bytes())
    let done = try await fixture.run(
      ["import", "violations", fixture.path("v.xls")], now: CommandFixture.afterExam, ["--json"])
    #expect(done.status == 0)
    #expect(try done.decoded(ImportShape.self).rows.created == 2)
    let refused = try await fixture.importWorkbook("v.xls")
    #expect(refused.status == 3 && refused.errors.contains(".xls"))
  }

  @Test(
    "VIO-04 none, returns and submit: 4 while a site is missing, frozen after; --json has one object each")
  func returns() async throws {
    let fixture = try await made()
    let city = ["--sitting", "ncre-58", "--site", "9907", "--now", CommandFixture.afterExam]
    let missing = try await fixture.run(["violations", "submit"] + city)
    #expect(missing.status == 4 && missing.errors.contains("990701") && missing.errors.contains("[VIO-04]"))
    let none = try await run(fixture, "none", more: ["--json"])
    #expect(none.status == 0)
    #expect(try none.keys().isSuperset(of: ["site", "name", "state", "records", "filedAt", "filedBy"]))
    let listed = try await run(fixture, "returns")
    #expect(listed.output.contains("无违纪缺考") && listed.output.hasSuffix("共 1 个考点，0 个没有报送。\n"))
    #expect(try await run(fixture, "add", "--ticket", Self.tickets[0], "--kind", "缺考").status == 4)
    #expect(try await run(fixture, "none", "--withdraw").status == 0)
    #expect(try await run(fixture, "add", "--ticket", Self.tickets[0], "--kind", "缺考").status == 0)
    #expect(try await run(fixture, "none").status == 4)
    let submitted = try await fixture.run(["violations", "submit", "--json"] + city)
    #expect(submitted.status == 0)
    #expect(
      try submitted.keys() == [
        "organisation", "sites", "nilReturns", "records", "submittedAt", "submittedBy", "isNew",
      ])
    let frozen = try await run(fixture, "delete", "--ticket", Self.tickets[0], "--reason", "误登")
    #expect(frozen.status == 4 && frozen.errors.contains("[VIO-04]"))
    let again = try await fixture.run(["violations", "submit"] + city)
    #expect(again.status == 0 && again.output.contains("提交过"))
  }
}
