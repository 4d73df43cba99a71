import Foundation
import Testing

/// `kaowu candidates` and `kaowu payment`: what they print, and with which exit status they end.
@Suite struct CandidatesTests {
  private func fixture() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(6).write("good.xlsx", in: fixture)
    try #require(try await fixture.importWorkbook("good.xlsx").status == 0)
    return fixture
  }

  private func run(_ fixture: CommandFixture, _ call: String...) async throws -> CommandRun {
    try await fixture.run(call, now: CommandFixture.registering)
  }

  private struct Item: Decodable {
    struct Protection: Decodable {
      var kind: String
      var since: String
      var by: String
      var lift: String
    }
    var idNumber: String
    var payment: String
    var subjects: [String]
    var protections: [Protection]
  }

  @Test("CAN-01 CAN-02 a page has the promised keys, the total of all, and what protects each record")
  func list() async throws {
    let fixture = try await fixture()
    let lock = try await run(fixture, "candidates", "lock", "--where", "subject=14", "--reason", "已核对")
    #expect(lock.status == 0 && lock.output.contains("3"))
    let page = try await run(
      fixture, "candidates", "list", "--json", "--where", "报考科目=14", "--sort", "-idNumber", "--page", "1",
      "--page-size", "2")
    #expect(
      try page.keys("items").isSuperset(of: [
        "idNumber", "name", "site", "method", "paid", "locked", "audit", "photo", "subjects", "entries",
        "protections",
      ]))
    let shape = try page.decoded(ListShape<Item>.self)
    #expect(shape.total == 3 && shape.items.count == 2 && shape.items[0].payment == "none")
    let protection = try #require(shape.items[0].protections.first)
    #expect(
      protection.kind == "lock" && protection.by == "root" && protection.since == CommandFixture.registering)
    #expect(protection.lift.contains("kaowu candidates unlock"))
    let screen = try await run(fixture, "candidates", "list")
    #expect(screen.output.contains("手工锁定") && screen.output.contains("共 6 名考生"))
    let file = try await run(fixture, "candidates", "list", "-o", fixture.path("list.xlsx"), "--json")
    #expect(try file.keys() == ["path", "total"])
    #expect(try await run(fixture, "candidates", "list", "-o", "list.doc").status == 2)
    #expect(try await run(fixture, "candidates", "list", "--where", "星座=狮子座").status == 2)
    #expect(try await run(fixture, "candidates", "list", "--sort", "星座").status == 2)
    #expect(try await run(fixture, "candidates", "list", "--page", "0").status == 2)
  }

  @Test("CAN-03 an update prints what it did; a locked registration exits 1, a key field 2")
  func update() async throws {
    let fixture = try await fixture()
    let call = ["candidates", "update", "--set", "院系=测试学院", "--set", "邮编=990000"]
    let dry = try await fixture.run(call, now: CommandFixture.registering, ["--dry-run", "--json"])
    #expect(dry.status == 0)
    #expect(try dry.keys("changes") == ["idNumber", "field", "new"])
    let done = try await fixture.run(call, now: CommandFixture.registering)
    #expect(done.status == 0 && done.output.contains("更新 6 名"))
    _ = try await run(fixture, "candidates", "lock", "--where", "subject=14")
    let refused = try await run(fixture, "candidates", "update", "--set", "备注=x")
    #expect(refused.status == 1)
    #expect(refused.output.contains("[REG-07]") && refused.output.contains("什么都没有改"))
    #expect(try await run(fixture, "candidates", "update", "--set", "姓名=x").status == 2)
    #expect(try await run(fixture, "candidates", "update", "--set", "备注").status == 2)
    #expect(try await run(fixture, "candidates", "update").status == 2)
  }

  @Test("CAN-04 CAN-05 cancelling asks for a reason and a payment; deleting takes what is unpaid")
  func removal() async throws {
    let fixture = try await fixture()
    let reason = ["--reason", "报错科目"]
    let cancel = ["candidates", "cancel"]
    #expect(try await fixture.run(cancel, now: CommandFixture.registering).status == 2)
    #expect(try await fixture.run(cancel, now: CommandFixture.registering, ["--reason", " "]).status == 2)
    #expect(try await fixture.run(cancel, now: CommandFixture.registering, reason).status == 4)
    let payment =
      "订单号,证件号码,科目代码,金额(元),支付时间,渠道,状态\nP1,\(CandidateWorkbook.number(0)),14,78.00,2020-08-01 09:00:00,微信,成功\n"
    let path = try fixture.write("payments.csv", payment)
    #expect(try await run(fixture, "import", "payments", path).status == 0)
    let done = try await fixture.run(cancel, now: CommandFixture.registering, reason + ["--json"])
    #expect(done.status == 0)
    #expect(try done.object()["entries"] as? Int == 1 && done.object()["registrations"] as? Int == 1)
    let list = try await run(fixture, "candidates", "cancelled", "--json")
    #expect(
      try list.keys("items") == [
        "idNumber", "name", "site", "subject", "order", "reason", "cancelledAt", "by",
      ])
    #expect(!list.output.contains(CandidateWorkbook.number(0)))
    let deleted = try await run(fixture, "candidates", "delete", "--subject", "26,14", "--json")
    #expect(try deleted.object()["registrations"] as? Int == 5)
    #expect(try await run(fixture, "candidates", "list", "--json").object()["total"] as? Int == 0)
  }

  @Test("AUD-01 an audit takes one of --pass and --reject, with kind and reason for the latter")
  func audit() async throws {
    let fixture = try await fixture()
    for options in [
      [], ["--pass", "--reject"], ["--reject", "--reason", "x"], ["--reject", "--type", "照片有问题"],
      ["--pass", "--reason", "x"],
    ] {
      let run = try await fixture.run(["candidates", "audit"], now: CommandFixture.registering, options)
      #expect(run.status == 2, "\(options)")
    }
    #expect(try await run(fixture, "candidates", "audit", "--pass").status == 4)
    #expect(
      try await run(fixture, "candidates", "audit", "--reject", "--type", "星座", "--reason", "x").status == 2)
  }

  @Test("PAY-01 PAY-02 a batch is made, shown with the promised keys, paid once; the rest exits 4")
  func payment() async throws {
    let fixture = try await fixture()
    #expect(try await run(fixture, "payment", "show").status == 4)
    let made = try await run(fixture, "payment", "create", "--where", "subject=14")
    #expect(made.status == 0 && made.output.contains("人次费 6.00 元，科目费 228.00 元，共 234.00 元"))
    #expect(try await run(fixture, "payment", "create").status == 4)
    let shown = try await run(fixture, "payment", "show", "--json")
    #expect(
      try shown.keys().isSuperset(of: [
        "batch", "state", "candidates", "entries", "personFees", "subjectFees", "totalFen",
      ]))
    #expect(try shown.object()["totalFen"] as? Int == 23_400 && shown.object()["state"] as? String == "open")
    #expect(try await run(fixture, "payment", "delete").status == 2)
    let deleted = try await run(fixture, "payment", "delete", "--reason", "人数有误", "--json")
    #expect(try deleted.object()["state"] as? String == "deleted")
    #expect(try await run(fixture, "payment", "pay").status == 4)
    #expect(try await run(fixture, "payment", "create").status == 0)
    #expect(try await run(fixture, "payment", "pay").status == 0)
    let again = try await run(fixture, "payment", "delete", "--reason", "x", "--lang", "en")
    #expect(again.status == 4 && again.errors.contains("[PAY-02]"))
    let list = try await run(fixture, "payment", "list", "--json")
    let states = try #require(try list.object()["items"] as? [[String: Any]]).map { $0["state"] as? String }
    #expect(states == ["paid", "deleted"])
  }

  @Test("REG-13 accounts go out as CSV, once; --all gives new passwords; other exports have no --all")
  func accounts() async throws {
    let fixture = try await fixture()
    let first = try await run(fixture, "export", "accounts", "-o", fixture.path("out"), "--json")
    #expect(try first.object()["records"] as? Int == 6)
    let second = try await run(fixture, "export", "accounts", "-o", fixture.path("out"), "--json")
    #expect(try second.object()["records"] as? Int == 0)
    let all = try await run(fixture, "export", "accounts", "-o", fixture.path("out"), "--all", "--json")
    #expect(try all.object()["records"] as? Int == 6)
    #expect(try await run(fixture, "export", "registrations", "-o", fixture.path("out"), "--all").status == 2)
  }
}
