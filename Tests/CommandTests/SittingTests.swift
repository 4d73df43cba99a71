import Foundation
import Testing

/// Sittings, organisations, users, windows and accounts through the command.
@Suite struct SittingTests {
  private static let place = CommandFixture.place
  private static let account = [
    "--bank", "测试银行", "--bank-number", "100000000001", "--name", "测试大学", "--number", "96758110300000111",
    "--kind", "考点收费账户",
  ]

  @Test("sitting show: aligned lines for people, the promised keys for programs, only what the user sees")
  func show() async throws {
    let fixture = try await CommandFixture.loaded()
    let people = try await fixture.run(["sitting", "show", "ncre-58"])
    #expect(people.status == 0 && !people.output.contains("{") && !people.output.contains("_0"))
    for line in ["  99          测试省", "    9907      测试省地市七", "  990701  与上级相同", "  99  人次费 2.00  科目费 76.00"]
    {
      #expect(people.output.contains(line + "\n") || people.output.contains(line + "  "), "\(people.output)")
    }
    let json = try await fixture.run(["sitting", "show", "ncre-58", "--json"])
    let object = try json.object()
    #expect(
      Set(object.keys) == [
        "sitting", "programme", "number", "name", "closed", "examDates", "organisations", "users", "windows",
        "subjects", "fees", "sites",
      ])
    let windows = try #require(object["windows"] as? [[String: Any]])
    let own = try #require(windows.first { $0["organisation"] as? String == "990701" })
    let first = try #require((own["windows"] as? [[String: Any]])?.first)
    #expect(first["window"] as? String == "registration" && first["inherited"] as? Bool == true)
    #expect(first["opens"] as? String == "2020-07-23T08:00:00+08:00")
    #expect(first["closes"] as? String == "2020-08-31T21:00:00+08:00")
    let site = try await fixture.run(["sitting", "show", "ncre-58", "--as", "site990701"])
    #expect(site.output.contains("2020-08-31 21:00") && site.output.contains("990701  人次费 2.00"))
    #expect(!site.output.contains("测试省\n") && !site.output.contains("990702"))
  }

  @Test("ORG-04 sitting copy makes a sitting once, status 4 the second time")
  func copy() async throws {
    let fixture = try await CommandFixture.loaded()
    let copy = try await fixture.run(["sitting", "copy", "ncre-58", "ncre-59", "--name", "春季", "--json"])
    #expect(copy.status == 0)
    #expect(try copy.keys() == ["sitting", "from", "name", "organisations", "users", "accounts"])
    let again = try await fixture.run(["sitting", "copy", "ncre-58", "ncre-59"])
    #expect(again.status == 4 && again.errors.contains("[ORG-04]"))
    let show = try await fixture.run(["sitting", "show", "ncre-59"])
    #expect(show.output.contains("春季") && !show.output.contains("操作时间"))
  }

  @Test(
    "ORG-04 accounts show the last four of their numbers, wrong ones end with status 1, --full shows them whole"
  )
  func accounts() async throws {
    let fixture = try await CommandFixture.loaded()
    let wrong = Self.account.map { $0 == "100000000001" ? "10000" : $0 }
    let refused = try await fixture.run(["accounts", "add", "--json"] + Self.place + wrong)
    #expect(refused.status == 1)
    #expect(try refused.keys() == ["done", "item", "findings"])
    let add = try await fixture.run(["accounts", "add"] + Self.place + Self.account)
    #expect(add.status == 0)
    let change = try await fixture.run(
      ["accounts", "change", "--number", "0111", "--remarks", "备注甲"] + Self.place)
    #expect(change.status == 0)
    let list = try await fixture.run(["accounts", "list", "--json"] + Self.place)
    #expect(
      try list.keys("items") == ["site", "bank", "bankNumber", "name", "number", "kind", "remarks"])
    #expect(list.output.contains("…0111") && !list.output.contains("96758110300000111"))
    let full = try await fixture.run(["accounts", "list", "--full"] + Self.place)
    #expect(full.output.contains("96758110300000111") && full.output.contains("备注甲"))
    let outside = try await fixture.run(["accounts", "list", "--as", "site990702", "--json"] + Self.place)
    #expect(outside.status == 0)
    #expect(try outside.object()["total"] as? Int == 0)
    let viewer = try await fixture.run(
      ["accounts", "delete", "--number", "0111", "--as", "view990701"] + Self.place)
    #expect(viewer.status == 4)
    #expect(try await fixture.run(["accounts", "delete", "--number", "0111"] + Self.place).status == 0)
    let trail = try await fixture.run(["trail", "show", "--sitting", "ncre-58"])
    #expect(trail.output.contains("…0111  分账账户 账号：…0111 → —"))
    #expect(!trail.output.contains("96758110300000111"))
  }

  @Test("WIN-07 windows extend: an upper organisation may, the site may not, and the list shows it")
  func windows() async throws {
    let fixture = try await CommandFixture.loaded()
    let extend = ["windows", "extend", "--window", "arrangement", "--until", "2020-09-12 08:00"]
    let site = try await fixture.run(extend + Self.place + ["--as", "site990701"])
    #expect(site.status == 4 && site.errors.contains("[WIN-07]"))
    let short = try await fixture.run(extend + Self.place)
    #expect(short.status == 4 && short.errors.contains("[WIN-02]"))
    let province = try await fixture.run(
      extend + ["--sitting", "ncre-58", "--site", "99", "--below", "--json", "--reason", "延期"])
    #expect(province.status == 0)
    #expect(try province.keys() == ["organisation", "window", "before", "closes", "followers"])
    #expect(try province.object()["followers"] as? [String] == ["9907", "990701"])
    let list = try await fixture.run(
      ["windows", "list", "--window", "arrangement", "--json"] + Self.place
        + ["--now", CommandFixture.arranging])
    #expect(try list.keys("items") == ["organisation", "window", "opens", "closes", "inherited", "state"])
    let item = try #require((try list.object()["items"] as? [[String: Any]])?.first)
    #expect(item["closes"] as? String == "2020-09-12T08:00:00+08:00" && item["state"] as? String == "open")
    let load = try await fixture.run(["sitting", "load", "sitting.yaml", "--dry-run"])
    #expect(load.status == 0 && load.output.contains("[WIN-07.shorter]"))
  }

  @Test("ORG-05 organisations are edited, audited, and then no longer edited; users come and go")
  func organisations() async throws {
    let fixture = try await CommandFixture.loaded()
    let edit = ["organisations", "edit", "--address", "学院路8号", "--as", "site990701"] + Self.place
    let done = try await fixture.run(edit + ["--json"])
    #expect(done.status == 0)
    #expect(try done.keys("item") == ["code", "name", "address", "enabled", "audited"])
    #expect(try await fixture.run(["organisations", "audit"] + Self.place).status == 0)
    let audited = try await fixture.run(edit)
    #expect(audited.status == 4 && audited.errors.contains("[ORG-05]"))
    let list = try await fixture.run(["organisations", "list"] + Self.place)
    #expect(list.output.contains("学院路8号") && list.output.contains("已审核"))
    #expect(try await fixture.run(["organisations", "audit", "--undo"] + Self.place).status == 0)
    let sitting = ["--sitting", "ncre-58", "--as", "site990701"]
    let add = ["users", "add", "--organisation", "990701", "--name", "li", "--role", "viewer"] + sitting
    #expect(try await fixture.run(add).status == 0)
    let again = try await fixture.run(add)
    #expect(again.status == 1 && again.output.contains("[ORG-02.taken]"))
    #expect(
      try await fixture.run(["users", "change", "--name", "li", "--role", "administrator"] + sitting).status
        == 0)
    let users = try await fixture.run(["users", "list", "--organisation", "990701", "--json"] + sitting)
    #expect(try users.keys("items") == ["name", "organisation", "role"])
    #expect(try users.object()["total"] as? Int == 3)
    #expect(try await fixture.run(["users", "delete", "--name", "li"] + sitting).status == 0)
    #expect(try await fixture.run(["users", "delete", "--name", "site990701"] + sitting).status == 4)
  }
}
