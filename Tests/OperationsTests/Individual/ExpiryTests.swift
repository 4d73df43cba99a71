import Exports
import ExamModel
import Files
import Imports
import Operations
import Storage
import Testing

/// Unpaid individual entries have a day.
@Suite struct ExpiryTests {
  /// A candidate who registered at nine on the 20th.
  private func registered(_ change: (inout Individual) -> Void = { _ in }) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    #expect(try await fixture.feed([Individual(0, change)]).state == "done")
    return fixture
  }

  @Test("CAN-07 WIN-06 an unpaid entry is there for 24 hours, to the second, whoever looks")
  func boundary() async throws {
    let fixture = try await registered { $0.person.subjects = ["14", "15"] }
    try fixture.setClock("2020-08-21 09:00", plus: -1)
    #expect(try await fixture.listed(as: "view990701") == ["\(Individual(0).id) 14,15"])
    try fixture.setClock("2020-08-21 09:00")
    #expect(try await fixture.listed(as: "view990701") == [])
    #expect(try await fixture.count("SELECT count(*) FROM registration") == 0)
  }

  @Test("CAN-07 OPS-02 what expires goes into the trail as the system's doing, with its last values")
  func trail() async throws {
    let fixture = try await registered()
    try fixture.setClock("2020-08-22 09:00")
    _ = try await fixture.listed()
    let events = try await fixture.database.read { session in
      try session.all(
        "SELECT member, action, record, record_key, part, rule FROM trail WHERE action = 'removed' ORDER BY number"
      ) { row in (0..<6).map { row.text($0) } }
    }
    #expect(
      events == [
        ["system", "removed", "entry", Individual(0).id, "14", "CAN-07"],
        ["system", "removed", "registration", Individual(0).id, "", "CAN-07"],
      ])
    #expect(try await fixture.office().verifyTrail().intact)
  }

  @Test("CAN-07 PHC-02 the photo stays where it was")
  func photo() async throws {
    let fixture = try await registered()
    _ = try await fixture.importPhotos([("\(Individual(0).id).jpg", try PhotoFile.jpeg())])
    try fixture.setClock("2020-08-22 09:00")
    #expect(try await fixture.listed() == [])
    #expect(try await fixture.count("SELECT count(*) FROM photo") == 1)
  }

  @Test("CAN-07 PAY-01 paid entries, collective ones and those that a payment batch holds do not expire")
  func kept() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(5)])
    _ = try await fixture.feed([
      Individual(0) { $0.isPaid = true }, Individual(1), Individual(2) { $0.person.subjects = ["14", "15"] },
      Individual(3),
    ])
    try await fixture.execute(
      """
      UPDATE entry SET payment_batch = 1 WHERE registration = (
        SELECT id FROM registration WHERE document_number = $1)
      """, [.text(Individual(1).id)])
    _ = try await fixture.pay([(Individual(2).id, "15")])
    try fixture.setClock("2020-08-22 09:00")
    let expected = [
      "\(Individual(0).id) 14", "\(Individual(1).id) 14", "\(Individual(2).id) 15", "\(Candidate(5).id) 14",
    ]
    #expect(try await fixture.listed() == expected.sorted())
  }

  @Test("CAN-07 a feed row that has expired already is passed over with a warning; places are free again")
  func late() async throws {
    let fixture = try await OfficeFixture(.site { $0.places["14"] = 1 })
    _ = try await fixture.feed([Individual(0)])
    #expect(try await fixture.feed([Individual(1)]).marks == ["REG-11"])
    try fixture.setClock("2020-08-21 09:00")
    let result = try await fixture.feed([
      Individual(0), Individual(1) { $0.registeredAt = "2020-08-21 08:59:59" },
    ])
    #expect(result.marks == ["2 报名时间 CAN-07"] && result.tally == [2, 1, 0, 0, 1, 0])
    #expect(try await fixture.listed() == ["\(Individual(1).id) 14"])
  }

  @Test("ORG-06 CAN-07 in a closed sitting nothing expires any more")
  func closed() async throws {
    let fixture = try await registered()
    try await fixture.office("root").closeSitting(SittingPlan.code)
    try fixture.setClock("2020-08-22 09:00")
    #expect(try await fixture.listed() == ["\(Individual(0).id) 14"])
  }

  @Test("CAN-07 whoever only reads is not refused where the store cannot be written")
  func readOnly() async throws {
    let fixture = try await registered()
    try fixture.setClock("2020-08-22 09:00")
    let clock = fixture.clock
    let office = Office(
      database: ReadOnlyDatabase(base: fixture.database), library: Shipped.library, userName: "site990701",
      clock: { clock.now })
    let request = CandidateRequest(sitting: SittingPlan.code, site: "990701")
    #expect(try await office.candidates(request).items.count == 1)
  }
}

/// A database on a disk that takes nothing more.
private struct ReadOnlyDatabase: Database {
  let base: any Database

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result { try await base.read(body) }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    throw StoreError(.disk, zh: "只读", en: "read-only")
  }

  func connection() async throws -> any Connection { try await base.connection() }

  func health() async throws -> StoreHealth { try await base.health() }

  func freeze(_ target: String?) async throws { try await base.freeze(target) }
}
