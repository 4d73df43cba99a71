import Files
import FoundationEssentials
import Imports
import Operations
import Tabular
import Testing
import ZIPFormat

/// The very file that was sent comes back, with what was found in it.
@Suite struct AnnotatedReportTests {
  private static let sheet = "集体报名信息"
  private static let heading = "问题（导入检查）"

  /// Four candidates, of whom the second and the fourth are wrong: D3 and C5.
  private func faulty() -> [Candidate] {
    var rows = Candidate.some(4)
    rows[1].birthDate = "2000-13-01"
    rows[3].sex = ""
    return rows
  }

  private func workbook(_ candidates: [Candidate]) -> SheetFile {
    var file = SheetFile.registrations(candidates)
    file.before = [("填表说明", [[.text("先看这里")]])]
    return file
  }

  /// The texts of the column of findings by their rows.
  private func findings(_ path: String) throws -> [String: String] {
    let rows = try SheetReading(path, sheet: Self.sheet).rows
    let column = try #require(rows[0].firstIndex(of: Self.heading))
    #expect(rows[0].filter { $0 == Self.heading }.count == 1 && column == rows[0].count - 1)
    return Dictionary(uniqueKeysWithValues: rows.enumerated().map { (String($0 + 1), $1[column]) })
      .filter { !$0.value.isEmpty }
  }

