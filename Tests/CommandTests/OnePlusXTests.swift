import Foundation
import Testing

/// A school's 1+X work through the command: station, students, entries, payment.
@Suite struct OnePlusXTests {
  private static let samples = CommandFixture.package.appending(path: "SampleData/one-plus-x")

  private func made() async throws -> CommandFixture {
    let fixture = try CommandFixture()
    #expect(try await fixture.run(["init", "--allow-clock"]).status == 0)
    let file = Self.samples.appending(path: "sitting/one-plus-x-20.yaml").path
    try #require(try await fixture.run(["sitting", "load", file]).status == 0)
    return fixture
  }

  private func run(
    _ fixture: CommandFixture, as user: String, _ call: String..., now: String = "2020-11-10T10:00:00+08:00"
  ) async throws -> CommandRun {
    try await fixture.run(call + ["--sitting", "one-plus-x-20", "--as", user, "--now", now])
  }

  private func importing(_ fixture: CommandFixture, _ kind: String, _ name: String) async throws -> CommandRun
  {
    let file = Self.samples.appending(path: "\(kind)/\(name)/\(kind).xlsx").path
    return try await run(
      fixture, as: "school990001", "import", kind, file, "--site", "990001", "--reports", fixture.path("r"),
      "--json", "--quiet")
  }

  private func apply(_ fixture: CommandFixture, site: String) async throws -> CommandRun {
    try await run(
      fixture, as: "school990001", "stations", "apply", "--site", site, "--name", "考核站点", "--region",
      "110108", "--address", "测试路1号", "--contact", "李测试", "--phone", "13800000000", "--email",
      "station@example.com", "--certificate", "测试系统运维", "--json")
  }

  @Test(
    "ORG-08 stations are applied for, rejected with a reason, approved by the assessment body, and listed")
  func stations() async throws {
    let fixture = try await made()
    let rooms = try fixture.write("rooms.csv", "")
    let early = try await run(
      fixture, as: "school990001", "import", "rooms", rooms, "--site", "99000101",
      now: "2020-12-05T10:00:00+08:00")
    #expect(early.status == 4 && early.screen.contains("[ORG-08]"))
    #expect(try await apply(fixture, site: "99000101").keys() == ["done", "item", "findings"])
    #expect(try await apply(fixture, site: "99000102").status == 0)
    #expect(try await apply(fixture, site: "990001").status == 4)

    let school = try await run(fixture, as: "school990001", "stations", "approve", "--site", "99000101")
    #expect(school.status == 4 && school.screen.contains("培训评价组织"))
    let blank = try await run(
      fixture, as: "body", "stations", "reject", "--site", "99000102", "--reason", " ")
    #expect(blank.status == 2)
    let rejected = try await run(
      fixture, as: "body", "stations", "reject", "--site", "99000102", "--reason", "机房不足")
    #expect(rejected.status == 0 && rejected.output == "考核站点 99000102（考核站点）已驳回（机房不足）。\n")
    #expect(try await run(fixture, as: "body", "stations", "approve", "--site", "99000101").status == 0)
    let list = try await run(fixture, as: "school990001", "stations", "list", "--json")
    let items = try #require(try list.object()["items"] as? [[String: Any]])
    #expect(items.map { $0["state"] as? String } == ["approved", "rejected"])
    let wrong = try await run(
      fixture, as: "school990001", "stations", "apply", "--site", "99000102", "--name", "考核站点", "--region",
      "000000", "--address", "测试路1号", "--contact", "李测试", "--phone", "13800000000", "--email", "a@b.cn",
      "--certificate", "测试系统运维")
    #expect(wrong.status == 1 && wrong.output.contains("ORG-08.region"))
  }

  @Test("VSL-01 VSL-03 PAY-04 students, entries and an application; the assessment body confirms it for good")
  func payment() async throws {
    let fixture = try await made()
    for (kind, name) in [
      ("students", "good"), ("entries-by-certificate", "good"), ("entries-by-subject", "good"),
    ] {
      // Without an approved station the entries that name one are refused.
      let run = try await importing(fixture, kind, name)
      if run.status != 0 {
        #expect(run.status == 1 && run.output.contains("VSL-03.station"))
        #expect(try await apply(fixture, site: "99000101").status == 0)
        let approved = try await self.run(
          fixture, as: "body", "stations", "approve", "--site", "99000101")
        #expect(approved.status == 0)
        #expect(try await importing(fixture, kind, name).status == 0)
      }
    }
    #expect(try await importing(fixture, "students", "good").status == 1)
    let made = try await importing(fixture, "payment-applications", "subject")
    #expect(try made.object()["made"] as? String == "990001-1")
    let list = try await run(fixture, as: "school990001", "payment", "applications")
    #expect(list.output.contains("648.00") && list.output.hasSuffix("共 1 个缴费申请单，应付 648.00 元。\n"))

    let school = try await run(fixture, as: "school990001", "payment", "confirm", "--all")
    #expect(school.status == 4 && school.screen.contains("[PAY-04]"))
    #expect(try await run(fixture, as: "body", "payment", "confirm").status == 2)
    let confirmed = try await run(fixture, as: "body", "payment", "confirm", "--all", "--json")
    let items = try #require(try confirmed.object()["items"] as? [[String: Any]])
    #expect(items.map { $0["state"] as? String } == ["confirmed"])
    #expect(items.first?["totalFen"] as? Int == 64_800)
    let withdrawn = try await run(
      fixture, as: "school990001", "payment", "withdraw", "990001-1", "--reason", "错了")
    #expect(withdrawn.status == 4 && withdrawn.screen.contains("确认后不能再改"))
    #expect(try await importing(fixture, "payment-applications", "subject").status == 1)
    #expect(try await fixture.run(["trail", "verify"]).status == 0)
  }
}
