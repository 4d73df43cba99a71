import Exports
import Imports
import Operations
import Tabular
import Testing

/// Rooms and batches that are added and deleted by hand.
@Suite struct RoomsByHandTests {
  private func add(
    _ fixture: SeatingFixture, _ rooms: [String], dates: [String] = ["2020-09-26"],
    times: [(String, String)] = [("08:30", "10:30"), ("11:00", "13:00")],
    _ set: (inout RoomsRequest) -> Void = { ($0.address, $0.seats) = ("学院路1号", "30") }
  ) async throws -> ImportResult {
    var request = RoomsRequest(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site, rooms: rooms, dates: dates,
      times: times.map { .init(start: $0.0, end: $0.1) })
    set(&request)
    return try await fixture.office().addRooms(request, in: .en)
  }

  private func delete(
    _ fixture: SeatingFixture, _ room: String, _ batch: Int? = nil, as user: String = "root"
  ) async throws -> Int {
    try await fixture.office(as: user).deleteRoom(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site, room: room, batch: batch)
  }

  private func batches(_ fixture: SeatingFixture) async throws -> [String] {
    try await fixture.rows("room, batch, exam_date, starts", from: "room_batch ORDER BY room, batch")
  }

  @Test("ARR-01 rooms get batches in bulk; more are numbered on after those that are there")
  func bulk() async throws {
    let fixture = try await SeatingFixture.make()
    let first = try await add(fixture, ["01", "02"])
    #expect(first.state == "done" && first.rows.created == 4 && first.reports.workbook == nil)
    let more = try await add(fixture, ["2"], dates: ["2020-09-27"], times: [("09:00", "11:00")]) { _ in }
    #expect(more.findings.isEmpty && more.rows.created == 1)
    #expect(
      try await batches(fixture) == [
        "01 1 2020-09-26 510", "01 2 2020-09-26 660", "02 1 2020-09-26 510", "02 2 2020-09-26 660",
        "02 3 2020-09-27 540",
      ])
    #expect(try await fixture.rows("room, seats", from: "room ORDER BY room") == ["01 30", "02 30"])
    // It is an import like any other: taken back it is gone.
    #expect(try await fixture.office().undoJob(#require(Int(more.job))).state == "undone")
    #expect(try await batches(fixture).count == 4)
  }

  @Test(
    "ARR-01 outside 08:00–20:00, off the exam days, over another batch: refused whole, each said",
    arguments: [
      (["2020-09-26"], [("07:30", "09:30")], ["ARR-01"]),
      (["2020-10-01"], [("08:30", "10:30")], ["ARR-01"]),
      (["2020-09-26"], [("08:30", "10:30"), ("10:00", "12:00")], ["ARR-01"]),
      (["九月二十六"], [("08:30", "10:30")], ["FMT.date"]),
    ])
  func wrong(dates: [String], times: [(String, String)], rules: [String]) async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await add(fixture, ["01"], dates: dates, times: times)
    #expect(result.state == "refused" && result.findings.map(\.rule) == rules)
    #expect(try await batches(fixture).isEmpty)
  }

  @Test("ARR-01 a batch or a room that is used is not deleted; one that is not is, and the trail has it")
  func deletion() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register([.number(1, ["14"])])
    _ = try await add(fixture, ["01", "02"])
    _ = try await fixture.office().arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    for (room, batch) in [("01", nil), ("1", 1)] as [(String, Int?)] {
      let refused = await #expect(throws: Refusal.self) { _ = try await delete(fixture, room, batch) }
      #expect(refused?.rule == "ARR-01")
    }
    #expect(try await delete(fixture, "1", 2) == 1)
    #expect(try await delete(fixture, "02") == 2)
    #expect(try await batches(fixture) == ["01 1 2020-09-26 510"])
    #expect(try await fixture.rows("room", from: "room") == ["01"])
    let trail = try await fixture.rows(
      "record, record_key, part", from: "trail WHERE rule = 'ARR-01' AND action = 'removed' ORDER BY number")
    #expect(trail == ["roomBatch 01 2", "roomBatch 02 1", "roomBatch 02 2", "room 02 -"])
    #expect(try await fixture.office().verifyTrail().intact)
    for (room, batch) in [("02", nil), ("01", 9), ("x", nil)] as [(String, Int?)] {
      await #expect(throws: Refusal.self) { _ = try await delete(fixture, room, batch) }
    }
  }

  @Test("WIN-04 ORG-02 rooms are added and deleted inside the arrangement window, by the site's people")
  func gates() async throws {
    let fixture = try await SeatingFixture.make()
    _ = try await add(fixture, ["01"])
    await #expect(throws: Refusal.self) { _ = try await delete(fixture, "01", as: "site990702") }
    fixture.setClock(SeatingFixture.registering)
    await #expect(throws: Refusal.self) { _ = try await delete(fixture, "01") }
    await #expect(throws: Refusal.self) { _ = try await add(fixture, ["02"]) }
    #expect(try await batches(fixture).count == 2)
  }
}
