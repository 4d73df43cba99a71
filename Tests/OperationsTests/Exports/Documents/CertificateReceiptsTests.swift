import Operations
import Storage
import Testing

@Suite("Certificate receipts")
struct CertificateReceiptsTests {
  private func store() async throws -> ExportFixture {
    let store = try await TicketsExportTests.store()
    try await store.mark(
      "990101200001010014",
      ["14": .init(score: 92, result: 3, certificate: "14580000000001"), "42": .init(score: 30, result: 0)])
    try await store.mark(
      "820000199501010025", ["15": .init(score: 70, result: 1, certificate: "15580000000002")])
    try await store.mark(
      "110101200002290018",
      [
        "14": .init(score: 85, result: 2, certificate: "14580000000003"),
        "42": .init(score: 88, result: 2, isKept: true),
      ])
    return store
  }

  /// Says that the certificate of a person's subject is sent by post.
  private func mail(_ document: String, status: String, _ store: ExportFixture) async throws {
    try await store.execute(
      """
      INSERT INTO mailing (entry, sitting, site, status)
      SELECT e.id, e.sitting, e.site, $2 FROM entry e JOIN registration r ON r.id = e.registration
      WHERE r.document_number = $1 AND e.subject = '14'
      """, [.text(document), .text(status)])
  }

  @Test(
    "DOC-05 the sheet has those with a certificate; who gets it by post has left it, who was refunded is back"
  )
  func selection() async throws {
    let store = try await store()
    let request = store.request("certificate-receipts")
    #expect(try await store.office().export(request).records == 3)
    for status in ["1", "2", "3"] {
      try await mail("990101200001010014", status: status, store)
      #expect(try await store.office().export(request).records == 2)
      try await store.execute("DELETE FROM mailing")
    }
    try await mail("990101200001010014", status: "4", store)
    #expect(try await store.office().export(request).records == 3)
  }

  @Test(
    "DOC-05 receipts are parted by class; identity numbers are masked",
    .enabled(if: PrintedDocument.canBeRead))
  func content() async throws {
    let store = try await store()
    let result = try await store.office().export(store.request("certificate-receipts"))
    #expect(try result.entryNames == ["990701-软件1班.pdf", "990701-软件2班.pdf"])
    let text = try result.document("990701-软件1班.pdf").text(ofPage: 1)
    for part in ["证书领取确认单", "软件1班", "15580000000002", "14580000000003", "820000*****0025", "良好", "领取人签名"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("820000199501010025"))
  }

  @Test("DOC-05 receipts need scores, and the window for downloads after the exam")
  func gates() async throws {
    let unscored = try await TicketsExportTests.store()
    let request = unscored.request("certificate-receipts")
    let refusal = await #expect(throws: Refusal.self) { try await unscored.office().export(request) }
    #expect(refusal?.reason == .precondition)
    let scored = try await store()
    let early = await #expect(throws: Refusal.self) {
      try await scored.office(at: "2020-09-26 07:59:59").export(scored.request("certificate-receipts"))
    }
    #expect(early?.reason == .window)
  }
}
