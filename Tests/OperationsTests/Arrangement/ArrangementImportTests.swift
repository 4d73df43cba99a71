import Exports
import Imports
import Operations
import Tabular
import TestKit
import Testing

/// An arrangement that was made elsewhere.
@Suite struct ArrangementImportTests {
  private static let headings = ["证件号码", "姓名", "科目代码", "考场号", "批次号", "座位号"]

  /// Two rooms of ten seats with two batches each, on two days.
  private static let rooms = [
    "01||楼|10||1|2020-09-26|08:30|10:30", "|||||2|2020-09-27|08:30|10:30",
    "02||楼|10||1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|10:45|12:45",
  ]

  /// One row: who, which subject, and where.
  private struct Place {
    var person: TestCandidate
    var subject = "14"
    var room = "01"
    var batch = "1"
    var seat = "1"

    var cells: [String] { [person.documentNumber, "", subject, room, batch, seat] }
  }

  private func fixture(_ people: [TestCandidate]) async throws -> SeatingFixture {
    let fixture = try await SeatingFixture.make()
    try await fixture.register(people)
    _ = try await fixture.importRooms(Self.rooms)
    return fixture
  }

  private func take(
    _ fixture: SeatingFixture, _ places: [Place], _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = try fixture.workbook("编排.xlsx", sheet: "编排", [Self.headings] + places.map(\.cells))
    return try await fixture.importFile("arrangement", path, set)
  }

  private func seats(_ fixture: SeatingFixture) async throws -> [String] {
    try await fixture.rows("registration, subject, room, batch, seat", from: "entry ORDER BY id")
  }

  private static let people = (1...4).map { TestCandidate.number($0, ["14"]) }

