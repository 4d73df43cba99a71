import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Collective payment batches.
@Suite struct PaymentBatchTests {
  private static let place = (sitting: SittingPlan.code, site: "990701")

  /// Three candidates: 14 and 42, 14, 42; the last is individual.
  private func fixture(_ plan: SittingPlan = SittingPlan()) async throws -> (OfficeFixture, [String]) {
    let fixture = try await OfficeFixture(plan)
    var candidates = Candidate.some(3)
    candidates[0].subjects = ["14", "42"]
    candidates[2].subjects = ["42"]
    _ = try await fixture.register(candidates)
    try await fixture.makeIndividual([candidates[2].id])
    return (fixture, candidates.map(\.id))
  }

  private func create(_ fixture: OfficeFixture, ids: [String]? = nil) async throws -> PaymentBatchItem {
    try await fixture.office().createPaymentBatch(fixture.request(ids: ids))
  }

  @Test("PAY-01 PAY-02 SET-06 a batch holds collective and individual entries and sums what they cost in fen")
  func create() async throws {
    let (fixture, ids) = try await fixture()
    let links = try await fixture.nextLink()
    let batch = try await create(fixture)
    #expect(batch.batch == "990701-1" && batch.state == "open")
    #expect(batch.candidates == 3 && batch.entries == 4)
    // 3 × 2.00 yuan; 2 × 76.00 and, for subject 42, 2 × 80.00.
    #expect(batch.personFees == 600 && batch.subjectFees == 31_200 && batch.totalFen == 31_800)
    let stored = try await fixture.stored()
    #expect(ids.allSatisfy { stored[$0]?.lock == "payment" })
    #expect(try await fixture.count("SELECT count(*) FROM entry WHERE payment_batch IS NOT NULL") == 4)
    let lines = try await fixture.trailLines(from: links)
    #expect(lines.count == 1 + 4 + 3 && lines[0] == "created paymentBatch 01-1 count:→4")
    #expect(lines.filter { $0.hasPrefix("changed entry") }.count == 4)
    #expect(
      lines.filter { $0.contains("lock_reason:→payment") && $0.contains("locked_by:→site990701") }.count == 3)
  }

  @Test(
    "PAY-01 a site has one open batch at most, another site its own; with --id it takes those candidates alone"
  )
  func oneOpen() async throws {
    let (fixture, ids) = try await fixture()
    #expect(try await create(fixture, ids: [ids[1]]).entries == 1)
    #expect(try await refusal { _ = try await create(fixture) }.rule == "PAY-01")
    _ = try await fixture.register([Candidate(9)], site: "990703")
    let other = try await fixture.office("site990703").createPaymentBatch(fixture.request(site: "990703"))
    #expect(other.batch == "990703-1")
    _ = try await fixture.office().payBatch(sitting: Self.place.sitting, site: Self.place.site)
    let next = try await create(fixture)
    #expect(next.batch == "990701-2" && next.entries == 3)
    let list = try await fixture.office("prov99").paymentBatches(sitting: Self.place.sitting, site: "99")
    #expect(list.map(\.batch) == ["990701-2", "990701-1", "990703-1"])
    #expect(list.map(\.state) == ["open", "paid", "open"])
  }

  @Test("PAY-02 a paid batch's entries are paid collectively; it can be neither paid again nor deleted")
  func pay() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await create(fixture)
    try fixture.setClock("2020-08-21 09:30")
    let paid = try await fixture.office().payBatch(sitting: Self.place.sitting, site: Self.place.site)
    #expect(
      paid.state == "paid" && paid.endedBy == "site990701" && paid.endedAt == "2020-08-21T09:30:00+08:00")
    #expect(try await fixture.stored(ids[0])?.subjects == ["14+", "42+"])
    #expect(
      try await fixture.count(
        "SELECT count(*) FROM entry WHERE paid = 'collective' AND order_number = '990701-1' AND paid_at > 0")
        == 4)
    let before = try await fixture.dump()
    for call in [fixture.payAgain, fixture.deleteAgain, fixture.refreshAgain] {
      let refused = try await refusal { try await call() }
      #expect(refused.rule == "PAY-02" && refused.wording.zh.contains("已支付"))
    }
    #expect(try await fixture.dump() == before)
    #expect(try await refusal { _ = try await create(fixture) }.rule == "PAY-03")
  }

  @Test(
    "PAY-02 REG-09 a deleted batch frees its entries, keeps the reason and the locks, and is neither paid nor refreshed"
  )
  func delete() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await create(fixture)
    let deleted = try await fixture.office().deleteBatch(
      sitting: Self.place.sitting, site: Self.place.site, reason: "人数有误")
    #expect(deleted.state == "deleted" && deleted.reason == "人数有误" && deleted.totalFen == 31_800)
    #expect(try await fixture.count("SELECT count(*) FROM entry WHERE payment_batch IS NOT NULL") == 0)
    #expect(try await fixture.stored(ids[0])?.lock == "payment")
    for call in [fixture.payAgain, fixture.deleteAgain, fixture.refreshAgain] {
      let refused = try await refusal { try await call() }
      #expect(refused.rule == "PAY-02" && refused.wording.zh.contains("已删除"))
    }
    #expect(try await create(fixture).batch == "990701-2")
    let first = try await fixture.office().paymentBatch(
      sitting: Self.place.sitting, site: Self.place.site, named: "1")
    #expect(first.state == "deleted" && first.entries == 4)
  }

  @Test(
    "PAY-02 deleting and paying look first at what was paid meanwhile: the batch is refreshed, the call refused"
  )
  func meanwhile() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await create(fixture)
    #expect(try await fixture.pay([(ids[0], "42")]).state == "done")
    let refused = try await refusal { try await fixture.deleteAgain() }
    #expect(refused.reason == .stale && refused.rule == "PAY-02")
    let batch = try await fixture.office().paymentBatch(sitting: Self.place.sitting, site: Self.place.site)
    #expect(batch.state == "open" && batch.entries == 3 && batch.candidates == 3 && batch.totalFen == 23_800)
    _ = try await fixture.pay([(ids[1], "14")])
    #expect(try await refusal { try await fixture.payAgain() }.reason == .stale)
    let paid = try await fixture.office().payBatch(sitting: Self.place.sitting, site: Self.place.site)
    #expect(paid.entries == 2 && paid.candidates == 2 && paid.totalFen == 400 + 7_600 + 8_000)
    #expect(try await fixture.count("SELECT count(*) FROM entry WHERE paid = 'collective'") == 2)
    #expect(try await fixture.count("SELECT count(*) FROM entry WHERE paid = 'individual'") == 2)
  }

  @Test("PAY-02 a batch of which confirmations have paid everything is over; its own order pays it")
  func confirmed() async throws {
    let (fixture, ids) = try await fixture()
    _ = try await create(fixture, ids: [ids[1], ids[2]])
    let lines = [(ids[1], "14"), (ids[2], "42")].map {
      "990701-1,\($0.0),\($0.1),78.00,2020-08-20 09:35:12,银行,成功"
    }
    let path = try fixture.csv(OfficeFixture.paymentHeadings, lines)
    #expect(try await fixture.importing("payments", path).state == "done")
    let fresh = try await fixture.office().refreshBatch(sitting: Self.place.sitting, site: Self.place.site)
    #expect(fresh.state == "paid" && fresh.entries == 2)
    #expect(try await fixture.count("SELECT count(*) FROM entry WHERE paid = 'collective'") == 2)
    _ = try await create(fixture)
    _ = try await fixture.pay([(ids[0], "14"), (ids[0], "42")])
    let gone = try await fixture.office().refreshBatch(sitting: Self.place.sitting, site: Self.place.site)
    #expect(gone.batch == "990701-2" && gone.state == "deleted" && gone.entries == 0)
  }

  @Test("PAY-01 WIN-04 ORG-02 a batch needs the window, the right to change, and a site of one's own")
  func gates() async throws {
    let (fixture, _) = try await fixture()
    let request = try fixture.request()
    let viewer = try await refusal { _ = try await fixture.office("view990701").createPaymentBatch(request) }
    #expect(viewer.reason == .viewer)
    let sibling = try await refusal { _ = try await fixture.office("site990703").createPaymentBatch(request) }
    #expect(sibling.reason == .scope)
    #expect(try await refusal { try await fixture.payAgain() }.rule == "PAY-02")
    try fixture.setClock("2020-08-31 21:00")
    #expect(try await refusal { _ = try await create(fixture) }.reason == .window)
  }
}

extension OfficeFixture {
  func payAgain() async throws {
    _ = try await office().payBatch(sitting: SittingPlan.code, site: "990701")
  }

  func deleteAgain() async throws {
    _ = try await office().deleteBatch(sitting: SittingPlan.code, site: "990701", reason: "再删一次")
  }

  func refreshAgain() async throws {
    _ = try await office().refreshBatch(sitting: SittingPlan.code, site: "990701")
  }
}
