import Exports
import Operations
import Storage
import Tabular
import Testing

@Suite struct PhotoPackageExportTests {
  typealias Person = ExportFixture.Person

  static let people = [
    Person(document: "990101200001010014", name: "赵测试", subjects: ["14", "42"]),
    Person(document: "820000199501010025", name: "钱无照", subjects: ["15"]),
    Person(document: "HZ(JKD981)", name: "孙测试", subjects: ["14"]),
  ]
  static let picture: [UInt8] = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9]
  static let other: [UInt8] = [0xFF, 0xD8, 9, 9, 0xFF, 0xD9]

  private func store(isNumbered: Bool) async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.register(Self.people)
    try await store.arrange()
    if isNumbered { try await store.number() }
    try await store.photograph("990101200001010014", Self.picture)
    try await store.photograph("HZ(JKD981)", Self.other)
    return store
  }

  @Test("DOC-06 with ticket numbers the folder named by the site holds a picture for each entry, untouched")
  func byTicket() async throws {
    let store = try await store(isNumbered: true)
    let result = try await store.office().export(store.request("photo-package"))
    #expect(
      try result.entryNames == [
        "990701/", "990701/1458990701010011.jpg", "990701/1458990701010022.jpg",
        "990701/4258990701010012.jpg",
      ])
    #expect(try result.bytes(of: "990701/1458990701010011.jpg") == Self.picture)
    #expect(try result.bytes(of: "990701/4258990701010012.jpg") == Self.picture)
    #expect(try result.bytes(of: "990701/1458990701010022.jpg") == Self.other)
    #expect(result.records == 3)
  }

  @Test(
    "DOC-06 needs the arrangement only: until there are ticket numbers pictures are named by identity number")
  func byIdentity() async throws {
    let store = try await store(isNumbered: false)
    let names = ["990701/", "990701/990101200001010014.jpg", "990701/HZ(JKD981).jpg"]
    let unnumbered = try await store.office().export(store.request("photo-package"))
    #expect(try unnumbered.entryNames == names)

    try await store.number()
    var request = store.request("photo-package")
    request.options.names = .id
    #expect(try await store.office().export(request).entryNames == names)
  }

  @Test("DOC-06 --names ticket is refused until there are ticket numbers")
  func ticketsAskedFor() async throws {
    let store = try await store(isNumbered: false)
    var request = store.request("photo-package")
    request.options.names = .ticket
    let refusal = await #expect(throws: Refusal.self) { try await store.office().export(request) }
    #expect(refusal?.reason == .precondition)
    #expect(refusal?.wording.zh.contains("准考证号") == true)
  }

  @Test("DOC-06 is refused while an entry has no seat")
  func unarranged() async throws {
    let store = try await ExportFixture()
    try await store.register(Self.people)
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office().export(store.request("photo-package"))
    }
    #expect(refusal?.reason == .precondition)
    #expect(refusal?.wording.zh.contains("尚未编排完成") == true)
  }

  @Test("DOC-06 who has no photo is named once, masked; a picture that lost its registration counts as none")
  func missing() async throws {
    let store = try await store(isNumbered: true)
    try await store.execute(
      "UPDATE registration SET has_photo = 0 WHERE document_number = '990101200001010014'")
    let result = try await store.office().export(store.request("photo-package"))
    #expect(result.records == 1)
    #expect(result.findings.map(\.value) == ["…0025", "…0014"])
    #expect(result.findings.map(\.severity) == [.warning, .warning])
    #expect(result.findings[0].message.contains("钱无照"))
    #expect(!result.isRefused)
  }

  @Test("DOC-06 a number that no file can be named by is left out with a warning, and can go by its ticket")
  func unfitName() async throws {
    let store = try await store(isNumbered: true)
    try await store.execute(
      "UPDATE registration SET document_number = '../字第1/2号' WHERE document_number = 'HZ(JKD981)'")
    try await store.execute(
      "UPDATE photo SET document_number = '../字第1/2号' WHERE document_number = 'HZ(JKD981)'")
    var request = store.request("photo-package")
    request.options.names = .id
    let result = try await store.office().export(request)
    #expect(try result.entryNames == ["990701/", "990701/990101200001010014.jpg"])
    #expect(result.findings.contains { $0.value == "…1/2号" && $0.severity == .warning })
    request.options.names = .ticket
    #expect(try await store.office().export(request).records == 3)
  }

  @Test("DOC-06 without any photo the package is empty and says so")
  func empty() async throws {
    let store = try await ExportFixture()
    let result = try await store.office().export(store.request("photo-package"))
    #expect(try result.entryNames == ["990701/", "990701/empty.txt"])
    #expect(String(decoding: try result.bytes(of: "990701/empty.txt"), as: UTF8.self).contains("没有可导出的记录"))
    #expect(result.records == 0)
    #expect(result.findings.map(\.severity) == [.warning])
  }
}