  @Test("ARR-07 an arrangement made elsewhere is taken, in the trail, and serves for ticket numbers")
  func taken() async throws {
    let fixture = try await fixture(Self.people)
    let places = Self.people.enumerated().map { Place(person: $1, room: "1", seat: String($0 + 1)) }
    let trial = try await take(fixture, places) { $0.isDryRun = true }
    #expect(
      trial.changes?.prefix(3).map { [$0.field, $0.new] } == [["考场号", "01"], ["批次号", "1"], ["座位号", "1"]])
    let result = try await take(fixture, places)
    #expect(result.findings.isEmpty && result.countsLine == "0/4/0/0/0 of 4")
    #expect(try await seats(fixture) == (1...4).map { "\($0) 14 01 1 \($0)" })
    #expect(
      try await fixture.rows("count(*)", from: "trail WHERE rule = 'ARR-07' AND record = 'entry'") == ["4"])
    #expect(try await take(fixture, places).countsLine == "0/0/4/0/0 of 4")
    let office = fixture.office()
    #expect(
      try await office.numberTickets(sitting: SeatingFixture.sitting, site: SeatingFixture.site).made == 4)
    // With numbers the seats stand.
    let moved = try await take(fixture, [Place(person: Self.people[0], seat: "9")]) { $0.overrides = true }
    #expect(moved.findings.map(\.rule) == ["ARR-05", "ARR-03"])
  }

  @Test("ARR-07 with override seats may go round in a circle; without, a seated entry is an error")
  func circle() async throws {
    let fixture = try await fixture(Self.people)
    func places(_ shift: Int) -> [Place] {
      Self.people.enumerated().map { Place(person: $1, seat: String(($0 + shift) % 4 + 1)) }
    }
    _ = try await take(fixture, places(0))
    let before = try await seats(fixture)
    #expect(
      try await take(fixture, places(1)).findings.map(\.rule) == Array(repeating: "OPS-07.exists", count: 4))
    let turned = try await take(fixture, places(1)) { $0.overrides = true }
    #expect(turned.countsLine == "0/4/0/0/0 of 4")
    #expect(try await seats(fixture) == ["1 14 01 1 2", "2 14 01 1 3", "3 14 01 1 4", "4 14 01 1 1"])
    // REG-19: taken back by value.
    #expect(try await fixture.office().undoJob(#require(Int(turned.job))).state == "undone")
    #expect(try await seats(fixture) == before)
  }

  @Test(
    "ARR-03 ARR-07 every rule of a seat holds for one that comes from elsewhere", arguments: [false, true])
  func faults(partial: Bool) async throws {
    let people = (1...9).map { TestCandidate.number($0, $0 == 9 ? ["14", "15"] : ["14"]) }
    let fixture = try await fixture(people)
    try await fixture.execute("UPDATE entry SET paid = NULL WHERE registration = 7")
    let places = [
      Place(person: people[0]), Place(person: people[1], batch: "7"), Place(person: people[2], seat: "11"),
      Place(person: people[3], seat: "1"), Place(person: people[4], subject: "26"),
      Place(person: .number(20, []), seat: "2"), Place(person: people[6], seat: "3"),
      Place(person: people[5], seat: "5"), Place(person: people[5], seat: "6"),
      Place(person: people[8], room: "02"), Place(person: people[8], subject: "15", room: "02", batch: "2"),
      Place(person: people[7], seat: "2"),
    ]
    let result = try await take(fixture, places) { $0.isPartial = partial }
    #expect(
      result.findings.filter { $0.severity == .error }.map { "\($0.row ?? 0) \($0.rule)" }.sorted() == [
        "10 ARR-03", "10 OPS-07.twice", "12 ARR-03", "3 ARR-03", "4 ARR-03", "5 ARR-03", "6 ARR-07",
        "7 ARR-07",
        "8 ARR-02",
        "9 OPS-07.twice",
      ])
    #expect(result.state == (partial ? "done" : "refused"))
    let seated = try await seats(fixture).filter { !$0.contains("-") }
    #expect(seated == (partial ? ["1 14 01 1 1", "8 14 01 1 2", "9 14 02 1 1"] : []))
  }

  @Test("ARR-03 a seat that stands is not given again, and its candidate sits nothing else then")
  func standing() async throws {
    let people = [TestCandidate.number(1, ["14", "15"]), .number(2, ["14"])]
    let fixture = try await fixture(people)
    _ = try await take(fixture, [Place(person: people[0])])
    let result = try await take(
      fixture, [Place(person: people[0], subject: "15", room: "02"), Place(person: people[1])])
    #expect(result.places == ["ARR-03 E2", "ARR-03 F3"])
    #expect(result.findings.allSatisfy { $0.message.contains("standing seat") })
  }

  @Test(
    "ARR-07 planted faults are found, exactly those; mended, the file is taken",
    arguments: [3, 4] as [UInt64])
  func planted(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let people = (1...30).map { TestCandidate.number($0, ["14"]) }
    let fixture = try await fixture(people)
    let good = people.enumerated().map { index, person in
      Place(
        person: person, room: index < 20 ? "01" : "02", batch: index / 10 == 1 ? "2" : "1",
        seat: String(index % 10 + 1))
    }
    var bad = good
    let rows = Array((0..<30).shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
    for (place, row) in rows.enumerated() {
      switch place {
      case 0: bad[row].seat = "12"
      case 1: bad[row].batch = "9"
      case 2: bad[row].subject = "42"
      default: bad[row].person = .number(99, [])
      }
    }
    let codes = ["ARR-03", "ARR-03", "ARR-07", "ARR-07"]
    let result = try await take(fixture, bad)
    #expect(
      result.findings.filter { $0.severity == .error }.map { "\($0.row ?? 0) \($0.rule)" }.sorted()
        == zip(rows, codes).map { "\($0 + 2) \($1)" }.sorted())
    #expect(try await take(fixture, good).countsLine == "0/30/0/0/0 of 30")
  }

  @Test("WIN-04 ORG-02 only inside the arrangement window, by the site's people")
  func gates() async throws {
    let fixture = try await fixture(Self.people)
    let path = try fixture.workbook("编排.xlsx", sheet: "编排", [Self.headings])
    await #expect(throws: Refusal.self) {
      _ = try await fixture.importFile("arrangement", path, as: "site990702")
    }
    fixture.setClock(SeatingFixture.afterExam)
    await #expect(throws: Refusal.self) { _ = try await fixture.importFile("arrangement", path) }
  }
}
