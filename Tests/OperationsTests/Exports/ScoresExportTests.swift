import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

@Suite struct ScoresExportTests {
  typealias Person = ExportFixture.Person

  private func store() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.prepare([
      Person(document: "990101200001010014", name: "赵测试", subjects: ["14", "42"]),
      Person(document: "820000199501010025", name: "卡丽", subjects: ["15"]),
      Person(document: "990101200001010030", name: "孙测试", subjects: ["14"]),
    ])
    try await store.mark(
      "990101200001010014",
      [
        "14": .init(score: 92, result: 3, certificate: "14580000000001"),
        "42": .init(score: 71, result: 1, isKept: true, remarks: "保留成绩，\n待三级合格"),
      ])
    try await store.mark("820000199501010025", ["15": .init(result: -1)])
    return store
  }

  @Test(
    "SCO-07 as DBF: one record a scored entry, by ticket; without a score or certificate the field is blank")
  func asDBF() async throws {
    let store = try await store()
    try await store.execute("UPDATE score SET remarks = NULL")
    let result = try await store.office().export(store.request("scores"))
    #expect(result.package == "ncre-58-990701-scores-202010091000.dbf")
    let table = try ReadTable(dbf: try result.file.bytes(in: 0..<1 << 20))
    #expect(
      table.headings == ["ZKZH", "BMH", "XM", "XB", "ZJH", "KMDM", "CJ", "DD", "WGDM", "ZSBH", "BZ"])
    #expect(
      table.rows == [
        [
          "1458990701010011", "00000000000001", "赵测试", "1", "990101200001010014", "14", "92", "3", "",
          "14580000000001", "",
        ],
        [
          "1558990701010021", "00000000000002", "卡丽", "1", "820000199501010025", "15", "", "-1", "", "", "",
        ],
        [
          "4258990701010012", "00000000000001", "赵测试", "1", "990101200001010014", "42", "71", "1", "", "", "",
        ],
      ])
  }

  @Test("SCO-07 as CSV: the same, in UTF-8 with a mark or in GB 18030", arguments: ExportEncoding.allCases)
  func asCSV(encoding: ExportEncoding) async throws {
    let store = try await store()
    var request = store.request("scores")
    request.options.format = .csv
    request.options.encoding = encoding
    let result = try await store.office().export(request)
    #expect(result.package == "ncre-58-990701-scores-202010091000.csv")
    let start = try result.file.bytes(in: 0..<5)
    #expect(start == (encoding == .utf8 ? [0xEF, 0xBB, 0xBF, 0xE5, 0x87] : [0xD7, 0xBC, 0xBF, 0xBC, 0xD6]))
    let table = try ReadTable(csv: result.file)
    #expect(table["姓名"] == ["赵测试", "卡丽", "赵测试"])
    #expect(table["等第"] == ["3", "-1", "1"])
    #expect(table["成绩"] == ["92", "", "71"])
    #expect(table["备注"] == ["", "", "保留成绩，\n待三级合格"])
  }

  @Test("SCO-07 the violation that is recorded of an entry stands in the file")
  func violations() async throws {
    let store = try await store()
    try await store.execute(
      """
      INSERT INTO violation (entry, sitting, site, kind, created_job)
      SELECT id, sitting, site, '2', 0 FROM entry WHERE subject = '42'
      """)
    let result = try await store.office().export(store.request("scores"))
    let table = try ReadTable(dbf: try result.file.bytes(in: 0..<1 << 20))
    #expect(table["WGDM"] == ["", "", "2"])
  }

  @Test("SCO-07 a site without scores can download none")
  func unscored() async throws {
    let store = try await ExportFixture()
    try await store.prepare([Person(document: "990101200001010014", name: "赵测试", subjects: ["14"])])
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office().export(store.request("scores"))
    }
    #expect(refusal?.reason == .precondition)
    #expect(refusal?.rule == "SCO-07")
    #expect(store.packageNames == [])
  }

  @Test(
    "WIN-04 scores are downloaded in the window of post-exam downloads, to the second",
    arguments: [
      ("2020-09-26 07:59:59", false), ("2020-09-26 08:00:00", true), ("2021-09-26 07:59:59", true),
      ("2021-09-26 08:00:00", false),
    ])
  func window(time: String, isOpen: Bool) async throws {
    let store = try await store()
    var request = store.request("scores")
    request.options.format = .csv
    if isOpen {
      #expect(try await store.office(at: time).export(request).records == 3)
    } else {
      let refusal = await #expect(throws: Refusal.self) { try await store.office(at: time).export(request) }
      #expect(refusal?.reason == .window)
      #expect(refusal?.wording.zh.contains("考后资料下载时间") == true)
    }
  }

  @Test("WIN-05 machine-test data, photos and registrations know no window")
  func ungated() async throws {
    let store = try await store()
    for kind in ["machine-test", "photo-package", "registrations"] {
      #expect(
        !(try await store.office(at: "2019-01-01 00:00").export(store.request(kind)).isRefused), "\(kind)")
    }
  }

  @Test("SCO-07 what was downloaded can be imported again, and changes nothing")
  func roundTrip() async throws {
    let store = try await store()
    try await store.execute("UPDATE score SET file_certificate = certificate")
    var export = store.request("scores")
    export.options.format = .csv
    let package = try await store.office().export(export)
    var request = ImportRequest(
      kind: "scores", path: try #require(package.path), sitting: "ncre-58", site: "990701")
    request.options.overrides = true
    request.reports = store.folder.path("reports")
    let result = try await store.office().importFile(request)
    #expect(result.findings.map(\.rule) == [])
    #expect(result.rows.read == 3)
    #expect(result.rows.unchanged == 3)
  }
}
