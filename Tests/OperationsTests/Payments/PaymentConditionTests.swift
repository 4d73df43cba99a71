import ExamModel
import Exports
import Files
import Foundation
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// What must hold before an entry can be paid.
@Suite struct PaymentConditionTests {
  /// An office whose programme asks for a photo before anything is paid.
  private func officeAskingForPhoto(_ fixture: OfficeFixture) throws -> Office {
    let folder = fixture.folder.url.appending(path: "Templates")
    try FileManager.default.copyItem(at: Shipped.root.appending(path: "Templates"), to: folder)
    let file = folder.appending(path: "Programmes/ncre/programme.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("photo:\n", with: "photo:\n  requiredForPayment: true\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let clock = fixture.clock
    return Office(
      database: fixture.database, library: ProgrammeLibrary(folder: folder.path), userName: "site990701",
      clock: { clock.now })
  }

  @Test(
    "PAY-03 where the site audits, only what has passed goes into a batch, and only that is paid by the feed")
  func audit() async throws {
    let fixture = try await OfficeFixture(.site { $0.requiresAudit = true })
    let candidates = Candidate.some(3)
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    let request = try fixture.request()
    let refused = try await refusal { _ = try await fixture.office().createPaymentBatch(request) }
    #expect(refused.rule == "PAY-03" && refused.wording.zh.contains("3 个未审核通过"))
    let feed = try await fixture.pay(ids.map { ($0, "14") })
    #expect(feed.marks == (2...4).map { "\($0) 证件号码 PAY-03" } && feed.state == "refused")
    _ = try await fixture.office().auditCandidates(fixture.request(ids: [ids[0], ids[1]]), .pass)
    let batch = try await fixture.office().createPaymentBatch(fixture.request(ids: [ids[0], ids[2]]))
    #expect(batch.entries == 1 && batch.leftOut?.audit == 1 && batch.leftOut?.photo == 0)
    #expect(try await fixture.pay([(ids[1], "14")]).state == "done")
  }

  @Test(
    "PAY-03 where the programme asks for a photo, what has none is left out of batches and refused from the feed"
  )
  func photo() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    _ = try await fixture.importPhotos([("\(ids[0]).jpg", try PhotoFile.jpeg())])
    let office = try officeAskingForPhoto(fixture)
    let batch = try await office.createPaymentBatch(fixture.request())
    #expect(batch.entries == 1 && batch.leftOut?.photo == 1)
    let lines = ids.map { "T-\($0),\($0),14,78.00,2020-08-19 09:35:12,支付宝,成功" }
    var request = ImportRequest(
      kind: "payments", path: try fixture.csv(OfficeFixture.paymentHeadings, lines),
      sitting: SittingPlan.code, site: "990701", language: .zh)
    request.reports = fixture.folder.path("reports")
    let feed = try await office.importFile(request)
    #expect(feed.marks == ["3 证件号码 PAY-03"] && feed.findings[0].message.contains("没有照片"))
  }

  @Test(
    "SET-06 a site without fees makes no batch; a province's fees hold for its sites, a site's own before them"
  )
  func fees() async throws {
    let none = try await OfficeFixture(.with { $0.fees = [] })
    _ = try await none.register([Candidate(0)])
    let request = try none.request()
    #expect(try await refusal { _ = try await none.office().createPaymentBatch(request) }.rule == "SET-06")
    #expect(try await none.stored(Candidate(0).id)?.lock == nil)
    let own = try await OfficeFixture(
      .with { $0.fees.append(("990701", "{person: 0.00, subject: 10.50}")) })
    _ = try await own.register([Candidate(0)])
    let batch = try await own.office().createPaymentBatch(own.request())
    #expect(batch.personFees == 0 && batch.totalFen == 1_050)
  }

  @Test("PAY-01 SET-01 a site that does not pay for its candidates makes no batch")
  func notCollective() async throws {
    let fixture = try await OfficeFixture(.site { $0.paysCollectively = false })
    _ = try await fixture.register([Candidate(0)])
    let request = try fixture.request()
    #expect(try await refusal { _ = try await fixture.office().createPaymentBatch(request) }.rule == "SET-01")
  }
}
