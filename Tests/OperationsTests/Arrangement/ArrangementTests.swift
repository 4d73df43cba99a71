import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import TestKit
import Testing

@Suite struct ArrangementTests {
  /// Candidates of a seed with one to three subjects, some of them with a preferred day.
  private static func candidates(_ count: Int, seed: UInt64) -> [TestCandidate] {
    var random = SeededGenerator(seed: seed)
    return (1...count).map { number in
      let subjects = Set(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          ["14", "15", "26", "35"].randomElement(using: &random) ?? "14"
        })
      let days: [String?] = [nil, nil, "2020-09-26", "2020-09-27"]
      let day = days[Int.random(in: 0..<days.count, using: &random)]
      return .number(number, subjects.sorted(), preferredDate: day)
    }
  }

  /// Three rooms with three batches on each of two days: 20 minutes lie between them, so whoever has three subjects can
  /// sit them one after the other.
  private static let rooms = (1...3).flatMap { room in
    (0..<6).map { place in
      let start = ["08:30", "10:50", "13:10"][place % 3]
      let end = ["10:30", "12:50", "15:10"][place % 3]
      let about = place == 0 ? "0\(room)||楼\(room)|\(10 + room)||" : "|||||"
      return "\(about)\(place + 1)|2020-09-\(26 + place / 3)|\(start)|\(end)"
    }
  }

  /// The seats as the store has them, judged by the check that knows nothing of how they were found.
  private func faults(_ fixture: SeatingFixture) async throws -> [ArrangementCheck.Fault] {
    let sitting = try await fixture.office().open(SeatingFixture.sitting)
    let offers = sitting.definition.subjects(for: SeatingFixture.site)
    return try await fixture.database.read { session in
      let batches = try RoomTable.batches(sitting: sitting.id, site: SeatingFixture.site, session)
      let entries = try SeatTable.entries(sitting: sitting.id, site: SeatingFixture.site, session)
      let seats = try SeatTable.seats(sitting: sitting.id, site: SeatingFixture.site, session)
      let subjects = offers.keys.sorted()
      let problem = ArrangementProblem(
        entries: entries.map {
          ArrangementProblem.Entry(
            id: Int64($0.entry), candidate: Int64($0.registration),
            subject: subjects.firstIndex(of: $0.subject) ?? -1)
        },
        subjects: subjects.map { code in
          ArrangementProblem.Subject(
            code: code, days: offers[code]?.dates.map { $0.dayNumber...$0.dayNumber } ?? [],
            minutes: sitting.programme.subject(code, inSitting: 58)?.minutes)
        },
        batches: batches.map {
          ArrangementProblem.Batch(
            room: Int($0.room) ?? -1, number: $0.batch, day: CalendarDate($0.examDate)?.dayNumber ?? 0,
            start: $0.starts, end: $0.ends, seats: $0.seats)
        })
      let byEntry = Dictionary(uniqueKeysWithValues: seats.map { ($0.entry, $0) })
      let placed = entries.compactMap { byEntry[$0.entry] }.map { seat in
        ArrangementResult.Seat(
          batch: batches.firstIndex { $0.room == seat.room && $0.batch == seat.batch } ?? -1, place: seat.seat
        )
      }
      return ArrangementCheck(problem).faults(in: placed)
    }
  }

  @Test(
    "ARR-03 rooms in, seats out: no seat twice, subjects apart, inside their dates; tickets of the form",
    arguments: [1, 2, 3] as [UInt64])
  func endToEnd(seed: UInt64) async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register(Self.candidates(90, seed: seed))
    let entries = try await fixture.rows("count(*)", from: "entry")[0]
    #expect(try await fixture.importRooms(Self.rooms).state == "done")
    let office = fixture.office()
    let outcome = try await office.arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    #expect(outcome.findings.isEmpty)
    #expect(String(outcome.run.seated) == entries)
    #expect(try await faults(fixture) == [])

    let numbering = try await office.numberTickets(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    #expect(String(numbering.made) == entries)
    let pattern = try #require(try await office.open(SeatingFixture.sitting).programme.ticket)
    let tickets = try await fixture.rows("ticket, subject, room", from: "entry")
    #expect(Set(tickets.map { $0.prefix(16) }).count == tickets.count)
    for line in tickets {
      let parts = line.split(separator: " ").map(String.init)
      let values = try #require(pattern.parse(parts[0]))
      #expect(values["subject"] == parts[1])
      #expect(values["sitting"] == "58")
      #expect(values["site"] == SeatingFixture.site)
      #expect(values["room"] == parts[2])
    }
  }

  @Test("ARR-05 the same input gives the same seats, run again or in another store")
  func deterministic() async throws {
    var seen: Set<[String]> = []
    for _ in 0..<2 {
      let fixture = try await SeatingFixture.make()
      try await fixture.register(Self.candidates(60, seed: 7))
      _ = try await fixture.importRooms(Self.rooms)
      for _ in 0..<2 {
        _ = try await fixture.office().arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
        seen.insert(try await fixture.rows("id, room, batch, seat", from: "entry ORDER BY id"))
      }
    }
    #expect(seen.count == 1)
    #expect(seen.first?.contains { $0.contains("-") } == false)
  }

  @Test("ARR-04 wishes for a day come first, as many as fit, and are counted")
  func wishes() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register(
      (1...12).map { .number($0, ["14"], preferredDate: "2020-09-27") }
        + (13...20).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms([
      "01||楼|10||1|2020-09-26|08:30|10:30", "|||||2|2020-09-27|08:30|10:30",
    ])
    let run = try await fixture.office().arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
      .run
    #expect(run == ArrangementRun(entries: 20, seated: 20, preferred: .init(asked: 12, kept: 10, atMost: 10)))
    #expect(
      try await fixture.rows(
        "count(*)",
        from:
          "entry e JOIN registration r ON r.id = e.registration WHERE e.batch = 2 AND r.preferred_date IS NOT NULL"
      ) == ["10"])
  }

  @Test("ARR-06 too few seats: says how many, and changes nothing")
  func tooFewSeats() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register((1...12).map { .number($0, ["14"]) })
    _ = try await fixture.importRooms(["01||楼|20||1|2020-09-26|08:30|10:30"])
    let office = fixture.office()
    _ = try await office.arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    let before = try await fixture.rows("id, room, batch, seat", from: "entry ORDER BY id")
    try await fixture.register((13...25).map { .number($0, ["14"]) })
    let outcome = try await office.arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    #expect(
      outcome.run == ArrangementRun(entries: 25, seated: 0, preferred: .init(asked: 0, kept: 0, atMost: 0)))
    #expect(outcome.findings.map(\.rule) == ["ARR-06"])
    #expect(outcome.findings[0].arguments == ["14", "25", "2020-09-26", "20", "5"])
    #expect(
      try await fixture.rows("id, room, batch, seat", from: "entry WHERE id <= 12 ORDER BY id") == before)
    #expect(try await fixture.rows("count(*)", from: "entry WHERE id > 12 AND room IS NOT NULL") == ["0"])
  }

  @Test(
    "ARR-06 what cannot be sat is named: no batch on the days, too short a batch, a candidate's subjects collide"
  )
  func reasons() async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register([.number(1, ["26"])])
    let office = fixture.office()
    func arguments() async throws -> [[String]] {
      try await office.arrange(sitting: SeatingFixture.sitting, site: SeatingFixture.site).findings.map {
        [$0.code] + $0.arguments
      }
    }
    #expect(try await arguments() == [["ARR-06/days", "26", "1"]])
    _ = try await fixture.importRooms(["01||楼|20||1|2020-09-28|08:30|10:30"])
    #expect(try await arguments() == [["ARR-06/days", "26", "1"]])
    _ = try await fixture.importRooms(["01|||||2|2020-09-27|08:30|10:00"])
    #expect(try await arguments() == [["ARR-06/minutes", "26", "120", "90"]])
    _ = try await fixture.importRooms(["01|||||3|2020-09-27|10:15|12:15"])
    #expect(try await arguments() == [])

    try await fixture.register([.number(2, ["15", "26", "35"])])
    #expect(try await arguments().map(\.first) == ["ARR-06/candidate"])
    let names = try await arguments()[0]
    #expect(names.contains("考生二"))
    #expect(!names.contains(TestCandidate.residentID(2)))
  }

  @Test(
    "ARR-03 subjects of one candidate lie more than 15 minutes apart",
    arguments: [("10:45", 1), ("10:46", 0)])
  func fifteenMinutes(start: String, findings: Int) async throws {
    let fixture = try await SeatingFixture.make()
    try await fixture.register([.number(1, ["14", "15"])])
    _ = try await fixture.importRooms([
      "01||楼|20||1|2020-09-26|08:30|10:30", "|||||2|2020-09-26|\(start)|12:46",
    ])
    let outcome = try await fixture.office().arrange(
      sitting: SeatingFixture.sitting, site: SeatingFixture.site)
    #expect(outcome.findings.count == findings)
  }
}
