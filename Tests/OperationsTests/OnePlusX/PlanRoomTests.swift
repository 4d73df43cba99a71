import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Subjects of exam plans sit in rooms of their own kind only, on the plan's days (1+X 2.2.6).
@Suite struct PlanRoomTests {
  private static let sitting = OnePlusXFixture.sitting
  private static let station = OnePlusXFixture.station
  private static let headings = [
    "考场号", "考场名称", "考场地址", "座位数", "考场类型", "批次号", "日期", "开始时间", "结束时间",
  ]

  /// Room 01 with two batches for 098694 and 794690, which are machine tests.
  private static let machines = [
    ["01", "机房", "测试路1号", "20", "机考", "1", "2020-12-19", "08:30", "10:00"],
    ["", "", "", "", "", "2", "2020-12-19", "10:30", "11:30"],
  ]

  /// A room with one batch for 609371, which is practical.
  private static func room(_ number: String, kind: String, seats: Int, date: String = "2020-12-19")
    -> [String]
  {
    [number, "实训室", "测试路1号", String(seats), kind, "1", date, "14:00", "18:00"]
  }

  /// A station whose students are entered for the lower level and have paid, in the time for rooms.
  private func fixture(_ students: Int = 12) async throws -> OnePlusXFixture {
    let fixture = try await OnePlusXFixture()
    try await fixture.approve()
    try await fixture.addStudents(0..<students)
    try await fixture.enter(0..<students)
    _ = try await fixture.importing(
      "payment-applications", OnePlusXRows.payments, (0..<students).map { OnePlusXRows.payment($0) })
    _ = try await fixture.office("body").confirmPayments(sitting: Self.sitting)
    try fixture.store.setClock(OnePlusXFixture.roomTime)
    return fixture
  }

  private func add(_ rooms: [[String]], _ fixture: OnePlusXFixture) async throws {
    let result = try await fixture.importing("rooms", Self.headings, rooms, site: Self.station)
    #expect(result.marks == [] && result.state == "done")
  }

  private func arrange(_ fixture: OnePlusXFixture) async throws -> SiteArrangement {
    try await fixture.office().arrange(sitting: Self.sitting, site: Self.station)
  }

  /// What the arrangement says, and where the subjects sit.
  private func reasons(_ fixture: OnePlusXFixture) async throws -> [[String]] {
    try await arrange(fixture).findings.map { [$0.code] + $0.arguments }
  }

  private func seats(_ fixture: OnePlusXFixture) async throws -> [String] {
    try await fixture.store.database.read { session in
      try session.all(
        "SELECT subject, room, count(*) FROM entry GROUP BY subject, room ORDER BY subject, room"
      ) {
        "\($0.text(0)) \($0.optionalText(1) ?? "-") \($0.integer(2))"
      }
    }
  }

  @Test(
    "ARR-03 a subject of a plan is seated in a room of its kind only, however much room there is elsewhere")
  func kinds() async throws {
    let fixture = try await fixture()
    try await add(
      Self.machines + [
        Self.room("02", kind: "机考", seats: 90), Self.room("03", kind: "笔试", seats: 90),
        Self.room("04", kind: "实操", seats: 12),
      ], fixture)
    let outcome = try await arrange(fixture)
    #expect(outcome.findings.isEmpty && outcome.run.seated == 36)
    let seats = try await seats(fixture)
    #expect(seats.filter { $0.hasPrefix("609371") } == ["609371 04 12"])
    #expect(seats.allSatisfy { $0.hasPrefix("609371") || $0.contains(" 01 ") || $0.contains(" 02 ") })
    let numbered = try await fixture.office().numberTickets(sitting: Self.sitting, site: Self.station)
    #expect(numbered.made == 36)
  }

  @Test(
    "ARR-03 ARR-06 where no room has the kind, or none is given, it says which kind and how many entries",
    arguments: ["机考", "笔试", ""])
  func noRoom(kind: String) async throws {
    let fixture = try await fixture()
    try await add(Self.machines + [Self.room("02", kind: kind, seats: 90)], fixture)
    #expect(try await reasons(fixture) == [["ARR-06/kind", "609371", "12", "实操"]])
    #expect(try await seats(fixture).allSatisfy { $0.contains(" - ") })
  }

  @Test("ARR-03 ARR-06 seats of other kinds do not count: it says how many are missing")
  func tooFewSeats() async throws {
    let fixture = try await fixture()
    try await add(
      Self.machines + [Self.room("02", kind: "机考", seats: 90), Self.room("03", kind: "实操", seats: 9)],
      fixture)
    #expect(try await reasons(fixture) == [["ARR-06/seats", "609371", "12", "2020-12-19", "9", "3"]])
  }

  @Test("ARR-03 ARR-06 a day of the site that is none of the plan's is no day of the subject")
  func days() async throws {
    let fixture = try await fixture()
    try await add(
      Self.machines + [Self.room("02", kind: "实操", seats: 90, date: "2020-12-20")], fixture)
    #expect(try await reasons(fixture) == [["ARR-06/kind", "609371", "12", "实操"]])
  }

  @Test("ARR-03 ARR-07 an arrangement made elsewhere puts no subject into a room of another kind")
  func imported() async throws {
    let fixture = try await fixture(2)
    try await add(
      Self.machines + [Self.room("02", kind: "笔试", seats: 9), Self.room("03", kind: "实操", seats: 9)], fixture)
    func take(_ room: String) async throws -> ImportResult {
      try await fixture.importing(
        "arrangement", ["身份证号", "科目编号", "考场号", "批次号", "座位号"],
        [
          [OnePlusXRows.id(0), "098694", "01", "1", "1"], [OnePlusXRows.id(0), "609371", room, "1", "1"],
        ], site: Self.station)
    }
    let wrong = try await take("02")
    #expect(wrong.marks == ["3 考场号 ARR-03"] && wrong.findings[0].message.contains("609371 只能排进实操考场"))
    #expect(try await take("03").rows.updated == 2)
  }

  @Test("ARR-03 a subject's number stands for one kind of exam in all plans of a sitting")
  func oneKind() async throws {
    let fixture = try await OnePlusXFixture()
    let load = try await fixture.store.loadSitting(
      OnePlusXFixture.text().replacing("\"338994\", name: 云平台运维考核", with: "\"794690\", name: 云平台运维考核"))
    let finding = try #require(load.findings.first { $0.code == "ARR-03.kinds" })
    #expect(!load.isLoaded && finding.arguments == ["794690", "machine", "practical"])
  }
}
