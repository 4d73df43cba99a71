import Exports
import Files
import Imports
import Operations
import Tabular
import Testing
import XLSXFormat

/// All or nothing, good rows only, and a run that changes nothing.
@Suite struct PartialImportTests {
  private func mixed() -> [Candidate] {
    var rows = Candidate.some(6)
    rows[1].phone = "12"
    rows[4].name = ""
    rows[4].remarks = "=1+1"
    return rows
  }

  @Test("REG-14 OPS-07 one bad row and nothing of the file is taken")
  func allOrNothing() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let result = try await fixture.register(mixed())
    #expect(result.state == "refused" && result.tally == [6, 4, 0, 0, 0, 2])
    #expect(result.reports.rejected == nil)
    #expect(try await fixture.dump() == before)
  }

  @Test(
    "REG-14 --partial takes the good rows and writes the rest in the template's form, ready to be sent again")
  func partial() async throws {
    let fixture = try await OfficeFixture()
    let rows = mixed()
    let result = try await fixture.register(rows) { $0.isPartial = true }
    #expect(result.state == "done" && result.tally == [6, 4, 0, 0, 0, 2])
    #expect(try await fixture.stored().count == 4)

    let path = try #require(result.reports.rejected)
    let again = try await fixture.importing("registrations", path)
    #expect(again.marks == ["3 联系电话 FMT.phone", "4 姓名 REQ"])

    var mended = try SheetReading(path, sheet: "集体报名信息").rows
    for (row, column, text) in [(2, 14, "13800000000"), (3, 1, "孙补填")] { mended[row][column] = text }
    var sheet = SheetFile("集体报名信息", rows: mended.map { $0.map { .text($0) } })
    sheet.before = [("说明", [["mended"]])]
    #expect(try await fixture.register(sheet).tally == [2, 2, 0, 0, 0, 0])
    #expect(Set(try await fixture.stored().keys) == Set(rows.map(\.id)))
    #expect(try await fixture.count("SELECT count(*) FROM registration WHERE remarks = '=1+1'") == 1)
  }

  @Test("REG-14 the rest keeps a file's own way of naming subjects in one column")
  func restWithOneSubjectColumn() async throws {
    let fixture = try await OfficeFixture()
    let headings = Candidate.headings.filter { !$0.hasPrefix("报考科目") } + ["报考科目"]
    let row = Candidate(0) { ($0.phone, $0.subjects) = ("1", ["14", "15"]) }
    let result = try await fixture.register([row], headings: headings) { $0.isPartial = true }
    let again = try await fixture.importing("registrations", try #require(result.reports.rejected))
    #expect(again.marks == ["3 联系电话 FMT.phone"])
  }

  @Test("REG-14 capacity is no row's fault: a file that does not fit is refused with --partial too")
  func capacity() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 2 })
    let result = try await fixture.register(Candidate.some(3)) { $0.isPartial = true }
    #expect(result.state == "refused" && result.marks == ["REG-11"])
    #expect(try await fixture.stored().isEmpty)
  }

  @Test(
    "REG-18 --dry-run says what would be created, changed field by field and refused, and changes nothing")
  func dryRun() async throws {
    let fixture = try await OfficeFixture()
    let old = Candidate(0) {
      $0.address = "旧街1号"
      $0.subjects = ["14", "15"]
    }
    _ = try await fixture.register([old, Candidate(1)])
    _ = try await fixture.pay([(old.id, "14")])
    try await fixture.setLock(false)
    let before = try await fixture.dump()
    let changed = Candidate(0) {
      $0.name = "钱改名"
      $0.subjects = ["26"]
    }
    let rows = [changed, Candidate(1), Candidate(2), Candidate(3) { $0.email = "" }]
    let result = try await fixture.register(rows) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(result.dryRun && result.state == "refused")
    #expect(result.tally == [4, 1, 1, 1, 0, 1])
    #expect(result.marks == ["5 电子邮件 REQ"])
    #expect(
      result.changes == [
        FieldChange(row: 2, field: "姓名", old: "赵测试", new: "钱改名"),
        FieldChange(row: 2, field: "联系地址", old: "旧街1号", new: nil),
        FieldChange(row: 2, field: "报考科目1", old: "14,15", new: "14,26"),
      ])
    #expect([result.entries.created, result.entries.removed, result.entries.kept] == [2, 1, 1])
    #expect(try await fixture.dump() == before)

    let real = try await fixture.register(Array(rows.dropLast())) { $0.overrides = true }
    #expect(real.tally == [3, 1, 1, 1, 0, 0])
    #expect([real.entries.created, real.entries.removed, real.entries.kept] == [2, 1, 1])
  }
}
