import Exports
import Files
import Operations
import Programmes
import Tabular
import Testing
import XLSXFormat

@Suite struct RegistrationsExportTests {
  typealias Person = ExportFixture.Person

  static let people = [
    Person(document: "990101200001010014", name: "赵测试", class: "会计一班", subjects: ["42", "14"]),
    Person(document: "820000199501010025", name: "卡丽", subjects: ["15"]),
    Person(document: "990101200001010030", name: "别处", subjects: ["14"], site: "990703"),
  ]

  @Test("CAN-06 one row a candidate of the site: last four of the ID, site, class, subjects, count")
  func rows() async throws {
    let store = try await ExportFixture()
    try await store.register(Self.people)
    let result = try await store.office().export(store.request("registrations"))
    let table = try ReadTable(workbook: result.file)
    #expect(table.headings == ["考生序号", "姓名", "证件号码(后4位)", "考点代码", "班级", "报考科目", "报考科目总数"])
    #expect(
      table.rows == [
        ["1", "卡丽", "0025", "990701", "", "(15)计算机基础及MS Office应用", "1"],
        ["2", "赵测试", "0014", "990701", "会计一班", "(14)计算机基础及WPS Office应用、(42)数据库工程师", "2"],
      ])
    #expect(result.records == 2)
  }

  @Test("ERR-04 no text of the workbook is a formula, and none of the CSV file can run as one")
  func formulas() async throws {
    let store = try await ExportFixture()
    try await store.register([
      Person(document: "990101200001010014", name: "=1+1", class: "@SUM(A1)", subjects: ["14"])
    ])
    let workbook = try await store.office().export(store.request("registrations"))
    let book = try Workbook(workbook.file, name: "package")
    let reader = try book.rows(of: book.sheets[0])
    var row = RawRow()
    _ = try reader.read(into: &row)
    _ = try reader.read(into: &row)
    #expect(row.text(column: 1) == "=1+1")
    #expect(row.cells.allSatisfy { !$0.isFormula })
    #expect(row.cells.first { $0.column == 1 }?.kind == .text)

    var request = store.request("registrations")
    request.options.format = .csv
    let csv = try await store.office().export(request)
    #expect(try ReadTable(csv: csv.file, removesGuards: false)["姓名"] == ["'=1+1"])
    #expect(try ReadTable(csv: csv.file, removesGuards: false)["班级"] == ["'@SUM(A1)"])
    #expect(try ReadTable(csv: csv.file)["姓名"] == ["=1+1"])
  }

  @Test("CAN-06 a site without candidates gets a workbook that says so")
  func empty() async throws {
    let store = try await ExportFixture()
    let result = try await store.office().export(store.request("registrations"))
    #expect(try ReadTable(workbook: result.file).rows.map(\.first) == ["（没有记录）"])
    #expect(result.records == 0)
    #expect(result.findings.map(\.rule) == ["CAN-06"])
    #expect(!result.isRefused)
  }
}
