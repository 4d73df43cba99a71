import ExamModel
import Exports
import Operations
import Storage
import Tabular
import TestKit
import Testing

/// Capacity and downloads against a second, naive count over seeded data.
@Suite struct PlacesAndDownloadsTests {
  typealias World = StatisticsWorld

  /// Sites of any capacity, one that takes no part, and subjects that are not offered everywhere.
  private static func plan(_ random: inout SeededGenerator) -> SittingPlan {
    var plan = SittingPlan()
    for site in World.sites {
      var settings = SitePlan()
      settings.isOpen = site != World.sites[Int(random.next() % 6) % 3]
      settings.total = Bool.random(using: &random) ? Int.random(in: 100...140, using: &random) : 99_999
      settings.places = [:]
      for subject in ["14", "15", "26", "35", "42"] where Int.random(in: 0..<4, using: &random) > 0 {
        settings.places[subject] =
          Bool.random(using: &random) ? Int.random(in: 1...40, using: &random) : 99_999
      }
      plan.sites[site] = settings
    }
    return plan
  }

  @Test(
    "STA-01 capacity: total, taken and left of every site and subject are those of a naive count",
    arguments: [1, 2, 3, 4] as [UInt64])
  func capacity(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let plan = Self.plan(&random)
    let world = World(seed: seed, count: 120)
    let table = try await world.store(plan).office("root").statistics(.capacity, sitting: SittingPlan.code)
    var expected: [String: [String: Double]] = [:]
    var (places, taken): (Int?, Int) = (0, 0)
    func figures(_ places: Int?, _ taken: Int) -> [String: Double] {
      var figures = ["taken": Double(taken)]
      if let places {
        figures["capacity"] = Double(places)
        figures["left"] = Double(places > taken ? places - taken : 0)
      }
      return figures
    }
    for site in World.sites {
      let settings = try #require(plan.sites[site])
      let here = world.pairs.filter { $0.person.site == site }.map(\.entry.subject)
      func limit(_ number: Int?) -> Int? {
        guard settings.isOpen, let number else { return 0 }
        return number == 99_999 ? nil : number
      }
      let total = limit(settings.total)
      expected["\(site) "] = figures(total, here.count)
      for subject in Set(settings.places.keys).union(here) {
        expected["\(site) \(subject)"] = figures(
          limit(settings.places[subject]), here.count { $0 == subject })
      }
      places = if let total, let sum = places { sum + total } else { nil }
      taken += here.count
    }
    #expect(table.figures(by: ["site", "subject"]) == expected)
    #expect(table.rows.count == expected.count)
    #expect(table.figures(table.total) == figures(places, taken))
  }

  /// A ticket that was made ahead or not, and how often it was downloaded.
  private struct Ticket {
    var site: String
    var subject: String
    var number: String
    var isMade: Bool
    var downloads: Int
  }

  /// Gives every entry a ticket, and some of them downloads.
  private func tickets(_ world: World, _ store: OfficeFixture, _ random: inout SeededGenerator) async throws
    -> [Ticket]
  {
    let names = try await store.database.read { session in
      try session.all("SELECT id, site, subject, sitting FROM entry ORDER BY id") {
        ($0.integer(0), $0.text(1), $0.text(2), $0.integer(3))
      }
    }
    #expect(names.count == world.pairs.count)
    var tickets: [Ticket] = []
    for (entry, site, subject, sitting) in names {
      let isMade = Int.random(in: 0..<4, using: &random) > 0
      let downloads = isMade ? max(0, Int.random(in: -2...3, using: &random)) : 0
      let ticket = Ticket(
        site: site, subject: subject, number: "T\(entry)", isMade: isMade, downloads: downloads)
      tickets.append(ticket)
      try await store.database.write { session in
        try session.execute(
          "UPDATE entry SET ticket = $2 WHERE id = $1", [.integer(entry), .text(ticket.number)])
        if isMade {
          try session.execute(
            """
            INSERT INTO candidate_ticket (entry, sitting, site, place, digest, made_at, made_by)
            VALUES ($1, $2, $3, $3, 'd', 0, 'root')
            """, [.integer(entry), .integer(sitting), .text(site)])
        }
        for _ in 0..<downloads {
          try CandidateTicketTable.recordDownload(
            ofTicket: ticket.number, sitting: sitting, site: site, by: "root", at: 0, session)
        }
      }
    }
    return tickets
  }

