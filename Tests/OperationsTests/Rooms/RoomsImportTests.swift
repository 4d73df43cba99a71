import Exports
import Imports
import Operations
import Testing

@Suite struct RoomsImportTests {
  @Test("ARR-07 rooms and batches import from a workbook; room cells need be filled once")
  func imports() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms(RoomSheet.good)
    #expect(result.state == "done")
    #expect(result.countsLine == "4/0/0/0/0 of 4")
    #expect(
      try await fixture.rows("room, name, address, seats, kind", from: "room ORDER BY room") == [
        "01 一号机房 实验楼101 30 1", "02 - 实验楼102 20 -",
      ])
    #expect(
      try await fixture.rows(
        "room, batch, exam_date, starts, ends", from: "room_batch ORDER BY room, batch") == [
          "01 1 2020-09-26 510 630", "01 2 2020-09-26 646 766", "01 3 2020-09-27 510 630",
          "02 1 2020-09-26 510 630",
        ])
  }

  @Test("ARR-01 each fault of a batch is found in its own cell, all in one run")
  func rowFaults() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "01|机房|实验楼101|0|机考|1|2020-09-25|07:59|10:00",
      "|||||0|2020-09-26|18:00|20:01",
      "|||||2|2020-09-26|10:00|10:00",
      "|||||3|2020-09-26|x|12:00",
      "02||楼|10|笔墨|1|2020-09-27|08:00|20:00",
    ])
    #expect(result.state == "refused")
    #expect(
      result.places == [
        "ARR-01 D2", "ARR-01 G2", "ARR-01 H2", "ARR-01 F3", "ARR-01 I3", "ARR-01 I4", "FMT.time H5",
        "FMT.code E6",
      ])
    #expect(result.rows.failed == 5)
    #expect(try await fixture.rows("room", from: "room").isEmpty)
  }

  @Test("ARR-01 08:00 and 20:00 themselves are inside the day")
  func dayBounds() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms(["01||楼|10||1|2020-09-26|08:00|20:00"])
    #expect(result.state == "done")
  }

  @Test("ARR-01 batches of one room must not overlap, in the file or with stored ones; they may touch")
  func overlaps() async throws {
    let fixture = try await SeatingFixture.make()
    let file = try await fixture.importRooms([
      "01||楼|10||1|2020-09-26|08:30|10:30", "01|||||2|2020-09-26|10:29|12:00",
      "02||楼|10||1|2020-09-26|08:30|10:30",
    ])
    #expect(file.places == ["ARR-01 H3"])
    #expect(try await fixture.importRooms(RoomSheet.good).state == "done")
    let stored = try await fixture.importRooms(["01|||||4|2020-09-26|09:00|10:00"])
    #expect(stored.places == ["ARR-01 H2"])
    let touching = try await fixture.importRooms(["01|||||4|2020-09-26|12:46|14:00"])
    #expect(touching.state == "done")
  }

  @Test("ARR-07 a room that is said to be two things is wrong in the later row")
  func contradictions() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "01|一号|楼|10|机考|1|2020-09-26|08:30|10:30", "01|二号|楼2|11|笔试|2|2020-09-26|11:00|12:30",
      "01|一号|楼|10|机考|3|2020-09-26|13:00|14:30",
    ])
    #expect(result.places == ["ARR-07 B3", "ARR-07 C3", "ARR-07 D3", "ARR-07 E3"])
    #expect(result.findings[0].message.contains("Row 2 says “一号”"))
  }

  @Test("ARR-07 a new room without number, address or seats misses them, once")
  func missing() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "|||||1|2020-09-26|08:30|10:30", "01||||机考|1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|11:00|12:30",
    ])
    #expect(result.places == ["REQ A2", "REQ C3", "REQ D3"])
  }

  @Test("ARR-07 a room number that cannot be read takes the rows below it along, not into the room above")
  func unreadableRoom() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "01||楼|10||1|2020-09-26|08:30|10:30", "甲||楼|10||1|2020-09-26|08:30|10:30",
      "|||||2|2020-09-26|08:30|10:30",
    ])
    #expect(result.places == ["FMT.number A3"])
  }

  @Test("OPS-07 one batch that stands twice is wrong in both rows, whatever the zeros before its numbers")
  func twice() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "1||楼|10||1|2020-09-26|08:30|10:30", "01|||||01|2020-09-27|08:30|10:30",
    ])
    #expect(result.places == ["OPS-07.twice F2", "OPS-07.twice F3"])
  }

  @Test("WIN-04 rooms are imported inside the arrangement window only")
  func window() async throws {
    let fixture = try await SeatingFixture.make()
    for (now, isOpen) in [
      ("2020-09-01T07:59:59+08:00", false), ("2020-09-01T08:00:00+08:00", true),
      ("2020-09-10T07:59:59+08:00", true), ("2020-09-10T08:00:00+08:00", false),
    ] {
      fixture.setClock(now)
      if isOpen {
        #expect(try await fixture.importRooms(RoomSheet.good) { $0.isDryRun = true }.state == "done")
      } else {
        let refusal = await #expect(throws: Refusal.self) { try await fixture.importRooms(RoomSheet.good) }
        #expect(refusal?.reason == .window)
      }
    }
    #expect(try await fixture.rows("room", from: "room").isEmpty)
  }

  @Test("ORG-02 rooms belong to a site that the user sees")
  func scope() async throws {
    let fixture = try await SeatingFixture.make()
    for (site, user) in [("990701", "site990702"), ("990799", "root"), ("99", "root"), ("990703", "root")] {
      await #expect(throws: Refusal.self) {
        try await fixture.importRooms(RoomSheet.good, site: site, as: user)
      }
    }
    await #expect(throws: Refusal.self) {
      try await fixture.importRooms(RoomSheet.good, as: "view990701")
    }
    #expect(try await fixture.rows("room", from: "room").isEmpty)
  }
}
