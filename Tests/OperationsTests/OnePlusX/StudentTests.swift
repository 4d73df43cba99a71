import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// The students of a school, imported once (VSL-01).
@Suite struct StudentTests {
  private func importing(
    _ fixture: OnePlusXFixture, _ rows: [TextRow], as user: String = "school990001",
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    try await fixture.importing("students", OnePlusXRows.students, rows, as: user, options)
  }

  @Test("VSL-01 a student is kept with birth date and sex of the ID number, and has no entry yet")
  func created() async throws {
    let fixture = try await OnePlusXFixture()
    let result = try await importing(fixture, [OnePlusXRows.student(0).with(["性别": ""])])
    #expect(result.state == "done" && result.rows.created == 1)
    let kept = try await fixture.store.count(
      """
      SELECT count(*) FROM registration WHERE birth_date = '2001-01-11' AND sex = '1' AND pinyin = 'Kao Shengce'
        AND major_level = '2' AND entry_year = '2019' AND student_kind = '1' AND site = '990001'
      """)
    #expect(kept == 1)
    #expect(try await fixture.store.count("SELECT count(*) FROM entry") == 0)
  }

  @Test(
    "VSL-01 a second import of the same student is an error, with override too, and says which list has it")
  func once() async throws {
    let fixture = try await OnePlusXFixture()
    let social = OnePlusXRows.student(0).with(["考生类型": "社会考生"])
    #expect(try await importing(fixture, [social]).state == "done")
    for overrides in [false, true] {
      let again = try await importing(fixture, [OnePlusXRows.student(0)]) { $0.overrides = overrides }
      #expect(again.state == "refused" && again.marks == ["2 身份证号 VSL-01"])
      #expect(again.findings.first?.message.contains("社会考生") == true)
    }
    let other = try await fixture.store.importing(
      "students", try sheet(fixture, [OnePlusXRows.student(0)]), sitting: OnePlusXFixture.sitting,
      site: "990002",
      as: "school990002")
    #expect(other.marks == ["2 身份证号 VSL-01"])
    #expect(other.findings.first?.message.contains("其他院校") == true)
  }

  @Test("VSL-01 school students and social students are two lists")
  func lists() async throws {
    let fixture = try await OnePlusXFixture()
    let rows = (0..<5).map { OnePlusXRows.student($0).with(["考生类型": $0 < 3 ? "" : "社会考生"]) }
    _ = try await importing(fixture, rows)
    func count(_ list: String) async throws -> Int {
      var request = CandidateRequest(sitting: OnePlusXFixture.sitting, site: "990001")
      request.conditions = [(field: "考生类型", values: [list])]
      return try await fixture.office().candidates(request).total
    }
    #expect(try await count("院校考生") == 3)
    #expect(try await count("社会考生") == 2)
  }

  @Test(
    "VSL-01 students belong to a school: not to the assessment body, not to a station, not to another school")
  func place() async throws {
    let fixture = try await OnePlusXFixture()
    let path = try sheet(fixture, [OnePlusXRows.student(0)])
    for (site, user) in [("", "body"), ("99000101", "school990001")] {
      let refused = try await refusal {
        _ = try await fixture.store.importing(
          "students", path, sitting: OnePlusXFixture.sitting, site: site, as: user)
      }
      #expect(refused.reason == .precondition && refused.wording.zh.contains("不是院校"))
    }
    let scope = try await refusal {
      _ = try await fixture.store.importing(
        "students", path, sitting: OnePlusXFixture.sitting, site: "990002", as: "school990001")
    }
    #expect(scope.reason == .scope)
  }

  @Test("VSL-01 REG-19 an import of students is taken back, but not those who are entered")
  func undo() async throws {
    let fixture = try await OnePlusXFixture()
    let first = try await fixture.addStudents(0..<2)
    _ = try await fixture.importing(
      "entries-by-certificate", OnePlusXRows.entries, [OnePlusXRows.entry(0)])
    let job = try #require(Int(first.job))
    let undone = try await fixture.office().undoJob(job, isPartial: true)
    #expect(undone.reversed.total == 1)
    #expect(undone.refused.items.map(\.reason) == ["entered"])
    #expect(try await fixture.store.stored().keys.sorted() == [OnePlusXRows.id(0)])
  }

  private func sheet(_ fixture: OnePlusXFixture, _ rows: [TextRow]) throws -> String {
    let path = fixture.store.newPath(".xlsx")
    let headings = OnePlusXRows.students
    let cells =
      [headings.map { SheetCell(stringLiteral: $0) }]
      + rows.map { row in headings.map { SheetCell(stringLiteral: row[$0]) } }
    try SheetFile("考生", rows: cells).write(to: path)
    return path
  }
}