  private func sum(_ tickets: [Ticket]) -> [String: Double] {
    let downloaded = Double(tickets.count { $0.downloads > 0 })
    return [
      "entries": Double(tickets.count), "made": Double(tickets.count(where: \.isMade)),
      "downloaded": downloaded, "left": Double(tickets.count) - downloaded,
      "share": downloaded / Double(tickets.count),
      "downloads": Double(tickets.reduce(0) { $0 + $1.downloads }),
    ]
  }

  @Test(
    "DOC-04 STA-01 ticket downloads: rows and total are those of a naive count",
    arguments: [1, 2, 3] as [UInt64])
  func ticketDownloads(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let world = World(seed: seed, count: 60)
    let store = try await world.store()
    let tickets = try await tickets(world, store, &random)
    let table = try await store.office("root").statistics(.ticketDownloads, sitting: SittingPlan.code)
    let groups = Dictionary(grouping: tickets) { "\($0.site) \($0.subject)" }
    #expect(table.figures(by: ["site", "subject"]) == groups.mapValues(sum))
    #expect(table.figures(table.total) == sum(tickets))
  }

  /// A package of a site.
  private struct Package {
    var site: String
    var kind: String
    var bytes: Int
    var records: Int
    var downloads: Int
  }

  @Test(
    "STA-01 downloads: packages and tickets of each site are those of a naive count",
    arguments: [1, 2, 3] as [UInt64])
  func downloads(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let world = World(seed: seed, count: 40)
    let store = try await world.store()
    let tickets = try await tickets(world, store, &random)
    let packages = (0..<30).map { _ in
      Package(
        site: World.sites.randomElement(using: &random) ?? "",
        kind: ["scores", "sign-in", "registrations"].randomElement(using: &random) ?? "",
        bytes: Int.random(in: 1...9_000_000_000, using: &random),
        records: Int.random(in: 0...900, using: &random), downloads: Int.random(in: 0...4, using: &random))
    }
    try await store.database.write { session in
      for package in packages {
        try session.execute(
          """
          INSERT INTO package (sitting, site, kind, path, bytes, sha256, records, made_at, member, downloads)
          SELECT id, $1, $2, 'p', $3, 's', $4, 0, 'root', $5 FROM sitting
          """,
          [
            .text(package.site), .text(package.kind), .integer(package.bytes), .integer(package.records),
            .integer(package.downloads),
          ])
      }
    }
    let table = try await store.office("root").statistics(.downloads, sitting: SittingPlan.code)
    func sum(_ packages: [Package]) -> [String: Double] {
      [
        "packages": Double(packages.count), "records": Double(packages.reduce(0) { $0 + $1.records }),
        "bytes": Double(packages.reduce(0) { $0 + $1.bytes }),
        "downloads": Double(packages.reduce(0) { $0 + $1.downloads }),
      ]
    }
    var expected = Dictionary(grouping: packages) { "\($0.site)  \($0.kind)" }.mapValues(sum)
    for (name, group) in Dictionary(grouping: tickets, by: { "\($0.site) \($0.subject) ticket" })
    where group.contains(where: \.isMade) {
      expected[name] = ["downloads": Double(group.reduce(0) { $0 + $1.downloads })]
    }
    #expect(table.figures(by: ["site", "subject", "kind"]) == expected)
    var total = sum(packages)
    total["downloads", default: 0] += Double(tickets.reduce(0) { $0 + $1.downloads })
    #expect(table.figures(table.total) == total)
  }
}
