import Operations
import Tabular
import Testing

@Suite struct ArrangementGateTests {
  private let place = (sitting: SeatingFixture.sitting, site: SeatingFixture.site)

  /// A site with two candidates and a room for them.
  private func fixture(_ sitting: SittingText = SittingText()) async throws -> SeatingFixture {
    let fixture = try await SeatingFixture.make(sitting)
    try await fixture.register([.number(1, ["14", "15"]), .number(2, ["14"])])
    _ = try await fixture.importRooms([
      "01||楼|2||1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|11:00|13:00",
    ])
    return fixture
  }

  private func refusal(_ body: () async throws -> some Any) async -> Refusal? {
    await #expect(throws: Refusal.self) { _ = try await body() }
  }

  @Test("ARR-02 one unpaid entry keeps the whole site from being arranged")
  func unpaid() async throws {
    let fixture = try await fixture()
    try await fixture.register([.number(3, ["14"], isPaid: false)])
    let office = fixture.office()
    let refusal = await refusal { try await office.arrange(sitting: place.sitting, site: place.site) }
    #expect(refusal?.rule == "ARR-02")
    #expect(refusal?.wording.en.contains("1 of the 4 entries") == true)
    #expect(try await fixture.rows("count(*)", from: "entry WHERE room IS NOT NULL") == ["0"])
  }

  @Test("ORG-07 a site without an address is not arranged")
  func noAddress() async throws {
    let fixture = try await fixture(SittingText(address: nil))
    let office = fixture.office()
    let refusal = await refusal { try await office.arrange(sitting: place.sitting, site: place.site) }
    #expect(refusal?.rule == "ORG-07")
  }

  @Test("WIN-04 arranging, clearing and numbering need the arrangement window; showing needs none")
  func window() async throws {
    let fixture = try await fixture()
    fixture.setClock("2020-09-10T08:00:00+08:00")
    let office = fixture.office()
    for refusal in [
      await refusal { try await office.arrange(sitting: place.sitting, site: place.site) },
      await refusal { try await office.clearArrangement(sitting: place.sitting, site: place.site) },
      await refusal { try await office.numberTickets(sitting: place.sitting, site: place.site) },
    ] {
      #expect(refusal?.reason == .window)
    }
    #expect(try await office.batches(sitting: place.sitting, site: place.site).count == 2)
    fixture.setClock("2020-09-10T07:59:59+08:00")
    #expect(try await office.arrange(sitting: place.sitting, site: place.site).run.seated == 3)
  }

  @Test("ORG-02 another site's user changes nothing and sees nothing; a viewer sees, and changes nothing")
  func scope() async throws {
    let fixture = try await fixture()
    let stranger = fixture.office(as: "site990702")
    #expect(
      await refusal { try await stranger.arrange(sitting: place.sitting, site: place.site) }?.reason == .scope
    )
    #expect(try await stranger.batches(sitting: place.sitting, site: place.site).isEmpty)
    let viewer = fixture.office(as: "view990701")
    #expect(
      await refusal { try await viewer.arrange(sitting: place.sitting, site: place.site) }?.reason == .viewer)
    #expect(try await viewer.batches(sitting: place.sitting, site: place.site).count == 2)
    #expect(try await fixture.office(as: "prov99").batches(sitting: place.sitting, site: "99").count == 2)
  }

  @Test("ARR-05 a site whose ticket numbers are made is cleared before it is arranged anew")
  func frozen() async throws {
    let fixture = try await fixture()
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    _ = try await office.numberTickets(sitting: place.sitting, site: place.site)
    let before = try await fixture.rows("id, room, batch, seat, ticket", from: "entry ORDER BY id")
    #expect(
      await refusal { try await office.arrange(sitting: place.sitting, site: place.site) }?.rule == "ARR-05")
    #expect(try await fixture.rows("id, room, batch, seat, ticket", from: "entry ORDER BY id") == before)
    #expect(try await office.clearArrangement(sitting: place.sitting, site: place.site) == 3)
    #expect(
      try await fixture.rows("room, batch, seat, ticket", from: "entry")
        == Array(repeating: "- - - -", count: 3))
    #expect(try await office.arrange(sitting: place.sitting, site: place.site).run.seated == 3)
  }

  @Test("ARR-05 an arrangement by whose tickets something is on record is not cleared")
  func examined() async throws {
    let fixture = try await fixture()
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    try await fixture.execute(
      "INSERT INTO violation (entry, sitting, site, kind, created_job) VALUES (1, 1, '990701', '1', 0)")
    #expect(
      await refusal { try await office.clearArrangement(sitting: place.sitting, site: place.site) }?.reason
        == .precondition)
    #expect(try await fixture.rows("count(*)", from: "entry WHERE room IS NOT NULL") == ["3"])
  }

  @Test("ARR-05 an organisation above sites is not arranged")
  func onlySites() async throws {
    let office = try await fixture().office()
    #expect(
      await refusal { try await office.arrange(sitting: place.sitting, site: "9907") }?.reason
        == .precondition)
  }

  @Test("TIC-02 rooms and batches are shown with seats, used, free and subjects")
  func show() async throws {
    let fixture = try await fixture()
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    let batches = try await office.batches(sitting: place.sitting, site: place.site)
    #expect(
      batches.map { "\($0.room)#\($0.batch) \($0.date) \($0.start)" } == [
        "01#1 2020-09-26 08:30", "01#2 2020-09-26 11:00",
      ])
    #expect(batches.map(\.seats) == [2, 2])
    #expect(batches.map { $0.used + $0.free } == [2, 2])
    #expect(batches.map { $0.subjects.values.reduce(0, +) } == batches.map(\.used))
    #expect(batches.map(\.used).reduce(0, +) == 3)
  }
}
