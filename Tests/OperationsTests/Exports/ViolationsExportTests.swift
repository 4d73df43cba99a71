import Exports
import Operations
import Programmes
import Tabular
import Testing

@Suite struct ViolationsExportTests {
  private func store() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.prepare([
      .init(document: "990101200001010014", name: "赵测试", subjects: ["14", "42"]),
      .init(document: "820000199501010025", name: "=卡丽", subjects: ["15"]),
    ])
    try await store.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, note)
      SELECT id, sitting, site, CASE WHEN subject = '42' THEN '3' ELSE '1' END,
        CASE WHEN subject = '42' THEN '夹带' END
      FROM entry WHERE subject <> '14'
      """)
    return store
  }

  @Test("VIO-02 the export has one row a record, by ticket, with the last four of the ID number")
  func workbook() async throws {
    let store = try await store()
    let result = try await store.office().export(store.request("violations"))
    #expect(result.package == "ncre-58-990701-violations-202010091000.xlsx" && result.records == 2)
    let table = try ReadTable(workbook: result.file)
    #expect(table.headings == ["准考证号", "姓名", "证件号码(后4位)", "考试科目", "违纪类型", "情节说明"])
    #expect(
      table.rows == [
        ["1558990701010021", "=卡丽", "0025", "(15)计算机基础及MS Office应用", "缺考", ""],
        ["4258990701010012", "赵测试", "0014", "(42)数据库工程师", "作弊", "夹带"],
      ])
  }

  @Test("VIO-02 ERR-04 as CSV no cell can run as a formula")
  func csv() async throws {
    let store = try await store()
    var request = store.request("violations")
    request.options.format = .csv
    let result = try await store.office().export(request)
    #expect(try ReadTable(csv: result.file, removesGuards: false)["姓名"] == ["'=卡丽", "赵测试"])
  }

  @Test("VIO-02 a site without any gets a package that says so")
  func empty() async throws {
    let store = try await store()
    try await store.execute("DELETE FROM violation")
    let result = try await store.office().export(store.request("violations"))
    #expect(result.records == 0 && !result.isRefused && result.findings.map(\.rule) == ["VIO-02"])
    #expect(try ReadTable(workbook: result.file).rows.map(\.first) == ["（没有记录）"])
  }

  @Test(
    "WIN-04 violations are downloaded in the window of post-exam downloads, to the second",
    arguments: [
      ("2020-09-26 07:59:59", false), ("2020-09-26 08:00:00", true), ("2021-09-26 07:59:59", true),
      ("2021-09-26 08:00:00", false),
    ])
  func window(time: String, isOpen: Bool) async throws {
    let store = try await store()
    if isOpen {
      #expect(try await store.office(at: time).export(store.request("violations")).records == 2)
    } else {
      let refusal = await #expect(throws: Refusal.self) {
        try await store.office(at: time).export(store.request("violations"))
      }
      #expect(refusal?.reason == .window && refusal?.wording.zh.contains("考后资料下载时间") == true)
      #expect(store.packageNames == [])
    }
  }
}