  @Test(
    "ERR-02 an import with findings gives the workbook that was sent back: bad cells coloured, commented and listed"
  )
  func annotated() async throws {
    let fixture = try await OfficeFixture()
    let result = try await fixture.register(workbook(faulty()))
    let path = try #require(result.reports.annotated)
    #expect(path == result.reports.workbook?.replacing(".xlsx", with: "-annotated.xlsx"))
    #expect(try SheetReading.sheets(of: path) == ["填表说明", Self.sheet])
    let findings = try findings(path)
    #expect(findings.keys.sorted() == ["1", "3", "5"])
    #expect(findings["3"]?.hasPrefix("出生日期：不是有效的日期。") == true)
    #expect(findings["5"]?.hasPrefix("性别：") == true)
    let book = try ReportBook(path)
    let bad = try #require(try book.fill(of: "D3", sheet: 2))
    #expect(try book.fill(of: "C5", sheet: 2) == bad && book.fill(of: "D2", sheet: 2) != bad)
    #expect(try book.comment(on: "D3")?.contains("不是有效的日期") == true && book.comment(on: "D2") == nil)
    let json = try FileSource(path: try #require(result.reports.json))
    let text = String(decoding: try json.bytes(in: 0..<json.count), as: UTF8.self)
    #expect(ImportResult(json: text)?.reports.annotated == path)
    let summary = try SheetReading(try #require(result.reports.workbook), sheet: "导入结果").rows
    #expect(summary.last?[0] == "批注副本" && summary.last?[1].contains("标出 2 格，批注 2 处") == true)
    #expect(try SheetReading.sheets(of: try #require(result.reports.workbook)).last == Self.sheet)
  }

  @Test(
    "ERR-02 nothing comes back where nothing was found, or no workbook was sent; a dry run gives a copy too")
  func whether() async throws {
    let fixture = try await OfficeFixture()
    let fine = try await fixture.register(workbook(Candidate.some(2)))
    #expect(fine.reports.annotated == nil && fine.state == "done")
    let csv = try await fixture.pay([(id: "1", subject: "14")])
    #expect(csv.findingsTotal > 0 && csv.reports.annotated == nil)
    #expect(try SheetReading.sheets(of: try #require(csv.reports.workbook)).last == "CSV")
    let dry = try await fixture.register(workbook(faulty())) { ($0.overrides, $0.isDryRun) = (true, true) }
    #expect(try findings(try #require(dry.reports.annotated)).count == 3)
    #expect(try fixture.files().filter { $0.contains("annotated") }.count == 1)
  }

  @Test(
    "ERR-02 of a workbook in a ZIP the plain workbook comes back, under the ending that it needs",
    arguments: ["xlsx", "xlsm"])
  func zipped(ending: String) async throws {
    let fixture = try await OfficeFixture()
    try workbook(faulty()).write(to: fixture.folder.path("报名.xlsx"))
    let zip = try fixture.folder.zip("报名.zip", [("报名.\(ending)", try fixture.folder.bytes("报名.xlsx"))])
    let result = try await fixture.importing("registrations", zip)
    let path = try #require(result.reports.annotated)
    #expect(path.hasSuffix("-annotated.\(ending)"))
    #expect(try SheetReading.sheets(of: path) == ["填表说明", Self.sheet])
  }

  @Test("ERR-02 the copy can be mended and sent again: its own column is passed over, and filled anew")
  func sentAgain() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register(workbook(faulty()))
    let again = try await fixture.importing("registrations", try #require(first.reports.annotated))
    #expect(again.marks == first.marks, "the column of findings is no unknown column")
    let path = try #require(again.reports.annotated)
    #expect(try findings(path) == findings(try #require(first.reports.annotated)))
    #expect(try ReportBook(path).comment(on: "D3")?.components(separatedBy: "不是有效的日期").count == 2)
  }

  @Test("ERR-02 a report that is made again brings the copy again, from the file that was kept")
  func madeAgain() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register(workbook(faulty()))
    let again = try await fixture.office().writeReport(
      ofJob: try #require(Int(first.job)), to: fixture.folder.path("again"), in: .zh)
    let path = try #require(again.reports.annotated)
    #expect(path.contains("/again/"))
    #expect(try findings(path) == findings(try #require(first.reports.annotated)))
  }

  @Test("ERR-02 a workbook into which nothing can be put is imported and reported all the same")
  func unusual() async throws {
    let fixture = try await OfficeFixture()
    try workbook(faulty()).write(to: fixture.folder.path("a.xlsx"))
    let source = try ZIPArchive(
      try FileSource(path: fixture.folder.path("a.xlsx")), limits: .workbook, name: "a.xlsx")
    let relationships = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../gone.xml"/></Relationships>
      """
    let path = try fixture.folder.zip(
      "b.xlsx",
      try source.entries.map { ($0.path, try source.bytes($0, atMost: 1 << 24)) }
        + [("xl/worksheets/_rels/sheet2.xml.rels", Array(relationships.utf8))])
    let result = try await fixture.importing("registrations", path)
    #expect(result.state == "refused" && result.reports.annotated == nil && result.findingsTotal == 2)
    let summary = try SheetReading(try #require(result.reports.workbook), sheet: "导入结果").rows
    #expect(summary.last?[0] == "批注副本" && summary.last?[1].hasPrefix("没有：") == true)
    #expect(try fixture.files().filter { $0.contains("annotated") } == [])
  }

  @Test("ERR-04 no cell of the copy runs as a formula that was none before, whatever was typed")
  func noFormula() async throws {
    let fixture = try await OfficeFixture()
    var rows = faulty()
    rows[1].birthDate = "=1+1"
    let result = try await fixture.register(rows, headings: Candidate.headings + ["=1+1"])
    let path = try #require(result.reports.annotated)
    let parts = try ReportBook(path).parts("xl/worksheets/sheet")
    #expect(parts.count == 1 && parts.allSatisfy { !$0.contains("<f>") && !$0.contains("<f ") })
    #expect(try SheetReading(path, sheet: Self.sheet).rows[2][3] == "=1+1")
  }

  @Test("ERR-02 with --lang en the copy speaks English")
  func english() async throws {
    let fixture = try await OfficeFixture()
    let path = fixture.newPath(".xlsx")
    try workbook(faulty()).write(to: path)
    let result = try await fixture.importing("registrations", path, language: .en)
    let rows = try SheetReading(try #require(result.reports.annotated), sheet: Self.sheet).rows
    #expect(rows[0].last == "Findings (import check)" && rows[2].last?.contains("Not a valid date.") == true)
  }
}
