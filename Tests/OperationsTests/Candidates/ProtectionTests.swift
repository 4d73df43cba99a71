import ExamModel
import Exports
import Files
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// What protects a record says since when, who did it, and what lifts it.
@Suite struct ProtectionTests {
  private func protections(_ id: String, _ fixture: OfficeFixture) async throws -> [Protection] {
    let list = try await fixture.office().candidates(fixture.request([("idNumber", [id])]))
    return try #require(list.items.first).protections
  }

  @Test("CAN-02 a lock by hand names its time, its person and the reason that was given")
  func manual() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(0)
    _ = try await fixture.register([candidate])
    #expect(try await protections(candidate.id, fixture).isEmpty)
    #expect(
      try await fixture.office().setLock(true, fixture.request(), reason: " 已\u{1F}核对\u{7} ") == 1)
    let lock = try #require(try await protections(candidate.id, fixture).first)
    #expect(lock.kind == .lock && lock.member == "site990701" && lock.note == "已 核对")
    #expect(lock.since?.shortText == SittingPlan.registrationTime)
    #expect(lock.state.zh == "已由人工锁定（2020-08-20 10:00，site990701，“已 核对”）")
    #expect(lock.lift.en.contains("kaowu candidates unlock"))
  }

  @Test("CAN-02 REG-09 each protection of a record is listed, from the payment to the score")
  func all() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    _ = try await fixture.pay([(ids[0], "14")])
    #expect(try await protections(ids[0], fixture).map(\.kind) == [.payment, .paid])
    #expect(
      try await protections(ids[0], fixture).map(\.number) == Array(repeating: "T-\(ids[0])-14", count: 2))
    _ = try await fixture.office().createPaymentBatch(fixture.request(ids: [ids[1]]))
    let held = try await protections(ids[1], fixture)
    #expect(held.map(\.kind) == [.payment, .paymentBatch])
    #expect(held[1].number == "990701-1" && held[1].subjects == ["14"] && held[1].member == "site990701")
    try await fixture.seat([ids[0]], isNumbered: true)
    try await fixture.execute(
      """
      INSERT INTO score (entry, sitting, site, file_result, result, created_job)
      SELECT e.id, e.sitting, e.site, 1, 1, 1 FROM entry e WHERE e.room IS NOT NULL
      """)
    let full = try await protections(ids[0], fixture)
    #expect(full.map(\.kind) == [.payment, .paid, .arranged, .ticket, .score])
    #expect(full[2].since?.secondsSince1970 == 1_598_000_000 && full[2].member == "root")
    #expect(full[4].member == "site990701" && full[4].since != nil)
    #expect(full.allSatisfy { !$0.lift.zh.isEmpty && !$0.state.en.isEmpty })
  }

  @Test("REG-07 PHO-04 a locked registration's finding says why, since when, who, and what lifts it")
  func findings() async throws {
    let fixture = try await OfficeFixture()
    var candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    _ = try await fixture.pay([(candidates[0].id, "14")])
    _ = try await fixture.office().setLock(true, fixture.request(ids: [candidates[1].id]), reason: "核对中")
    for index in candidates.indices { candidates[index].phone = "13900000000" }
    let result = try await fixture.register(candidates) { $0.overrides = true }
    #expect(result.findings.map(\.rule) == ["REG-07", "REG-07"])
    let messages = result.findings.map(\.message)
    #expect(
      messages[0].contains("已因支付锁定（2020-08-20 10:00，订单 T-\(candidates[0].id)-14，site990701）"),
      "\(messages[0])")
    #expect(messages[1].contains("已由人工锁定（2020-08-20 10:00，site990701，“核对中”）"))
    #expect(result.findings.allSatisfy { $0.suggestion?.contains("kaowu candidates unlock") == true })
    let english = try await fixture.register(candidates, language: .en) { $0.overrides = true }
    #expect(english.findings[1].message.contains("locked by hand (2020-08-20 10:00, by site990701"))
    let photo = try await fixture.importPhotos(
      [("\(candidates[1].id).jpg", try PhotoFile.jpeg())], overrides: true)
    #expect(photo.findings.map(\.rule) == ["PHO-04"])
    #expect(photo.findings[0].message.contains("已由人工锁定（2020-08-20 10:00，site990701，“核对中”）"))
  }

  @Test(
    "REG-09 an entry in an open payment batch names the batch, its time and its person, also when unlocked")
  func held() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(0)
    _ = try await fixture.register([candidate])
    _ = try await fixture.office().createPaymentBatch(fixture.request())
    #expect(try await fixture.setLock(false) == 1)
    let changed = Candidate(0) { $0.subjects = ["15"] }
    let result = try await fixture.register([changed]) { $0.overrides = true }
    #expect(result.marks == ["2 报考科目1 REG-09"])
    #expect(
      result.findings[0].message.contains("科目 14 在未完成的缴费批次中（2020-08-20 10:00，批次 990701-1，site990701）"))
    #expect(result.findings[0].suggestion?.contains("kaowu payment pay") == true)
  }
}
