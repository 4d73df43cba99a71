import Foundation
import Testing

/// A site's whole work through the command, from the empty store to the packages: every `--json` has the keys that are
/// promised, and no screen shows an ID number whole.
@Suite struct WholeWorkTests {
  private static let count = 6
  private static let rooms = [
    ["考场号", "考场地址", "座位数", "批次号", "日期", "开始时间", "结束时间"],
    ["01", "学院路1号", "30", "1", "2020-09-26", "08:30", "10:30"],
    ["01", "学院路1号", "30", "2", "2020-09-26", "11:00", "13:00"],
    ["01", "学院路1号", "30", "3", "2020-09-27", "08:30", "10:30"],
  ]

  private static func payments() -> String {
    let rows = (0..<count).map { index in
      "P\(1000 + index),\(CandidateWorkbook.number(index)),\(index % 2 == 0 ? 14 : 26),78.00,2020-08-01 10:00:00,微信,成功"
    }
    return (["订单号,证件号码,科目代码,金额(元),支付时间,渠道,状态"] + rows).joined(separator: "\n") + "\n"
  }

  /// The calls in order, each with the keys that its JSON must have, and whether it may have others.
  private static func calls(_ fixture: CommandFixture) -> [(call: [String], now: String, keys: Set<String>)] {
    let (early, late) = (CommandFixture.registering, CommandFixture.arranging)
    return [
      (["import", "registrations", fixture.path("good.xlsx")], early, ImportShape.keys),
      (["candidates", "list"], early, ["items", "total"]),
      (["import", "payments", fixture.path("payments.csv")], early, ImportShape.keys),
      (["import", "rooms", fixture.path("rooms.xlsx")], late, ImportShape.keys),
      (["arrange", "run"], late, ["entries", "seated", "preferred"]),
      (["tickets", "number"], late, []),
      (
        ["export", "machine-test", "-o", "out"], late,
        ["package", "path", "bytes", "sha256", "records", "findings"]
      ),
      (
        ["export", "registrations", "-o", "out"], late,
        ["package", "path", "bytes", "sha256", "records", "findings"]
      ),
      (["packages", "list"], late, ["items", "total"]),
      (["stats", "registration"], late, ["rows", "total"]),
      (["stats", "capacity"], late, ["rows", "total"]),
      (["stats", "payment"], late, ["rows", "total"]), (["stats", "candidates"], late, ["rows", "total"]),
      (["stats", "arrangement"], late, ["rows", "total"]), (["stats", "rooms"], late, ["rows", "total"]),
      (["stats", "downloads"], late, ["rows", "total"]), (["stats", "violations"], late, ["rows", "total"]),
      (
        ["stats", "general", "--rows", "subject", "--measures", "entries,score>=60", "--pivot", "sex"], late,
        ["rows", "total"]
      ),
      (["stats", "general", "--preset", "pass-rates"], late, ["rows", "total"]),
      (["stats", "general", "--list"], late, ["items", "total"]),
    ]
  }

  private func made() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(Self.count).write("good.xlsx", in: fixture)
    var rooms = CandidateWorkbook(0)
    (rooms.headings, rooms.rows, rooms.sheet) = (Self.rooms[0], Array(Self.rooms.dropFirst()), "考场批次")
    try rooms.write("rooms.xlsx", in: fixture)
    _ = try fixture.write("payments.csv", Self.payments())
    return fixture
  }

  @Test("every call prints exactly one JSON object with the promised keys; all else goes to standard error")
  func json() async throws {
    let fixture = try await made()
    for (call, now, keys) in Self.calls(fixture) {
      let run = try await fixture.run(call, now: now, ["--json"])
      #expect(run.status == 0, "\(call): \(run.screen)")
      let found = try run.keys()
      if call[0] == "import" {
        #expect(found == keys)
        #expect(try run.keys("rows") == ["read", "created", "updated", "unchanged", "skipped", "failed"])
        #expect(try run.keys("entries") == ["created", "removed", "kept"])
        #expect(try run.keys("file") == ["name", "bytes", "sha256"])
        let rows = try run.decoded(ImportShape.self).rows
        #expect(rows.read == rows.created + rows.updated + rows.unchanged + rows.skipped + rows.failed)
      } else {
        #expect(found.isSuperset(of: keys), "\(call): \(found)")
      }
    }
    let candidates = try await fixture.run(["candidates", "list", "--json"] + CommandFixture.place)
    let promised: Set<String> = [
      "idNumber", "name", "site", "method", "paid", "locked", "audit", "photo", "subjects", "entries",
    ]
    #expect(try candidates.keys("items").isSuperset(of: promised))
    let load = try await fixture.run(["sitting", "load", "sitting.yaml", "--dry-run", "--json"])
    #expect(try load.keys() == ["sitting", "loaded", "changes", "findings"])
    #expect(try await fixture.run(["sitting", "list", "--json"]).keys() == ["items", "total"])
  }

  @Test("IDN-06 no screen, no log and no JSON of the work shows an ID number whole; --full does")
  func masked() async throws {
    let fixture = try await made()
    var bad = CandidateWorkbook(Self.count)
    bad.set("姓名", of: 1, to: "")
    bad.set("证件号码", of: 2, to: CandidateWorkbook.number(3))
    bad.set("出生日期", of: 4, to: "1990-01-01")
    try bad.write("bad.xlsx", in: fixture)
    var screens: [String] = []
    for more in [[], ["--json"], ["--lang", "en"]] {
      let run = try await fixture.importWorkbook("bad.xlsx", more)
      #expect(run.status == 1)
      screens.append(run.screen)
    }
    for (call, now, _) in Self.calls(fixture) {
      screens.append(try await fixture.run(call, now: now).screen)
      if call[0] == "import" { screens.append(try await fixture.run(call, now: now, ["--json"]).screen) }
    }
    for call in [
      ["jobs", "list"], ["jobs", "show", "1"], ["jobs", "show", "1", "--json"], ["inspect", "good.xlsx"],
    ] {
      screens.append(try await fixture.run(call).screen)
    }
    let numbers = (0..<Self.count).map(CandidateWorkbook.number)
    for number in numbers {
      #expect(!screens.contains { $0.contains(number) })
      #expect(screens.contains { $0.contains("…" + number.suffix(4)) })
    }
    let full = try await fixture.run(["candidates", "list", "--full", "--json"] + CommandFixture.place)
    #expect(numbers.allSatisfy(full.output.contains))
  }

  @Test("OPS-06 progress goes to standard error only, and nowhere with --quiet")
  func progress() async throws {
    let fixture = try await made()
    let run = try await fixture.importWorkbook("good.xlsx", ["--json"])
    _ = try run.object()
    let quiet = try await fixture.importWorkbook("good.xlsx", ["--override", "--quiet", "--json"])
    #expect(quiet.errors.isEmpty)
    _ = try quiet.object()
  }
}
