import Imports
import Operations
import Storage
import Testing

/// The feed of payments that were made elsewhere.
@Suite struct PaymentTests {
  @Test("CAN-02 a payment locks its registration by itself, and no other")
  func locks() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let result = try await fixture.pay([(candidates[0].id, "14")])
    #expect(result.state == "done" && result.tally == [1, 1, 0, 0, 0, 0])
    let stored = try await fixture.stored()
    #expect(stored[candidates[0].id]?.lock == "payment" && stored[candidates[0].id]?.subjects == ["14+"])
    #expect(stored[candidates[1].id]?.lock == nil && stored[candidates[1].id]?.subjects == ["14"])
    let changed = Candidate(0) { $0.phone = "13900000000" }
    #expect(try await fixture.register([changed]) { $0.overrides = true }.marks == ["2 证件号码 REG-07"])
  }

  @Test("OPS-07 OPS-07.exists an order number is taken once; with override the same payments are unchanged")
  func twice() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(3)
    _ = try await fixture.register(candidates)
    let payments = candidates.map { (id: $0.id, subject: "14") }
    _ = try await fixture.pay(payments)
    let before = try await fixture.dump()
    let again = try await fixture.pay(payments)
    #expect(again.marks == (2...4).map { "\($0) 订单号 OPS-07.exists" } && again.state == "refused")
    let overridden = try await fixture.pay(payments) { $0.overrides = true }
    #expect(overridden.tally == [3, 0, 0, 3, 0, 0])
    #expect(try await fixture.dump() == before)
  }

  @Test("OPS-07 one bad payment and none of the file is taken")
  func allOrNothing() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(3)
    _ = try await fixture.register(Array(candidates[..<2]))
    let before = try await fixture.dump()
    let result = try await fixture.pay(candidates.map { ($0.id, "14") } + [(candidates[0].id, "15")])
    #expect(result.marks == ["4 证件号码 CAN-07", "5 证件号码 CAN-07"])
    #expect(result.state == "refused" && result.tally == [4, 2, 0, 0, 0, 2])
    #expect(try await fixture.dump() == before)
    let partial = try await fixture.pay(candidates.map { ($0.id, "14") }) { $0.isPartial = true }
    #expect(partial.state == "done" && partial.tally == [3, 2, 0, 0, 0, 1])
  }

  @Test("CAN-07 a payment that failed is passed over")
  func failedPayment() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(0)
    _ = try await fixture.register([candidate])
    let lines = ["失败", "成功"].enumerated().map {
      "T\($0),\(candidate.id),14,78.00,2020-08-19 09:35:12,支付宝,\($1)"
    }
    let path = try fixture.csv(OfficeFixture.paymentHeadings, lines)
    let result = try await fixture.importing("payments", path)
    #expect(result.state == "done" && result.tally == [2, 1, 0, 0, 1, 0])
    #expect(try await fixture.stored(candidate.id)?.subjects == ["14+"])
  }

  @Test("ORG-02 a payment is for candidates within the organisation only")
  func scope() async throws {
    let fixture = try await OfficeFixture()
    let (here, there) = (Candidate(0), Candidate(1))
    _ = try await fixture.register([here])
    _ = try await fixture.register([there], site: "990703")
    #expect(try await fixture.pay([(here.id, "14"), (there.id, "14")]).marks == ["3 证件号码 CAN-07"])
    let lines = [here, there].map { "T\($0.email),\($0.id),14,78.00,2020-08-19 09:35:12,支付宝,成功" }
    let path = try fixture.csv(OfficeFixture.paymentHeadings, lines)
    let result = try await fixture.importing("payments", path, site: "99", as: "prov99")
    #expect(result.tally == [2, 2, 0, 0, 0, 0])
  }
}
