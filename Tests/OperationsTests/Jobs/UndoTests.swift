import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// An import is taken back by value: old values return where nothing came after them.
@Suite struct UndoTests {
  private func undo(
    _ job: ImportResult, _ fixture: OfficeFixture, partial: Bool = false, dryRun: Bool = false,
    as user: String = "site990701"
  ) async throws -> UndoResult {
    try await fixture.office(user).undoJob(#require(Int(job.job)), isPartial: partial, isDryRun: dryRun)
  }

  /// The tables that hold candidates, as text.
  private func state(_ fixture: OfficeFixture) async throws -> [String: [String]] {
    try await fixture.dump().filter { ["registration", "photo", "room", "room_batch"].contains($0.key) }
  }

  @Test("REG-19 what an import created goes, what it changed has its old values again, entries included")
  func whole() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0) { $0.subjects = ["14", "15"] }, Candidate(1)])
    let before = try await fixture.stored()
    let phones = "SELECT count(*) FROM registration WHERE phone = '13911112222'"
    let second = try await fixture.register([
      Candidate(0) { ($0.phone, $0.subjects) = ("13911112222", ["26"]) }, Candidate(1), Candidate(2),
    ]) { $0.overrides = true }
    #expect(try await fixture.count(phones) == 1)
    let trial = try await undo(second, fixture, dryRun: true)
    #expect(trial.state == "undone" && trial.reversed.total == 2)
    #expect(try await fixture.count(phones) == 1)

    let result = try await undo(second, fixture)
    #expect([result.reversed.total, result.kept.total, result.refused.total] == [2, 0, 0])
    #expect(try await fixture.stored() == before)
    #expect(try await fixture.count(phones) == 0)
    #expect(try await fixture.office().verifyTrail().intact)
    #expect(try await fixture.jobs().first?.state == .undone)
    // Redo is an import again.
    let redo = try await fixture.register([Candidate(2)])
    #expect(redo.tally == [1, 1, 0, 0, 0, 0])
    #expect(try await refusal { _ = try await undo(second, fixture) }.rule == "REG-19")
  }

  @Test(
    "REG-19 what changed since keeps its value: the whole undo is refused with the list, --partial takes back the others"
  )
  func changedSince() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register([Candidate(0), Candidate(1), Candidate(2)])
    _ = try await fixture.register([Candidate(1) { $0.address = "后来的地址" }]) { $0.overrides = true }
    let before = try await state(fixture)
    let refused = try await undo(first, fixture)
    #expect(refused.state == "refused" && refused.kept.items.map(\.key) == ["…" + Candidate(1).id.suffix(4)])
    #expect(refused.kept.items.first?.reason == "changed")
    #expect(try await state(fixture) == before)
    let partial = try await undo(first, fixture, partial: true)
    #expect(partial.state == "undone" && partial.reversed.total == 2)
    #expect(try await fixture.stored().keys.sorted() == [Candidate(1).id])
  }

  @Test("REG-19 a value that was changed and changed back is no obstacle: values count, not events")
  func changedBack() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register([Candidate(0)])
    for address in ["别处", Candidate(0).address] {
      _ = try await fixture.register([Candidate(0) { $0.address = address }]) { $0.overrides = true }
    }
    #expect(try await undo(first, fixture).state == "undone")
    #expect(try await fixture.stored().isEmpty)
  }

  @Test(
    "REG-19 money, a seat, a ticket, a batch or a lock keeps a record, each with its reason",
    arguments: [
      ("UPDATE entry SET paid = 'individual' WHERE registration = 1", "paid"),
      ("UPDATE entry SET payment_batch = 1 WHERE registration = 1", "batch"),
      ("UPDATE entry SET room = '01', batch = 1, seat = 1 WHERE registration = 1", "arranged"),
      ("UPDATE entry SET ticket = '1458990701010001' WHERE registration = 1", "ticket"),
      ("UPDATE registration SET lock_reason = 'manual' WHERE id = 1", "locked"),
    ])
  func obstacles(sql: String, reason: String) async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register([Candidate(0), Candidate(1)])
    try await fixture.execute(sql)
    let before = try await state(fixture)
    let refused = try await undo(first, fixture)
    #expect(refused.state == "refused" && refused.refused.items.map(\.reason) == [reason])
    #expect(try await state(fixture) == before)
    _ = try await undo(first, fixture, partial: true)
    #expect(try await fixture.stored().keys.sorted() == [Candidate(0).id])
  }

  @Test(
    "REG-19 REG-11 an entry comes back only where its place was not given away since",
    arguments: [false, true])
  func full(ofSubject: Bool) async throws {
    let fixture = try await OfficeFixture()
    var plan = SittingPlan()
    if ofSubject { plan.sites["990701"]?.places["15"] = 1 } else { plan.sites["990701"]?.total = 100 }
    try #require(try await fixture.loadSitting(plan.text).isLoaded)
    // With these, three places of the hundred are left.
    let others = (3..<100).map { Candidate($0) { $0.subjects = ["14"] } }
    _ = try await fixture.register(
      others + [Candidate(0) { $0.subjects = ["14", "15"] }, Candidate(1) { $0.subjects = ["14"] }])
    let second = try await fixture.register([
      Candidate(0) { $0.subjects = ["14"] },
      Candidate(1) { ($0.subjects, $0.phone) = (["14"], "13911112222") },
    ]) { $0.overrides = true }
    #expect(second.state == "done")
    let taker = try await fixture.register([Candidate(2) { $0.subjects = [ofSubject ? "15" : "14"] }])
    #expect(taker.state == "done")
    let refused = try await undo(second, fixture)
    #expect(refused.state == "refused" && refused.refused.items.map(\.reason) == ["full"])
    // The other registration needs no place: it is taken back.
    let partial = try await undo(second, fixture, partial: true)
    #expect([partial.reversed.total, partial.refused.total] == [1, 1])
    // Once the place is free again, everything is.
    #expect(try await undo(taker, fixture).state == "undone")
  }

  @Test("REG-19 a roster of students is taken back, their sites with them; what was changed since is kept")
  func roster() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.enroll(Student.some(2))
    let before = try await fixture.roster()
    let second = try await fixture.enroll([
      Student(0) { $0.person.name = "钱测试" }, Student(1), Student(2),
    ]) { $0.overrides = true }
    #expect(try await undo(second, fixture).reversed.total == 2)
    #expect(try await fixture.roster() == before)
    _ = try await fixture.enroll([Student(1) { $0.person.name = "孙测试" }]) { $0.overrides = true }
    let kept = try await undo(first, fixture, partial: true)
    #expect([kept.reversed.total, kept.kept.total] == [1, 1])
    #expect(try await fixture.roster().keys.sorted() == [Student(1).id])
  }

  @Test("REG-19 AUD-01 audit decisions are taken back: pending again, and unlocked")
  func audit() async throws {
    let fixture = try await OfficeFixture.requiringAudit(candidates: 3)
    func states() async throws -> [[String?]] {
      try await [fixture.auditState(0), fixture.auditState(1), fixture.auditState(2)]
    }
    let before = try await states()
    let job = try await fixture.audit([Decision(0), .rejecting(1, "报考信息有问题", "级别不符")])
    #expect(try await undo(job, fixture).reversed.total == 2)
    #expect(try await states() == before)
    // A decision that was changed since stays.
    let again = try await fixture.audit([Decision(0), Decision(2)])
    _ = try await fixture.audit([.rejecting(0, "其他", "复查")])
    let partial = try await undo(again, fixture, partial: true)
    #expect([partial.reversed.total, partial.kept.total] == [1, 1])
    #expect(try await fixture.auditState(0) == ["rejected", nil, "4", "复查"])
  }

  @Test(
    "REG-19 photos and rooms are taken back as well; payments never, and nobody outside the scope or window")
  func others() async throws {
    let fixture = try await OfficeFixture()
    let first = try await fixture.register([Candidate(0)])
    let payments = try await fixture.pay([(Candidate(0).id, "14")])
    #expect(try await refusal { _ = try await undo(payments, fixture) }.rule == "REG-19")
    #expect(try await refusal { _ = try await undo(first, fixture, as: "site990702") }.rule == "ORG-02")
    try fixture.setClock("2020-09-02 08:00")
    #expect(try await refusal { _ = try await undo(first, fixture) }.rule == "WIN-03")
  }
}
