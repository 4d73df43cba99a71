import Files
import Foundation
import TestKit
import Testing

/// What the exit status of an import says: the table of refusals, row by row.
@Suite struct ImportStatusTests {
  @Test("status 0: taken; the same again with --override changes nothing and exits 0 too")
  func done() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(3).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    let again = try await fixture.importWorkbook("good.xlsx", ["--override", "--json"])
    #expect(again.status == 0)
    #expect(try again.decoded(ImportShape.self).rows.unchanged == 3)
  }

  @Test(
    "REG-18 a dry run says what could be taken, in words that nobody takes for an import, and takes nothing")
  func dryRun() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(3).write("good.xlsx", in: fixture)
    let run = try await fixture.importWorkbook("good.xlsx", ["--dry-run"])
    #expect(run.status == 0)
    #expect(run.output.contains("试运行：可以导入，未改变任何数据（任务 1）。读取 3 行：有错误 0，其余可新增 3"))
    #expect(!run.output.contains("已导入"))
    #expect(try await candidates(fixture) == 0)
    #expect(try await fixture.run(["jobs", "list"]).output.contains("可以导入，未改变任何数据（试运行）"))
  }

  @Test("status 1: a finding on a row, a record already there, a missing column; nothing is taken")
  func findings() async throws {
    let fixture = try await CommandFixture.loaded()
    var bad = CandidateWorkbook(3)
    bad.set("姓名", of: 1, to: "")
    try bad.write("bad.xlsx", in: fixture)
    let run = try await fixture.importWorkbook("bad.xlsx")
    #expect(run.status == 1)
    #expect(run.output.contains("✗ A3 姓名：必填项为空。"))
    #expect(run.output.contains("有错误 1，其余可新增 2"))
    #expect(try await candidates(fixture) == 0)

    var narrow = CandidateWorkbook(1)
    narrow.headings[4] = "号码"
    try narrow.write("narrow.xlsx", in: fixture)
    let missing = try await fixture.importWorkbook("narrow.xlsx")
    #expect(missing.status == 1)
    #expect(missing.output.contains("[REG-02]"))

    try CandidateWorkbook(2).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 1)
    #expect(try await fixture.importWorkbook("bad.xlsx", ["--partial", "--override"]).status == 1)
    #expect(try await candidates(fixture) == 3)
  }

  @Test("status 1 with state done: one photo refused; status 1: a sitting file with wrong settings")
  func photosAndSettings() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(1).write("good.xlsx", in: fixture)
    _ = try await fixture.importWorkbook("good.xlsx")
    let photo = ArchiveBuilder([.init("\(CandidateWorkbook.number(0)).jpg", "这不是照片")]).bytes()
    let path = try fixture.write("photos.zip", photo)
    let run = try await fixture.run(["import", "photos", path], now: CommandFixture.registering, ["--json"])
    #expect(run.status == 1)
    let result = try run.decoded(ImportShape.self)
    #expect(result.state == "done")
    #expect(result.rows.failed == 1)

    let wrong = SittingText().yaml.replacing("subjectsPerCandidate: 2", with: "subjectsPerCandidate: 9")
    let load = try await fixture.run(["sitting", "load", try fixture.write("wrong.yaml", wrong)])
    #expect(load.status == 1)
    #expect(load.output.contains("SET-01.subjectsPerCandidate"))
  }

  @Test("status 3: the file is not what it should be; one line says why, nothing is taken")
  func badFiles() async throws {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(1).write("good.xlsx", in: fixture)
    var other = CandidateWorkbook(1)
    other.sheet = "其他"
    let book = try Array(Data(contentsOf: URL(filePath: other.write("other.xlsx", in: fixture))))
    let files = [
      try fixture.write("text.xlsx", "证件号码,姓名\n"), try fixture.write("empty.xlsx", ""),
      fixture.path("nowhere.xlsx"), fixture.folder.url.path, fixture.path("other.xlsx"),
      try fixture.write("cut.xlsx", Array(book.prefix(book.count / 2))),
      try fixture.write("none.zip", ArchiveBuilder([.init("读我.txt", "没有")]).bytes()),
      try fixture.write("hostile.zip", ArchiveBuilder([.init("../a.xlsx", "外面")]).bytes()),
    ]
    for file in files {
      let run = try await fixture.run(["import", "registrations", file], now: CommandFixture.registering)
      #expect(run.status == 3, "\(file): \(run.screen)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
    }
    #expect(try await candidates(fixture) == 0)
    let yaml = try await fixture.run(["sitting", "load", try fixture.write("broken.yaml", "a: [\n")])
    #expect(yaml.status == 3)
    #expect(yaml.errors.contains("broken.yaml"))
  }

  @Test(
    "status 4: window shut, outside the scope, not enabled, a viewer, a closed sitting, collective registration off"
  )
  func notAllowed() async throws {
    let fixture = try await CommandFixture.loaded()
    let file = try CandidateWorkbook(1).write("good.xlsx", in: fixture)
    func status(_ site: String, _ now: String, _ more: [String] = []) async throws -> CommandRun {
      try await fixture.run(
        ["import", "registrations", file, "--sitting", "ncre-58", "--site", site, "--now", now] + more)
    }
    let open = CommandFixture.registering
    let refused = [
      try await status("990701", CommandFixture.arranging), try await status("990702", open),
      try await status("990799", open), try await status("990701", open, ["--as", "site990702"]),
      try await status("990701", open, ["--as", "view990701"]),
      try await status("990701", open, ["--as", "nobody"]),
    ]
    for run in refused {
      #expect(run.status == 4)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains(#/\[(WIN-03|ORG-02|ORG-03)\]/#))
    }
    #expect(refused[0].errors.contains("2020-08-31 21:00"))
    #expect(try await fixture.run(["sitting", "close", "ncre-58"]).status == 0)
    #expect(try await status("990701", open).errors.contains("[ORG-06]"))

    let off = try await CommandFixture.loaded(SittingText(takesCollective: false))
    try CandidateWorkbook(1).write("good.xlsx", in: off)
    #expect(try await off.importWorkbook("good.xlsx").status == 4)
  }

  @Test("status 4: not arranged, unpaid entries, no address; status 0 and empty: a query outside the scope")
  func preconditions() async throws {
    let fixture = try await CommandFixture.loaded(SittingText(address: nil))
    try CandidateWorkbook(2).write("good.xlsx", in: fixture)
    _ = try await fixture.importWorkbook("good.xlsx")
    for command in [["arrange", "run"], ["tickets", "number"], ["export", "machine-test", "-o", "out"]] {
      let run = try await fixture.run(command, now: CommandFixture.arranging)
      #expect(run.status == 4, "\(command): \(run.screen)")
      #expect(run.errorLines.count == 1)
    }
    let list = ["candidates", "list", "--json", "--sitting", "ncre-58", "--site"]
    let outside = try await fixture.run(list + ["990702", "--as", "site990701"])
    #expect(outside.status == 0)
    #expect(outside.output == "{\"items\":[],\"total\":0}\n")
  }

  private func candidates(_ fixture: CommandFixture) async throws -> Int {
    let run = try await fixture.run(["candidates", "list", "--json"] + CommandFixture.place)
    return try #require(try run.object()["total"] as? Int)
  }
}
