import ExamModel
import Files
import Operations
import Programmes
import Tabular
import Testing
import XLSXFormat

/// Sittings that are exported as workbooks, edited and loaded again.
@Suite struct SittingWorkbookTests {
  private static let sheets = [
    "考次", "机构", "用户", "时间窗口", "科目", "收费", "考点设置", "考点科目", "意向日期", "计划", "计划科目", "日历", "分账账户",
  ]

  /// Exports the sitting and writes it again with its cells changed.
  private func edited(
    _ fixture: OfficeFixture, _ change: (inout [String: [[SheetCell]]]) throws -> Void
  ) async throws -> String {
    let path = fixture.newPath(".xlsx")
    try await fixture.office("root").writeSitting("ncre-58", to: path)
    var sheets: [String: [[SheetCell]]] = [:]
    for name in Self.sheets {
      sheets[name] = try SheetReading(path, sheet: name).rows.map { $0.map { SheetCell(stringLiteral: $0) } }
    }
    try change(&sheets)
    var file = SheetFile(Self.sheets[0], rows: sheets[Self.sheets[0]] ?? [])
    file.after = Self.sheets.dropFirst().compactMap { name in sheets[name].map { (name, $0) } }
    // The name says nothing about what the file is.
    let other = fixture.newPath(".yaml")
    try file.write(to: other)
    return other
  }

  @Test("SET-08 a sitting that is exported and loaded again does not change; its accounts come along")
  func unchanged() async throws {
    let fixture = try await OfficeFixture()
    let root = fixture.office("root")
    _ = try await fixture.office().addAccount(SittingCopyTests.account, to: "990701", in: "ncre-58")
    let before = try await root.open("ncre-58").definition
    let start = try await fixture.trailLength()
    let path = fixture.newPath(".xlsx")
    try await root.writeSitting("ncre-58", to: path)
    let load = try await root.loadSitting(path: path, isDryRun: false)
    #expect(load.isLoaded && load.findings == [] && load.changes == [])
    #expect(try await root.open("ncre-58").definition == before)
    let accounts = try await root.accounts(sitting: "ncre-58", site: "")
    #expect(accounts.map(\.account) == [SittingCopyTests.account])
    #expect(try await fixture.trailLength() == start)
    let refused = try await refusal {
      try await fixture.office().writeSitting("ncre-58", to: fixture.newPath(".xlsx"))
    }
    #expect(refused.rule == "ORG-02")
  }

  @Test(
    "SET-08 a changed cell of the workbook is a change of the sitting, and nothing else is")
  func changed() async throws {
    let fixture = try await OfficeFixture()
    let path = try await edited(fixture) { sheets in
      sheets["机构"]?[4][2] = "学院路8号"
      sheets["考点设置"]?[2][9] = .number(1_234)
    }
    let dry = try await fixture.office("root").loadSitting(path: path, isDryRun: true)
    #expect(!dry.isLoaded && dry.findings == [] && dry.changes.count == 2, "\(dry)")
    let load = try await fixture.office("root").loadSitting(path: path, isDryRun: false)
    #expect(load.isLoaded && load.changes == dry.changes)
    #expect(load.changes.contains { $0.new == "1234" && $0.path.hasSuffix(".capacity.total") })
    #expect(load.changes.contains { $0.new == "学院路8号" })
  }

  @Test("SET-08 nothing of a workbook with a fault is applied, and the finding names sheet, row and cell")
  func fault() async throws {
    let fixture = try await OfficeFixture()
    let path = try await edited(fixture) { sheets in
      sheets["机构"]?[4][2] = "学院路8号"
      sheets["时间窗口"]?[2][2] = "七月一日"
    }
    let before = try await fixture.dump()
    let load = try await fixture.office("root").loadSitting(path: path, isDryRun: false)
    #expect(!load.isLoaded && load.hasErrors)
    let place = try #require(load.findings.first?.place)
    #expect(place == Place(sheet: "时间窗口", row: 3, column: "开始", columnIndex: 2) && place.cell == "C3")
    #expect(try await fixture.dump() == before)
  }

  @Test("SET-08 dates of the spreadsheet are read as dates")
  func dates() async throws {
    let fixture = try await OfficeFixture(nil)
    let path = fixture.newPath(".xlsx")
    var book = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let sheet = try book.addSheet("考次")
    for (column, text) in ["考次", "考试项目", "考次号", "考次名称", "考试日期"].enumerated() {
      try book.writeText(text, row: 1, column: column, in: sheet)
    }
    for (column, text) in [(0, "ncre-58"), (1, "ncre"), (2, "58"), (3, "一天的考试")] {
      try book.writeText(text, row: 2, column: column, in: sheet)
    }
    try book.writeDate(year: 2020, month: 9, day: 26, row: 2, column: 4, in: sheet)
    let organisations = try book.addSheet("机构")
    for (column, texts) in [("机构代码", "99"), ("机构名称", "测试省")].enumerated() {
      try book.writeText(texts.0, row: 1, column: column, in: organisations)
    }
    try book.writeText("99", row: 2, column: 0, in: organisations)
    try book.writeText("测试省", row: 2, column: 1, in: organisations)
    try book.finish()
    let load = try await fixture.office("root").loadSitting(path: path, isDryRun: true)
    #expect(load.findings == [], "\(load.findings)")
    #expect(load.changes.contains { $0.path == "examDates" && $0.new == "2020-09-26" })
  }

  @Test(
    "SET-08 the form of a sitting has a sheet for everything, notes, samples and codes, and loads nothing")
  func form() async throws {
    let fixture = try await OfficeFixture(nil)
    let path = fixture.newPath(".xlsx")
    try fixture.office("root").writeSittingTemplate(programme: "ncre", to: path)
    #expect(try SheetReading.sheets(of: path) == Self.sheets + ["填写说明", "样例", "码表"])
    let notes = try SheetReading(path, sheet: "填写说明").rows
    #expect(notes.contains { $0.starts(with: ["机构", "机构代码", "是"]) })
    #expect(try SheetReading(path, sheet: "码表").rows.contains { $0.first == "14" })
    let load = try await fixture.office("root").loadSitting(path: path, isDryRun: false)
    #expect(!load.isLoaded && load.findings.map(\.code) == ["SET-08.sheet/missing"])
  }
}
