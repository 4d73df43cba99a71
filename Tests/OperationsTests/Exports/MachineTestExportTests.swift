import Exports
import Operations
import Storage
import Tabular
import Testing

@Suite struct MachineTestExportTests {
  typealias Person = ExportFixture.Person

  static let people = [
    Person(document: "990101200001010014", name: "赵测试", class: "会计一班", subjects: ["14", "42"]),
    Person(document: "820000199501010025", name: "卡丽·Test", subjects: ["15"]),
  ]

  @Test("DOC-07 a ZIP with <site>.DBF holds one record an entry, each value in its field's form")
  func records() async throws {
    let store = try await ExportFixture()
    try await store.prepare(Self.people)
    let result = try await store.office().export(store.request("machine-test"))
    #expect(try result.entryNames == ["990701.DBF"])
    let table = try ReadTable(dbf: result.bytes(of: "990701.DBF"))
    #expect(
      table.headings == [
        "ZKZH", "BMH", "XM", "XB", "CSRQ", "MZ", "ZJLX", "ZJH", "KMDM", "KCDM", "KCH", "PCH", "ZWH", "KSRQ",
        "KSSJ", "BJ",
      ])
    #expect(
      table.rows.first == [
        "1458990701010011", "00000000000001", "赵测试", "1", "20000101", "01", "1", "990101200001010014", "14",
        "990701", "01", "01", "001", "20200926", "08:30-10:30", "会计一班",
      ])
    #expect(table["XM"] == ["赵测试", "赵测试", "卡丽·Test"])
    #expect(table["KSSJ"].last == "11:00-13:00")
    #expect(table["BJ"].last == "")
    #expect(result.records == 3)
    #expect(result.findings.isEmpty)
  }

  @Test("DOC-07 records come by room, batch and seat, whatever the order of registration")
  func order() async throws {
    let store = try await ExportFixture()
    try await store.prepare(
      (1...6).map { Person(document: "9901012000010100\($0)0", name: "考生\($0)", subjects: ["14"]) })
    // The last becomes the first.
    try await store.execute("UPDATE entry SET seat = 3 WHERE room = '01' AND batch = 1 AND seat = 1")
    try await store.execute(
      "UPDATE entry SET room = '01', batch = 1, seat = 1 WHERE id = (SELECT max(id) FROM entry)")
    let result = try await store.office().export(store.request("machine-test"))
    let table = try ReadTable(dbf: result.bytes(of: "990701.DBF"))
    let places = zip(table["KCH"], zip(table["PCH"], table["ZWH"])).map { "\($0)-\($1.0)-\($1.1)" }
    #expect(places == ["01-01-001", "01-01-002", "01-01-003", "01-02-001", "01-02-002", "02-01-001"])
    #expect(table["XM"] == ["考生6", "考生2", "考生1", "考生3", "考生4", "考生5"])
  }

  @Test(
    "DOC-07 a character outside the code page is a finding with ticket and value; all are found, no package is made"
  )
  func failing() async throws {
    let store = try await ExportFixture()
    try await store.prepare([
      Person(document: "990101200001010014", name: "王䶮", subjects: ["14"]),
      Person(document: "990101200001010022", name: "李好", subjects: ["14"]),
      Person(document: "990101200001010030", name: "𬱖•测", class: "㛃班", subjects: ["14"]),
    ])
    let result = try await store.office().export(store.request("machine-test"))
    #expect(result.isRefused)
    #expect(result.path == nil)
    #expect(result.findings.map(\.rule) == ["DOC-07", "DOC-07", "DOC-07"])
    #expect(result.findings.map(\.severity) == [.error, .error, .error])
    #expect(result.findings.map(\.row) == [1, 3, 3])
    #expect(result.findings.map(\.column) == ["姓名", "姓名", "班级"])
    #expect(result.findings.map(\.value) == ["王䶮", "𬱖•测", "㛃班"])
    #expect(result.findings[0].message.contains("1458990701010011"))
    #expect(result.findings[1].message.contains("𬱖 (U+2CC56)、• (U+2022)"))
    #expect(store.packageNames == [])
    #expect(try await store.office().packages(sitting: "ncre-58").isEmpty)
  }

  @Test("DOC-07 --characters question writes ?? for each, and says so")
  func questionMarks() async throws {
    let store = try await ExportFixture()
    try await store.prepare([Person(document: "990101200001010014", name: "王䶮𬱖", subjects: ["14"])])
    var request = store.request("machine-test")
    request.options.characters = .question
    let result = try await store.office().export(request)
    #expect(try ReadTable(dbf: result.bytes(of: "990701.DBF"))["XM"] == ["王????"])
    #expect(result.findings.map(\.severity) == [.warning])
    #expect(result.findings[0].message.contains("“王????”"))
  }

  @Test("DOC-07 --characters homophone writes the one in brackets; a character without one stays an error")
  func homophones() async throws {
    let store = try await ExportFixture()
    try await store.prepare([
      Person(document: "990101200001010014", name: "王䶮[岩]明", subjects: ["14"]),
      Person(document: "990101200001010022", name: "赵[同]试", subjects: ["14"]),
    ])
    var request = store.request("machine-test")
    request.options.characters = .homophone
    let good = try await store.office().export(request)
    #expect(try ReadTable(dbf: good.bytes(of: "990701.DBF"))["XM"] == ["王[岩]明", "赵[同]试"])
    #expect(good.findings.map(\.severity) == [.warning])

    for name in ["王䶮明", "王䶮[]", "王䶮[岩]𬱖"] {
      try await store.execute(
        "UPDATE registration SET name = $1 WHERE document_number = '990101200001010014'", [.text(name)])
      let bad = try await store.office().export(request)
      #expect(bad.isRefused, "\(name)")
      #expect(bad.findings.map(\.severity) == [.error], "\(name)")
    }
  }

  @Test(
    "DOC-07 a value wider than its field is an error whatever the policy: nothing is cut",
    arguments: CharacterPolicy.allCases)
  func width(policy: CharacterPolicy) async throws {
    let store = try await ExportFixture()
    let wide = String(repeating: "班", count: 21)
    try await store.prepare([
      Person(document: "990101200001010014", name: "赵测试", class: wide, subjects: ["14"]),
      Person(document: "990101200001010022", name: "赵试", class: String(wide.dropLast()), subjects: ["14"]),
    ])
    var request = store.request("machine-test")
    request.options.characters = policy
    let result = try await store.office().export(request)
    #expect(result.isRefused)
    #expect(result.findings.map(\.column) == ["班级"])
    #expect(result.findings[0].message.contains("42 字节"))
  }

  @Test("DOC-07 an identity number in a finding shows its last four only")
  func maskedFinding() async throws {
    let store = try await ExportFixture()
    try await store.prepare([Person(document: "䶮字第12345678号", name: "赵测试", subjects: ["14"])])
    let result = try await store.office().export(store.request("machine-test"))
    #expect(result.findings.map(\.value) == ["…678号"])
    #expect(!result.findings[0].message.contains("1234"))
  }

  @Test("DOC-07 is refused until every entry has a seat, and then until every entry has a ticket number")
  func preconditions() async throws {
    let store = try await ExportFixture()
    try await store.register(Self.people)
    let request = store.request("machine-test")
    let unarranged = await #expect(throws: Refusal.self) { try await store.office().export(request) }
    #expect(unarranged?.reason == .precondition)
    #expect(unarranged?.wording.zh.contains("3 个报考中有 3 个没有座位") == true)

    try await store.arrange()
    try await store.execute("UPDATE entry SET seat = NULL WHERE subject = '42'")
    let incomplete = await #expect(throws: Refusal.self) { try await store.office().export(request) }
    #expect(incomplete?.wording.zh.contains("3 个报考中有 1 个没有座位") == true)

    try await store.arrange()
    let unnumbered = await #expect(throws: Refusal.self) { try await store.office().export(request) }
    #expect(unnumbered?.reason == .precondition)
    #expect(unnumbered?.wording.zh.contains("尚未生成准考证号") == true)
    #expect(store.packageNames == [])

    try await store.number()
    #expect(try await store.office().export(request).records == 3)
  }

  @Test("DOC-07 a site without entries gets a DBF without records, and is told so")
  func empty() async throws {
    let store = try await ExportFixture()
    let result = try await store.office().export(store.request("machine-test", site: "990703"))
    #expect(result.records == 0)
    #expect(try ReadTable(dbf: result.bytes(of: "990703.DBF")).rows.isEmpty)
    #expect(result.findings.map(\.severity) == [.warning])
    #expect(result.findings.map(\.message) == ["没有可导出的记录，生成的是空包。"])
  }
}
