import Exports
import Foundation
import Operations
import Programmes
import Tabular
import Testing

@Suite("Sheets of rooms")
struct RoomDocumentsTests {
  private static let kinds = ["sign-in", "seat-plan", "door-sheets", "desk-stickers"]

  private func export(_ kind: String, _ store: ExportFixture) async throws -> ExportResult {
    try await store.office(at: ExportFixture.beforeExam).export(store.request(kind))
  }

  @Test("DOC-05 each batch of a room begins a page of its own, each room a file", arguments: kinds)
  func pages(_ kind: String) async throws {
    let store = try await TicketsExportTests.store()
    let result = try await export(kind, store)
    #expect(try result.entryNames == ["990701-01.pdf", "990701-02.pdf", "990701-03.pdf"])
    #expect(try result.entryNames.map { try result.document($0).pages } == [2, 2, 1])
    #expect(result.records == 9)
  }

  @Test("DOC-05 a long list goes on to further pages", arguments: zip(kinds, [3, 1, 1, 3]))
  func paged(_ kind: String, _ pages: Int) async throws {
    let store = try await ExportFixture()
    try await store.prepare(
      (0..<50).map { .init(document: "E\(10_000_000 + $0)", name: "考生\($0)", subjects: ["14"]) })
    // All into one room and batch.
    try await store.execute(
      "UPDATE entry SET seat = id + 100, room = '01', batch = 1")
    try await store.execute("UPDATE entry SET seat = seat - 100 - (SELECT min(id) FROM entry) + 1")
    try await store.execute("UPDATE room SET seats = 50")
    let result = try await export(kind, store)
    #expect(try result.entryNames == ["990701-01.pdf"])
    #expect(try result.document("990701-01.pdf").pages == pages)
  }

  @Test(
    "DOC-05 a sheet's head names room, time, subjects and how many are expected",
    .enabled(if: PrintedDocument.canBeRead), arguments: ["sign-in", "seat-plan", "door-sheets"])
  func heads(_ kind: String) async throws {
    let store = try await TicketsExportTests.store()
    let result = try await export(kind, store)
    let text = try result.document("990701-01.pdf").text(ofPage: 1)
    for part in ["01", "机房1", "2020年9月26日", "08:30-10:30", "计算机基础及WPSOffice应用、数据库工程师", "2人"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("DOC-05 sign-in sheets show the photos", arguments: ["sign-in", "desk-stickers"])
  func photos(_ kind: String) async throws {
    let store = try await TicketsExportTests.store()
    let photo = try TicketsExportTests.jpeg()
    try await store.photograph("990101200001010014", photo)
    #expect(try await export(kind, store).document("990701-01.pdf").holds(photo))
  }

  @Test("DOC-05 a seat plan shows the vacant seats of the room", .enabled(if: PrintedDocument.canBeRead))
  func vacant() async throws {
    let store = try await TicketsExportTests.store()
    try await store.execute("UPDATE room SET seats = 4")
    let text = try await export("seat-plan", store).document("990701-03.pdf").text(ofPage: 1)
    #expect(text.components(separatedBy: "空").count - 1 == 3)
  }

  @Test(
    "WIN-04 sign-in sheets and seat plans can be made inside the window for downloads before the exam",
    arguments: ["sign-in", "seat-plan"])
  func window(_ kind: String) async throws {
    let store = try await TicketsExportTests.store()
    for time in ["2020-09-14 08:00", "2020-09-26 07:59:59"] {
      #expect(try await store.office(at: time).export(store.request(kind)).records == 9)
    }
    for time in ["2020-09-14 07:59:59", "2020-09-26 08:00"] {
      let refusal = await #expect(throws: Refusal.self) {
        try await store.office(at: time).export(store.request(kind))
      }
      #expect(refusal?.reason == .window)
    }
  }

  @Test("DOC-05 an order that a document does not have is a wrong call")
  func order() async throws {
    let store = try await TicketsExportTests.store()
    var request = store.request("door-sheets")
    request.options.order = .class
    await #expect(throws: UnfitOption.self) { try await store.office().export(request) }
  }
}
