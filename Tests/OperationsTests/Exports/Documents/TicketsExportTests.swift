import Exports
import Foundation
import ImageFormat
import Operations
import Programmes
import Tabular
import Testing

@Suite("Tickets to hand out")
struct TicketsExportTests {
  typealias Person = ExportFixture.Person

  /// Nine entries in three rooms; the last two persons share a class.
  static let people = [
    Person(document: "990101200001010014", name: "赵测试", class: "软件2班", subjects: ["14", "42"]),
    Person(document: "820000199501010025", name: "阿卜杜热合曼·阿卜杜如苏力江", class: "软件1班", subjects: ["15"]),
    Person(document: "HZ(JKD981)", name: "王𬱖", subjects: ["14", "35"]),
    Person(document: "110101200002290018", name: "李䶮", class: "软件1班", subjects: ["14", "42"]),
    Person(document: "93115619850612002X", name: "周/测试", class: "会/计", subjects: ["14", "15"]),
  ]

  static func store() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.prepare(people)
    return store
  }

  static func jpeg(grey: UInt8 = 180) throws -> [UInt8] {
    let picture = RGBPicture(width: 150, height: 200, pixels: .init(repeating: grey, count: 150 * 200 * 3))
    return try JPEGEncoder.encode(picture, quality: 80)
  }

  @Test("DOC-02 small tickets are one PDF, six to a page, and no page is begun for a new room")
  func small() async throws {
    let store = try await Self.store()
    let photo = try Self.jpeg()
    try await store.photograph("990101200001010014", photo)
    let result = try await store.office().export(store.request("tickets-small"))
    #expect(try result.entryNames == ["990701.pdf"])
    #expect(result.records == 9)
    let document = try result.document("990701.pdf")
    #expect(document.pages == 2)
    #expect(document.holds(photo))
  }

  @Test("DOC-02 the tickets come in the order that was asked for", .enabled(if: PrintedDocument.canBeRead))
  func orders() async throws {
    let store = try await Self.store()
    var firsts: [String] = []
    for order in DocumentLayout.Order.allCases {
      var request = store.request("tickets-small")
      request.options.order = order
      let document = try await store.office().export(request).document("990701.pdf")
      let text = try document.text(ofPage: 1)
      let names = Self.people.map { $0.name }.filter { text.contains($0) }
      firsts.append(
        names.min { text.range(of: $0)!.lowerBound < text.range(of: $1)!.lowerBound } ?? "")
    }
    // Room: as they were seated. Class and department: those without come first. Identity number: 11….
    #expect(firsts == ["赵测试", "王𬱖", "王𬱖", "李䶮"])
  }

  @Test(
    "DOC-02 a ticket shows number, name, document, subject, room, seat, day, time and address, rare characters too",
    .enabled(if: PrintedDocument.canBeRead))
  func content() async throws {
    let store = try await Self.store()
    let document = try await store.office().export(store.request("tickets-small")).document("990701.pdf")
    let text = try document.text(ofPage: 1)
    for part in [
      "2020年9月全国计算机等级考试", "准考证", "1458990701010011", "赵测试", "990101200001010014", "计算机基础及WPSOffice应用",
      "01考场", "1号", "2020年9月26日", "08:30-10:30", "990701地市七考点一", "学院路1号", "阿卜杜热合曼·阿卜杜如苏力江", "王𬱖",
      "HZ(JKD981)",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let fonts = try document.fonts()
    #expect(!fonts.isEmpty)
    #expect(fonts.filter { !$0.contains("yes yes yes") } == [])
  }

  @Test("DOC-03 large tickets are one to a page, a PDF for each room, class or department")
  func large() async throws {
    let store = try await Self.store()
    let rooms = try await store.office().export(store.request("tickets-large"))
    #expect(try rooms.entryNames == ["990701-01.pdf", "990701-02.pdf", "990701-03.pdf"])
    #expect(try rooms.entryNames.map { try rooms.document($0).pages } == [4, 4, 1])

    var request = store.request("tickets-large")
    request.options.order = .class
    let classes = try await store.office().export(request)
    #expect(
      try classes.entryNames == [
        "990701-未填.pdf", "990701-会_计.pdf", "990701-软件1班.pdf", "990701-软件2班.pdf",
      ])
    #expect(classes.records == 9)
  }

  @Test("DOC-03 a large ticket has the programme's own notice", .enabled(if: PrintedDocument.canBeRead))
  func notice() async throws {
    let store = try await Self.store()
    let document = try await store.office().export(store.request("tickets-large")).document("990701-01.pdf")
    let text = try document.text(ofPage: 1)
    #expect(text.contains("考生须知") && text.contains("教育部令第33号") && text.contains("不再到考点领取"))
  }

  @Test("DOC-05 a character that no font has is a finding that names ticket, text and code")
  func missing() async throws {
    let store = try await Self.store()
    try await store.execute("UPDATE registration SET name = '王\u{E000}' WHERE document_number = 'HZ(JKD981)'")
    let result = try await store.office().export(store.request("tickets-small"))
    let findings = result.findings.filter { $0.rule == "DOC-02" && $0.message.contains("U+E000") }
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0.message.contains("王\u{E000}") && $0.severity == .warning })
    #expect(!result.isRefused)
  }

  @Test("DOC-02 who has no photo, or one that cannot be drawn, is named once")
  func photos() async throws {
    let store = try await Self.store()
    for person in Self.people.dropFirst(2) { try await store.photograph(person.document, try Self.jpeg()) }
    try await store.photograph("990101200001010014", [0xFF, 0xD8, 1, 2, 3])
    let result = try await store.office().export(store.request("tickets-small"))
    #expect(result.findings.map(\.value) == ["…0014", "…0025"])
    #expect(result.findings.map { $0.message.contains("打不开") } == [true, false])
  }

  @Test("DOC-08 the same data at the same time makes the same package, byte for byte")
  func reproducible() async throws {
    let store = try await Self.store()
    try await store.photograph("990101200001010014", try Self.jpeg())
    let first = try await store.office().export(store.request("tickets-small")).sha256
    let second = try await store.office().export(store.request("tickets-small")).sha256
    #expect(first != nil && first == second)
  }

  @Test(
    "DOC-02 tickets need the arrangement and ticket numbers", arguments: ["tickets-small", "tickets-large"])
  func preconditions(_ kind: String) async throws {
    let store = try await ExportFixture()
    try await store.register(Self.people)
    func refusal() async throws -> String? {
      let refusal = await #expect(throws: Refusal.self) {
        try await store.office().export(store.request(kind))
      }
      return refusal?.wording.zh
    }
    #expect(try await refusal()?.contains("尚未编排完成") == true)
    try await store.arrange()
    #expect(try await refusal()?.contains("尚未生成准考证号") == true)
    try await store.number()
    #expect(try await store.office().export(store.request(kind)).records == 9)
  }

  @Test("DOC-02 without any entry the package is empty and says so")
  func empty() async throws {
    let store = try await ExportFixture()
    let result = try await store.office().export(store.request("tickets-small"))
    #expect(try result.entryNames == ["empty.txt"])
    #expect(result.findings.map(\.severity) == [.warning])
  }
}
