import Operations
import Tabular
import Testing

@Suite struct TicketNumberTests {
  private let place = (sitting: SeatingFixture.sitting, site: SeatingFixture.site)

  @Test(
    "TIC-01 the serial runs through a room's batches: places of the earlier ones, and the place in this one")
  func serial() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register((1...3).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms([
      "03||楼|60||1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|11:00|13:00", "|||||3|2020-09-27|08:30|10:30",
    ])
    for (entry, seat) in [
      (1, "batch = 1, seat = 1"), (2, "batch = 2, seat = 60"), (3, "batch = 3, seat = 4"),
    ] {
      try await fixture.execute("UPDATE entry SET room = '03', \(seat) WHERE id = \(entry)")
    }
    let numbering = try await fixture.office().numberTickets(sitting: place.sitting, site: place.site)
    #expect(numbering == TicketNumbering(entries: 3, made: 3, kept: 0))
    #expect(
      try await fixture.rows("ticket", from: "entry ORDER BY id") == [
        "1458990701030001", "1458990701030120", "1458990701030124",
      ])
  }

  @Test("OPS-02 seats and ticket numbers are in the trail of each entry, and so is their clearing")
  func trail() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register((1...3).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms(["01||楼|5||1|2020-09-26|08:30|10:30"])
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    _ = try await office.numberTickets(sitting: place.sitting, site: place.site)
    _ = try await office.clearArrangement(sitting: place.sitting, site: place.site)
    let key = try #require(
      try await fixture.rows("document_number", from: "registration ORDER BY id").first)
    var request = TrailRequest(sitting: place.sitting)
    request.key = key
    let items = try await office.trail(request).filter { $0.record == "entry" && $0.number != nil }
    #expect(
      items.map { "\($0.field) \($0.old ?? "-") \($0.new ?? "-") \($0.rule ?? "-")" } == [
        "room - 01 ARR-05", "batch - 1 ARR-05", "seat - 1 ARR-05", "ticket - 1458990701010001 TIC-01",
        "room 01 - ARR-05", "batch 1 - ARR-05", "seat 1 - ARR-05", "ticket 1458990701010001 - ARR-05",
      ])
    #expect(try await office.verifyTrail().intact)
  }

  @Test("TIC-01 run again, every number stays, even when a batch was added before it")
  func stable() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register((1...5).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms(["01||楼|5||2|2020-09-26|08:30|10:30"])
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    _ = try await office.numberTickets(sitting: place.sitting, site: place.site)
    let before = try await fixture.rows("ticket", from: "entry ORDER BY id")
    #expect(Set(before.map { $0.suffix(4) }) == ["0001", "0002", "0003", "0004", "0005"])
    _ = try await fixture.importRooms(["01|||||1|2020-09-27|08:30|10:30"])
    let again = try await office.numberTickets(sitting: place.sitting, site: place.site)
    #expect(again == TicketNumbering(entries: 5, made: 0, kept: 5))
    #expect(try await fixture.rows("ticket", from: "entry ORDER BY id") == before)
  }

  @Test("TIC-01 one entry without a seat keeps the whole site without numbers")
  func notArranged() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register((1...3).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms(["01||楼|5||1|2020-09-26|08:30|10:30"])
    let office = fixture.office()
    _ = try await office.arrange(sitting: place.sitting, site: place.site)
    try await fixture.register([.number(4, ["14"])])
    let refusal = await #expect(throws: Refusal.self) {
      try await office.numberTickets(sitting: place.sitting, site: place.site)
    }
    #expect(refusal?.rule == "TIC-01")
    #expect(try await fixture.rows("count(*)", from: "entry WHERE ticket IS NOT NULL") == ["0"])
  }

  @Test("TIC-01 a serial that does not fit its four digits is refused, and no number is made")
  func overflow() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register([.number(1, ["14"]), .number(2, ["14"])])
    _ = try await fixture.importRooms([
      "01||楼|9999||1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|11:00|13:00",
    ])
    try await fixture.execute("UPDATE entry SET room = '01', batch = id, seat = 1")
    let office = fixture.office()
    let refusal = await #expect(throws: Refusal.self) {
      try await office.numberTickets(sitting: place.sitting, site: place.site)
    }
    #expect(refusal?.wording.en.contains("10000, more than 4 characters") == true)
    #expect(try await fixture.rows("count(*)", from: "entry WHERE ticket IS NOT NULL") == ["0"])
  }
}
