import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// A site enters its students into the roster.
@Suite struct RosterImportTests {
  @Test("ROS-01 only the sheet 学籍信息模板 is read, without its serial numbers")
  func sheets() async throws {
    let fixture = try await OfficeFixture()
    var sheet = SheetFile(
      "学籍信息模板",
      rows: [Student.headings.map { .text($0) }]
        + Student.some(2).map { student in
          Student.headings.map { $0 == "序号" ? .text("不是数字") : student.cell($0) }
        })
    sheet.before = [("样例数据表", [["姓名"], ["样例"]]), ("码表", [["性别"], ["男"]])]
    let path = fixture.newPath(".xlsx")
    try sheet.write(to: path)
    let result = try await fixture.importing("roster", path)
    #expect(result.marks == [] && result.tally == [2, 2, 0, 0, 0, 0])
    #expect(Set(try await fixture.roster().keys) == Set(Student.some(2).map(\.id)))
  }

  @Test("ROS-01 a workbook without the sheet is refused")
  func noSheet() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try SheetFile("学籍", rows: [Student.headings.map { .text($0) }]).write(to: path)
    #expect(try await fixture.fileError("roster", path).code == .missing)
  }

  @Test("ROS-01 the template can be filled in and sent as it is")
  func template() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try await fixture.office().writeTemplate(
      kind: "roster", sitting: SittingPlan.code, site: "990701", to: path)
    #expect(try SheetReading.sheets(of: path) == ["学籍信息模板", "样例数据表", "码表"])
    #expect(try SheetReading(path, sheet: "学籍信息模板").rows.last == Student.headings)
    let sample = try SheetReading(path, sheet: "样例数据表").rows
    let filled = fixture.newPath(".xlsx")
    try SheetFile("学籍信息模板", rows: sample.map { $0.map { .text($0) } }).write(to: filled)
    let result = try await fixture.importing("roster", filled)
    #expect(result.marks == [] && result.rows.created == 1)
  }

  @Test(
    "ROS-02 the roster belongs to no sitting: the next one knows the same students, and knows them by number")
  func nextSitting() async throws {
    let fixture = try await OfficeFixture()
    #expect(try await fixture.enroll(Student.some(2)).state == "done")
    var plan = SittingPlan()
    // The sittings after this one examine VB no more.
    plan.offers.removeAll { $0.0 == "26" }
    for site in plan.sites.keys { plan.sites[site]?.places["26"] = nil }
    let next = plan.text.replacing("ncre-58", with: "ncre-59").replacing(
      "number: 58", with: "number: 59")
    #expect(try await fixture.loadSitting(next).isLoaded)
    let request = CandidateRequest(sitting: "ncre-59", site: "990701")
    #expect(
      try await fixture.office().students(request).map(\.documentNumber) == Student.some(2).map(\.id).sorted()
    )
    let again = try await fixture.enroll([Student(0), Student(0)])
    #expect(
      again.marks.sorted() == [
        "2 证件号码 OPS-07.twice", "2 证件号码 ROS-03", "3 证件号码 OPS-07.twice", "3 证件号码 ROS-03",
      ])
  }

  @Test("ROS-03 a student of the same site is an error; with override the row replaces the stored one")
  func override() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll([Student(0), Student(1)])
    let changed = [Student(0) { $0.person.name = "钱测试" }, Student(1)]
    let refused = try await fixture.enroll(changed)
    #expect(refused.state == "refused" && refused.marks == ["2 证件号码 ROS-03", "3 证件号码 ROS-03"])
    #expect(try await fixture.roster()[Student(0).id]?[1] == "赵测试")

    let trial = try await fixture.enroll(changed) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(trial.changes?.map { [$0.field, $0.old, $0.new] } == [["姓名", "赵测试", "钱测试"]])
    let result = try await fixture.enroll(changed) { $0.overrides = true }
    #expect(result.tally == [2, 0, 1, 1, 0, 0])
    #expect(try await fixture.roster()[Student(0).id] == ["990701", "钱测试", "5", " 990701"])
    #expect(try await fixture.enroll(changed) { $0.overrides = true }.tally == [2, 0, 0, 2, 0, 0])
    let trail = try await fixture.count(
      "SELECT count(*) FROM trail WHERE sitting = 0 AND record = 'roster' AND action = 'changed' AND rule = 'ROS-03'"
    )
    #expect(trail == 1)
  }

  @Test("ROS-05 one bad row fails the whole file, and nothing is changed")
  func allOrNothing() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll([Student(0)])
    let before = try await fixture.dump()
    let rows = [Student(0) { $0.grade = "2019级" }, Student(1), Student(2) { $0.person.name = "" }]
    let result = try await fixture.enroll(rows) { $0.overrides = true }
    #expect(result.state == "refused" && result.marks == ["4 姓名 REQ"])
    #expect(try await fixture.dump() == before)
  }

  @Test("WIN-04 the roster window gates the import: the second before, at, and after it")
  func window() async throws {
    let fixture = try await OfficeFixture()
    for (moment, seconds, isOpen) in [
      ("2020-07-23 08:00", -1, false), ("2020-07-23 08:00", 0, true), ("2020-08-31 21:00", -1, true),
      ("2020-08-31 21:00", 0, false),
    ] {
      try fixture.setClock(moment, plus: seconds)
      if isOpen {
        #expect(try await fixture.enroll([Student(0)]) { $0.overrides = true }.state == "done")
      } else {
        let refused = try await refusal { _ = try await fixture.enroll([Student(0)]) }
        #expect(refused.reason == .window)
      }
    }
  }

  @Test("ORG-02 students belong to sites, not to the organisations above")
  func provinces() async throws {
    let fixture = try await OfficeFixture()
    let refused = try await refusal { _ = try await fixture.enroll([Student(0)], site: "99", as: "prov99") }
    #expect(refused.reason == .precondition)
  }

  @Test(
    "SET-07 可报考考点: no column is the own site, blank is anywhere, codes and names are sites of the province")
  func sites() async throws {
    let fixture = try await OfficeFixture()
    let without = Student.headings.filter { $0 != "可报考考点" }
    #expect(try await fixture.enroll([Student(0)], headings: without).state == "done")
    let rows = [
      Student(1) { $0.sites = "" }, Student(2) { $0.sites = "990703；990701、990703" },
      Student(3) { $0.sites = "(990702)地市七考点二, 地市七考点三" },
    ]
    #expect(try await fixture.enroll(rows).marks == [])
    let stored = try await fixture.roster()
    #expect(
      [0, 1, 2, 3].map { stored[Student($0).id]?[3] } == [" 990701", "*", " 990701 990703", " 990702 990703"])
    #expect(try await fixture.enroll(rows) { $0.overrides = true }.rows.unchanged == 3)

    let wrong = [
      Student(4) { $0.sites = "990701,990799" }, Student(5) { $0.sites = "980101" },
      Student(6) { $0.sites = "9907" },
    ]
    let result = try await fixture.enroll(wrong)
    #expect(result.marks == ["2 可报考考点 SET-07", "3 可报考考点 SET-07", "4 可报考考点 SET-07"])
    #expect(result.first("SET-07")?.value == "990799")
  }
}
