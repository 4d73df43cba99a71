import Imports
import Operations
import Testing

@Suite struct RoomsOverrideTests {
  /// A site whose rooms are stored.
  private func fixture() async throws -> SeatingFixture {
    let fixture = try await SeatingFixture.make()
    _ = try await fixture.importRooms(RoomSheet.good)
    return fixture
  }

  @Test("OPS-07 a stored batch, and a stored room that is given anew, are errors without override")
  func exists() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importRooms(
      RoomSheet.good + ["02|新名||||2|2020-09-26|11:00|13:00", "01|||||4|2020-09-28|11:00|13:00"])
    #expect(result.state == "refused")
    #expect(
      result.places == [
        "OPS-07.exists F2", "OPS-07.exists F3", "OPS-07.exists F4", "OPS-07.exists F5", "OPS-07.exists A6",
      ])
    #expect(try await fixture.rows("count(*)", from: "room_batch") == ["4"])
  }

  @Test("ARR-01 batches are added to a stored room without naming what it is")
  func added() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importRooms(["02|||||2|2020-09-26|11:00|13:00"])
    #expect(result.countsLine == "1/0/0/0/0 of 1")
    #expect(try await fixture.rows("address, seats", from: "room WHERE room = '02'") == ["实验楼102 20"])
  }

  @Test("OPS-07 the same file with override changes nothing")
  func idempotent() async throws {
    let fixture = try await fixture()
    let result = try await fixture.importRooms(RoomSheet.good) { $0.overrides = true }
    #expect(result.state == "done")
    #expect(result.countsLine == "0/0/4/0/0 of 4")
  }

  @Test("ARR-01 override replaces an unused room and batch; what is blank, and what is not named, stays")
  func replaces() async throws {
    let fixture = try await fixture()
    let lines = ["01|||40||1|2020-09-28|14:00|16:00"]
    let dry = try await fixture.importRooms(lines) {
      $0.overrides = true
      $0.isDryRun = true
    }
    #expect(
      dry.changes?.map { "\($0.row) \($0.field) \($0.old ?? "-") \($0.new ?? "-")" } == [
        "2 座位数 30 40", "2 日期 2020-09-26 2020-09-28", "2 开始时间 08:30 14:00", "2 结束时间 10:30 16:00",
      ])
    let result = try await fixture.importRooms(lines) { $0.overrides = true }
    #expect(result.countsLine == "0/1/0/0/0 of 1")
    #expect(
      try await fixture.rows("name, address, seats", from: "room WHERE room = '01'") == ["一号机房 实验楼101 40"])
    #expect(
      try await fixture.rows("batch, exam_date, starts", from: "room_batch WHERE room = '01' ORDER BY batch")
        == ["1 2020-09-28 840", "2 2020-09-26 646", "3 2020-09-27 510"])
  }

  @Test("ARR-01 a used room or batch is not changed; the same content and other batches of the room pass")
  func used() async throws {
    let fixture = try await fixture()
    try await fixture.register([.number(1, ["14"])])
    try await fixture.execute("UPDATE entry SET room = '01', batch = 2, seat = 1")
    let result = try await fixture.importRooms([
      "01||新楼|||1|2020-09-26|08:00|10:00", "|||||2|2020-09-26|10:50|12:46", "|||||3|2020-09-27|09:00|10:30",
      "02||新楼|||1|2020-09-26|08:30|10:30",
    ]) { $0.overrides = true }
    #expect(result.places == ["ARR-01 A2", "ARR-01 F3"])
    let same = try await fixture.importRooms(RoomSheet.good) { $0.overrides = true }
    #expect(same.state == "done")
    let others = try await fixture.importRooms(["01|||||3|2020-09-27|09:00|10:30"]) { $0.overrides = true }
    #expect(others.countsLine == "0/1/0/0/0 of 1")
  }

  @Test("OPS-07 with good rows only, a room with a bad row is left out whole")
  func partial() async throws {
    let fixture = try await SeatingFixture.make()
    let result = try await fixture.importRooms([
      "01||楼|10||1|2020-09-25|08:30|10:30", "|||||2|2020-09-26|08:30|10:30",
      "02||楼|10||1|2020-09-26|08:30|10:30",
    ]) { $0.isPartial = true }
    #expect(result.places == ["ARR-01 G2", "ARR-07 A3"])
    #expect(result.countsLine == "1/0/0/0/2 of 3")
    #expect(try await fixture.rows("room", from: "room") == ["02"])
  }
}
