import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Entries by certificate and by subject, and their removal (VSL-03).
@Suite struct PlanEntryTests {
  private func subjects(_ fixture: OnePlusXFixture, _ number: Int) async throws -> [String]? {
    try await fixture.store.stored(OnePlusXRows.id(number))?.subjects
  }

  private func enter(
    _ fixture: OnePlusXFixture, _ rows: [TextRow], as user: String = "school990001",
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    try await fixture.importing("entries-by-certificate", OnePlusXRows.entries, rows, as: user, options)
  }

  @Test("VSL-03 by certificate adds all subjects of the certificate that are for the candidate, and no other")
  func byCertificate() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<3)
    let result = try await enter(
      fixture,
      [
        OnePlusXRows.entry(0), OnePlusXRows.entry(1, level: "中级").with(["参考对象类型": "云方向"]),
        OnePlusXRows.entry(2, level: "中级").with(["参考对象类型": "网络方向"]),
      ])
    #expect(result.state == "done" && result.entries.created == 7 && result.rows.created == 3)
    #expect(try await subjects(fixture, 0) == OnePlusXRows.lower)
    #expect(try await subjects(fixture, 1) == ["043194", "338994"])
    #expect(try await subjects(fixture, 2) == ["043194", "577875"])
  }

  @Test("VSL-03 by subject adds exactly the subjects that are named")
  func bySubject() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<1)
    let rows = [OnePlusXRows.entry(0).with(["科目编号": "609371", "科目名称": "实操考核"])]
    let result = try await fixture.importing("entries-by-subject", OnePlusXRows.bySubject, rows)
    #expect(result.state == "done" && result.entries.created == 1)
    #expect(try await subjects(fixture, 0) == ["609371"])
    // By certificate the others follow, with override only, and the one that is there stays.
    let again = try await enter(fixture, [OnePlusXRows.entry(0)])
    #expect(again.marks == ["2 身份证号 OPS-07.exists"])
    let rest = try await enter(fixture, [OnePlusXRows.entry(0)]) { $0.overrides = true }
    #expect(rest.state == "done" && rest.rows.updated == 1 && rest.entries.created == 2)
    #expect(try await subjects(fixture, 0) == OnePlusXRows.lower)
    let same = try await enter(fixture, [OnePlusXRows.entry(0)]) { $0.overrides = true }
    #expect(same.state == "done" && same.rows.unchanged == 1)
  }

  @Test(
    "VSL-03 WIN-06 entries are taken from the first second of the plan's dates to the last, and removed so too",
    arguments: [
      ("2020-11-01 08:00", -1, false), ("2020-11-01 08:00", 0, true), ("2020-12-01 08:00", -1, true),
    ])
  func dates(time: String, seconds: Int, isOpen: Bool) async throws {
    let fixture = try await OnePlusXFixture(now: "2020-10-20 10:00")
    try await fixture.addStudents(0..<1)
    try fixture.store.setClock(time, plus: seconds)
    let entered = try await enter(fixture, [OnePlusXRows.entry(0)])
    #expect(entered.marks == (isOpen ? [] : ["2 计划编号 VSL-03.dates"]))
    try fixture.store.setClock(OnePlusXFixture.registrationTime)
    if !isOpen { try await fixture.enter(0..<1) }
    try fixture.store.setClock(time, plus: seconds)
    let removed = try await fixture.importing(
      "entry-removals", OnePlusXRows.removals, [OnePlusXRows.removal(0)])
    #expect(removed.marks == (isOpen ? [] : ["2 计划编号 VSL-03.dates"]))
    #expect(try await subjects(fixture, 0) == (isOpen ? [] : OnePlusXRows.lower))
  }

  @Test("VSL-03 WIN-03 once the registration window has closed too, nothing is imported at all")
  func window() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<1)
    try fixture.store.setClock("2020-12-01 08:00")
    #expect(try await refusal { try await fixture.enter(0..<1) }.rule == "WIN-03")
  }

  @Test("VSL-03 an entry goes to the station that is named, to the only approved one, or waits at the school")
  func stations() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<3)
    try await fixture.enter(0..<1)
    func sites() async throws -> [String] {
      try await fixture.store.database.read { session in
        try session.all("SELECT DISTINCT place FROM entry ORDER BY place") { $0.text(0) }
      }
    }
    #expect(try await sites() == ["990001"])
    let unapproved = try await enter(fixture, [OnePlusXRows.entry(1).with(["考核站点": "99000102"])])
    #expect(unapproved.marks == ["2 考核站点 VSL-03.station"])
    try await fixture.approve("99000102")
    try await fixture.enter(1..<2)
    #expect(try await sites() == ["990001", "99000102"])
    // An override with a station moves what waits; the trail says from where.
    let before = try await fixture.store.trailLength()
    let moved = try await enter(fixture, [OnePlusXRows.entry(0).with(["考核站点": "99000102"])]) {
      $0.overrides = true
    }
    #expect(moved.rows.updated == 1)
    #expect(try await sites() == ["99000102"])
    let lines = try await fixture.store.trail(after: before).map(\.change.line)
    #expect(lines.count == 3 && lines.allSatisfy { $0.hasSuffix("station 990001→99000102") })
  }

  @Test("VSL-03 ORG-02 only the assessment body sends students to another school's station")
  func otherStation() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<1)
    try await fixture.approve("99000201", as: "school990002")
    let row = OnePlusXRows.entry(0).with(["考核站点": "99000201"])
    #expect(try await enter(fixture, [row]).marks == ["2 考核站点 VSL-03.station"])
    #expect(try await enter(fixture, [row], as: "body").state == "done")
  }

  @Test("VSL-03 a removal takes one subject or all of a plan, and leaves everything in the trail")
  func removal() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<2)
    try await fixture.enter(0..<2)
    let before = try await fixture.store.trailLength()
    let result = try await fixture.importing(
      "entry-removals", OnePlusXRows.removals,
      [OnePlusXRows.removal(0), OnePlusXRows.removal(1, subject: "609371")])
    #expect(result.state == "done" && result.entries.removed == 4)
    #expect(try await subjects(fixture, 0) == [])
    #expect(try await subjects(fixture, 1) == ["098694", "794690"])
    let trail = try await fixture.store.trail(after: before).map(\.change)
    #expect(trail.map(\.action) == [.removed, .removed, .removed, .removed])
    #expect(trail.allSatisfy { $0.rule == "VSL-03" && $0.fields.contains { $0.column == "plan" } })
  }

  @Test("VSL-03 REG-19 entries are removed by workbook inside the dates, never undone")
  func undo() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<1)
    let entered = try await fixture.enter(0..<1)
    let job = try #require(Int(entered.job))
    let refused = try await refusal { _ = try await fixture.office().undoJob(job) }
    #expect(refused.rule == "REG-19" && refused.wording.zh.contains("entry-removals"))
  }

  @Test("VSL-03 SET-08 a subject of a plan with entries is not taken out of the sitting file")
  func reload() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<2)
    try await fixture.enter(0..<2)
    let load = try await fixture.store.loadSitting(
      OnePlusXFixture.text().replacing("794690", with: "794691"))
    #expect(!load.isLoaded)
    let finding = try #require(load.findings.first { $0.code == "VSL-03.entries" })
    #expect(finding.arguments == ["794690", OnePlusXFixture.plan, "2"] && finding.place.row != nil)
    let other = try await fixture.store.loadSitting(
      OnePlusXFixture.text().replacing("系统运维考核站点, ", with: "系统运维站点, "))
    #expect(other.isLoaded)
  }

  @Test("VSL-03 REG-07 a registration that somebody locked gets no entries and loses none")
  func locked() async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<2)
    try await fixture.enter(0..<1)
    let request = CandidateRequest(sitting: OnePlusXFixture.sitting, site: "990001")
    #expect(try await fixture.office().setLock(true, request) == 2)
    #expect(try await fixture.enter(1..<2).marks == ["2 身份证号 REG-07"])
    let removed = try await fixture.importing(
      "entry-removals", OnePlusXRows.removals, [OnePlusXRows.removal(0)])
    #expect(removed.marks == ["2 身份证号 REG-07"])
  }
}
