import Foundation
import Storage
import StorageSQLite
import Testing

/// `kaowu tickets check|download`: candidates' own tickets.
@Suite struct TicketsTests {
  private struct Check: Decodable {
    var entries: Int
    var upToDate: Int
    var missing: [String]
    var outdated: [String]
  }

  private static let printing = "2020-09-16T10:00:00+08:00"
  private static let tickets = ["1458990701010001", "2658990701010002"]

  /// Two candidates who are seated and numbered, at a site whose candidates print their tickets.
  private func made() async throws -> CommandFixture {
    var sitting = SittingText()
    sitting.candidatesPrint = true
    let fixture = try await CommandFixture.loaded(sitting)
    try CandidateWorkbook(2).write("good.xlsx", in: fixture)
    try #require(try await fixture.importWorkbook("good.xlsx", ["--quiet"]).status == 0)
    let database = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite"))
    try await database.write { session in
      try session.execute(
        "INSERT INTO room (sitting, site, room, name, address, seats) SELECT id, '990701', '01', '机房', '学院路1号', 60 FROM sitting"
      )
      try session.execute(
        """
        INSERT INTO room_batch (sitting, site, room, batch, exam_date, starts, ends)
        SELECT id, '990701', '01', 1, '2020-09-26', 510, 630 FROM sitting
        """)
      for (place, ticket) in Self.tickets.enumerated() {
        try session.execute(
          "UPDATE entry SET ticket = $1, room = '01', batch = 1, seat = $2, paid = 'collective' WHERE id = $2",
          [.text(ticket), .integer(place + 1)])
      }
    }
    return fixture
  }

  private func check(_ fixture: CommandFixture) async throws -> Check {
    let run = try await fixture.run(["tickets", "check"], now: Self.printing, ["--json"])
    #expect(run.status == 0)
    return try run.decoded(Check.self)
  }

  @Test("DOC-04 check names the tickets that are missing, ready and out of date, as lines and as JSON")
  func check() async throws {
    let fixture = try await made()
    #expect(try await check(fixture).missing == Self.tickets)
    let lines = try await fixture.run(["tickets", "check"], now: Self.printing)
    #expect(lines.output.hasPrefix("未生成  \(Self.tickets[0])\n未生成  \(Self.tickets[1])\n"))

    let make = try await fixture.run(["export", "candidate-tickets", "-o", "out"], now: Self.printing)
    #expect(make.status == 0, "\(make.screen)")
    let ready = try await check(fixture)
    #expect(ready.entries == 2 && ready.upToDate == 2)

    let database = try await SQLiteDatabase(path: fixture.path("kaowu.sqlite"))
    try await database.write { _ = try $0.execute("UPDATE entry SET seat = 9 WHERE id = 2") }
    let stale = try await check(fixture)
    #expect(stale.outdated == [Self.tickets[1]] && stale.upToDate == 1)
    let english = try await fixture.run(["tickets", "check", "--lang", "en"], now: Self.printing)
    #expect(english.output.contains("out of date  \(Self.tickets[1])\n"))
    let stranger = try await fixture.run(["tickets", "check", "--as", "site990702"], now: Self.printing)
    #expect(stranger.status == 4)
  }

  @Test(
    "DOC-04 download writes the candidate's PDF and is counted; before it is made, and too early, status 4")
  func download() async throws {
    let fixture = try await made()
    func download(_ ticket: String, now: String = Self.printing) async throws -> CommandRun {
      try await fixture.run(
        ["tickets", "download", "--ticket", ticket, "-o", fixture.path("t.pdf"), "--json"], now: now)
    }
    let early = try await download(Self.tickets[0])
    #expect(early.status == 4 && early.errors.contains("[DOC-04]"))
    #expect(
      try await fixture.run(["export", "candidate-tickets", "-o", "out"], now: Self.printing).status == 0)
    #expect(try await download(Self.tickets[0], now: CommandFixture.arranging).status == 4)
    #expect(!FileManager.default.fileExists(atPath: fixture.path("t.pdf")))

    for _ in 1...2 {
      let run = try await download(Self.tickets[0])
      #expect(run.status == 0)
      #expect(try run.keys() == ["ticket", "path", "bytes"])
    }
    let pdf = try Data(contentsOf: URL(filePath: fixture.path("t.pdf")))
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(try await download("1458990701019999").status == 4)
    let stats = try await fixture.run(["stats", "downloads"], now: Self.printing, ["--json"])
    struct Table: Decodable {
      struct Row: Decodable {
        var kind: String?
        var subject: String?
        var downloads: Int
      }
      var rows: [Row]
      var total: Row
    }
    let table = try stats.decoded(Table.self)
    #expect(
      table.rows.filter { $0.kind == "ticket" }.map { "\($0.subject ?? "") \($0.downloads)" } == [
        "14 2", "26 0",
      ])
    #expect(table.total.downloads == 2)
  }
}
