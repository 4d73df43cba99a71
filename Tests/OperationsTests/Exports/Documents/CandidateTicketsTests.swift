import Exports
import Files
import Operations
import Tabular
import Testing

@Suite("Candidates' own tickets")
struct CandidateTicketsTests {
  private static let site = "990701"

  /// A store whose tickets were made.
  private func made() async throws -> (store: ExportFixture, result: ExportResult) {
    let store = try await TicketsExportTests.store()
    try await store.photograph("990101200001010014", try TicketsExportTests.jpeg())
    return (store, try await store.office().export(store.request("candidate-tickets")))
  }

  private func check(_ store: ExportFixture) async throws -> CandidateTicketCheck {
    try await store.office().checkCandidateTickets(sitting: "ncre-58", site: Self.site)
  }

  @Test("DOC-04 each candidate's ticket is a PDF of one page, named by its number, and all are up to date")
  func make() async throws {
    let (store, result) = try await made()
    #expect(try result.entryNames.count == 9)
    #expect(try result.entryNames.contains("1458990701010011.pdf"))
    #expect(try result.entryNames.allSatisfy { try result.document($0).pages == 1 })
    #expect(try result.document("1458990701010011.pdf").holds(try TicketsExportTests.jpeg()))
    let check = try await check(store)
    #expect(check.entries == 9 && check.upToDate == 9 && check.missing == [] && check.outdated == [])
  }

  @Test(
    "DOC-04 tickets are made ahead only once the arrangement window is over",
    arguments: [("2020-09-13 10:00", false), ("2020-09-14 07:59:59", false), ("2020-09-14 08:00", true)])
  func window(_ time: String, _ isOver: Bool) async throws {
    let store = try await TicketsExportTests.store()
    let office = store.office(at: time)
    if isOver {
      #expect(try await office.export(store.request("candidate-tickets")).records == 9)
    } else {
      let refusal = await #expect(throws: Refusal.self) {
        try await office.export(store.request("candidate-tickets"))
      }
      #expect(refusal?.rule == "DOC-04")
    }
  }

  @Test("DOC-04 a site whose candidates do not print tickets has none to make")
  func disallowed() async throws {
    let store = try await ExportFixture()
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office().export(store.request("candidate-tickets", site: "990703"))
    }
    #expect(refusal?.wording.zh.contains("允许考生个人打印准考证") == true)
  }

  @Test(
    "DOC-04 the check lists the tickets behind which something changed since, and no others",
    arguments: [
      ("UPDATE registration SET name = '改名' WHERE document_number = '110101200002290018'", 2),
      ("UPDATE entry SET seat = 9 WHERE ticket = '1458990701010011'", 1),
      ("UPDATE registration SET has_photo = 0 WHERE document_number = '990101200001010014'", 2),
      ("UPDATE room_batch SET starts = starts + 10 WHERE room = '03'", 1),
      ("UPDATE registration SET phone = '13800000000'", 0),
    ])
  func outdated(_ change: String, _ count: Int) async throws {
    let (store, _) = try await made()
    try await store.execute(change)
    let check = try await check(store)
    #expect(check.outdated.count == count && check.upToDate == 9 - count && check.missing == [])
    _ = try await store.office().export(store.request("candidate-tickets"))
    #expect(try await self.check(store).upToDate == 9)
  }

  @Test("DOC-04 the check lists tickets that were not made")
  func missing() async throws {
    let store = try await TicketsExportTests.store()
    #expect(try await check(store).missing.count == 9)
    _ = try await store.office().export(store.request("candidate-tickets"))
    try await store.register([.init(document: "E20000001", name: "后来的人", subjects: ["14"])])
    let check = try await check(store)
    #expect(check.entries == 10 && check.missing == ["…0001"])
  }

  @Test("DOC-04 a downloaded ticket is the one that was made; downloads are counted by subject")
  func download() async throws {
    let (store, result) = try await made()
    let path = store.folder.path("ticket.pdf")
    for _ in 1...2 { try await download("1458990701010011", store, to: path) }
    try await download("4258990701010012", store, to: path)
    let made = try result.bytes(of: "4258990701010012.pdf")
    #expect(try file(path) == made)
    let table = try await store.office().statistics(.ticketDownloads, sitting: "ncre-58")
    #expect(
      table.rows.first { $0[2] == .text("14") }.map { Array($0[4...]) } == [
        .count(4), .count(4), .count(1), .count(3), .share(0.25), .count(2),
      ])
    #expect(Array(table.total[4...7]) == [.count(9), .count(9), .count(2), .count(7)])
    #expect(table.total.last == .count(3))
    // Beside the packages, which nobody fetched, the tickets are counted under a kind of their own.
    let all = try await store.office().statistics(.downloads, sitting: "ncre-58")
    #expect(
      all.rows.map { "\($0[2]) \($0.last ?? .blank)" } == [
        "blank count(0)", "text(\"14\") count(2)", "text(\"15\") count(0)", "text(\"35\") count(0)",
        "text(\"42\") count(1)",
      ])
    #expect(all.total.last == .count(3))
  }

  @Test(
    "DOC-04 candidates download from the moment when tickets may be printed",
    arguments: [("2020-09-15 07:59:59", false), ("2020-09-15 08:00", true)])
  func printingWindow(_ time: String, _ isOpen: Bool) async throws {
    let (store, _) = try await made()
    let path = store.folder.path("ticket.pdf")
    if isOpen {
      try await download("1458990701010011", store, to: path, at: time)
    } else {
      let refusal = await #expect(throws: Refusal.self) {
        try await download("1458990701010011", store, to: path, at: time)
      }
      #expect(refusal?.reason == .window)
    }
  }

  @Test("DOC-04 a ticket that is out of date, unknown or not made is not handed out, nor counted")
  func refused() async throws {
    let store = try await TicketsExportTests.store()
    let path = store.folder.path("ticket.pdf")
    func wording(_ ticket: String) async throws -> String {
      let refusal = await #expect(throws: Refusal.self) { try await download(ticket, store, to: path) }
      return refusal?.wording.zh ?? ""
    }
    #expect(try await wording("1458990701010011").contains("还没有预生成"))
    _ = try await store.office().export(store.request("candidate-tickets"))
    #expect(try await wording("9999").contains("没有准考证号 9999"))
    try await store.execute(
      "UPDATE registration SET name = '改名' WHERE document_number = '990101200001010014'")
    #expect(try await wording("1458990701010011").contains("有变动"))
    #expect(throws: FileError.self) { _ = try file(path) }
    let table = try await store.office().statistics(.ticketDownloads, sitting: "ncre-58")
    #expect(table.total.last == .count(0))
  }

  private func download(
    _ ticket: String, _ store: ExportFixture, to path: String, at time: String = ExportFixture.beforeExam
  ) async throws {
    _ = try await store.office(at: time).downloadTicket(ticket, sitting: "ncre-58", site: Self.site, to: path)
  }

  private func file(_ path: String) throws(FileError) -> [UInt8] {
    let source = try FileSource(path: path)
    return try source.bytes(in: 0..<source.count)
  }
}
