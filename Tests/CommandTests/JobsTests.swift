import Foundation
import Testing

/// `kaowu jobs`: the ledger as people and programs read it.
@Suite struct JobsTests {
  private struct Item: Decodable {
    var job: String
    var kind: String
    var state: String
    var sitting: String
    var site: String
    var user: String
    var startedAt: String
    var endedAt: String?
    var file: ImportShape.File
    var rows: ImportShape.Rows
  }

  /// A store with a refused job and a done one.
  private func ledger() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    var bad = CandidateWorkbook(4)
    bad.set("电子邮件", of: 2, to: "没有")
    try bad.write("bad.xlsx", in: fixture)
    try CandidateWorkbook(4).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("bad.xlsx").status == 1)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    return fixture
  }

  @Test("OPS-01 list shows every job, the newest first, with its state, who ran it and when")
  func list() async throws {
    let fixture = try await ledger()
    let run = try await fixture.run(["jobs", "list", "--json"])
    let list = try run.decoded(ListShape<Item>.self)
    #expect(list.total == 2)
    #expect(list.items.map(\.job) == ["2", "1"])
    #expect(list.items.map(\.state) == ["done", "refused"])
    #expect(list.items.map(\.file.name) == ["good.xlsx", "bad.xlsx"])
    #expect(list.items.allSatisfy { $0.user == "root" && $0.startedAt == "2020-08-01T10:00:00+08:00" })
    let people = try await fixture.run(["jobs", "list"])
    #expect(people.output.contains("有错误，未导入"))
    #expect(people.output.hasSuffix("共 2 个任务。\n"))
  }

  @Test("ORG-02 a user sees only jobs of organisations in its scope; another's job is not there")
  func scope() async throws {
    let fixture = try await ledger()
    for (user, count) in [("site990701", 2), ("view990701", 2), ("site990702", 0), ("nobody", 0)] {
      let run = try await fixture.run(["jobs", "list", "--json", "--as", user])
      #expect(run.status == 0)
      #expect(try run.decoded(ListShape<Item>.self).items.count == count, "\(user)")
      let show = try await fixture.run(["jobs", "show", "1", "--as", user])
      #expect(show.status == (count > 0 ? 0 : 4))
    }
  }

  @Test("show prints the stored result with its findings, as the import did")
  func show() async throws {
    let fixture = try await ledger()
    let run = try await fixture.run(["jobs", "show", "1", "--json"])
    #expect(run.status == 0)
    let job = try run.decoded(ImportShape.self)
    #expect(try run.keys() == ImportShape.keys)
    #expect(job.state == "refused" && job.rows.failed == 1 && job.findings.map(\.rule) == ["FMT.email"])
    let people = try await fixture.run(["jobs", "show", "1"])
    #expect(people.output.contains("✗ J4 电子邮件 “没有”："))
    #expect(try await fixture.run(["jobs", "show", "99"]).status == 4)
  }

  @Test("report writes the workbook and the JSON again from the ledger")
  func report() async throws {
    let fixture = try await ledger()
    let first = try await fixture.run(["jobs", "show", "1", "--json"]).decoded(ImportShape.self)
    try FileManager.default.removeItem(atPath: first.reports.json)
    let run = try await fixture.run(["jobs", "report", "1", "-o", "again", "--json"])
    #expect(run.status == 0)
    let reports = try run.decoded(ImportShape.self).reports
    #expect(reports.workbook == fixture.path("again/ncre-58-990701-registrations-1.xlsx"))
    let sheets = try await fixture.run(["inspect", reports.workbook, "--json"]).decoded(InspectShape.self)
      .sheets
    #expect((sheets ?? []).count >= 2)
    let json = try JSONDecoder().decode(
      ImportShape.self, from: Data(contentsOf: URL(filePath: reports.json)))
    #expect(json.findings.map(\.rule) == ["FMT.email"])
    let nowhere = try await fixture.run(["jobs", "report", "1", "-o", "/proc/nowhere"])
    #expect(nowhere.status == 5)
    #expect(nowhere.errorLines.count == 1)
  }

  @Test("a job whose file was not what it should be is failed, and says why")
  func failed() async throws {
    let fixture = try await CommandFixture.loaded()
    _ = try fixture.write("text.xlsx", "不是工作簿")
    #expect(try await fixture.importWorkbook("text.xlsx").status == 3)
    let run = try await fixture.run(["jobs", "show", "1"])
    #expect(run.output.contains("✗ text.xlsx：这是文本文件"))
    #expect(run.output.contains("失败，未导入（任务 1）"))
  }
}
