import Exports
import Files
import Operations
import Tabular
import Testing

/// Every statistic of fixed columns against a second, naive count over the same made-up people.
@Suite struct FixedStatisticsTests {
  typealias World = StatisticsWorld
  typealias Pair = (person: World.Person, entry: World.Entry)
  static let seeds: [UInt64] = [1, 2, 3]

  /// Compares all rows and the total of a statistic with what `count` counts.
  private func check(
    _ kind: StatisticsKind, seed: UInt64, by keys: [String] = ["site", "subject"],
    location: SourceLocation = #_sourceLocation, _ count: (World, [Pair]) -> [String: Double]
  ) async throws {
    let world = World(seed: seed)
    let table = try await world.store().office("root").statistics(kind, sitting: SittingPlan.code)
    let groups = Dictionary(grouping: world.pairs) { pair in
      keys.map { $0 == "site" ? pair.person.site : pair.entry.subject }.joined(separator: " ")
    }
    #expect(table.rows.map { table.label($0, keys) } == groups.keys.sorted(), sourceLocation: location)
    #expect(table.figures(by: keys) == groups.mapValues { count(world, $0) }, sourceLocation: location)
    #expect(table.figures(table.total) == count(world, world.pairs), sourceLocation: location)
  }

  private func number(_ pairs: [Pair], _ holds: (Pair) -> Bool) -> Double {
    Double(pairs.count(where: holds))
  }

  private func people(_ pairs: [Pair], _ holds: (Pair) -> Bool = { _ in true }) -> Double {
    Double(Set(pairs.filter(holds).map(\.person.number)).count)
  }

  @Test("STA-01 payment: who paid, what is held, what it was, by site and subject", arguments: seeds)
  func payment(seed: UInt64) async throws {
    try await check(.payment, seed: seed) { world, pairs in
      let paid = number(pairs) { $0.entry.paid != nil }
      return [
        "entries": Double(pairs.count), "candidates": people(pairs), "paid": paid,
        "individual": number(pairs) { $0.entry.paid == "individual" },
        "collective": number(pairs) { $0.entry.paid == "collective" },
        "unpaid": number(pairs) { $0.entry.paid == nil }, "held": number(pairs) { $0.entry.isHeld },
        "amount": Double(pairs.reduce(0) { $0 + (world.amount($1.person, $1.entry) ?? 0) }),
        "paidRate": paid / Double(pairs.count),
      ]
    }
  }

  @Test("STA-01 candidates: each once, by what they are", arguments: seeds)
  func candidates(seed: UInt64) async throws {
    try await check(.candidates, seed: seed, by: ["site"]) { _, pairs in
      let (all, photos) = (people(pairs), people(pairs) { $0.person.hasPhoto })
      return [
        "candidates": all, "male": people(pairs) { $0.person.sex == "1" },
        "female": people(pairs) { $0.person.sex == "2" },
        "collective": people(pairs) { $0.person.method == "collective" },
        "individual": people(pairs) { $0.person.method == "individual" },
        "unpaid": people(pairs) { $0.entry.paid == nil }, "locked": people(pairs) { $0.person.isLocked },
        "pending": people(pairs) { $0.person.audit == "pending" },
        "passed": people(pairs) { $0.person.audit == "passed" },
        "rejected": people(pairs) { $0.person.audit == "rejected" }, "photo": photos,
        "entries": Double(pairs.count), "photoRate": photos / all,
      ]
    }
  }

  @Test("STA-01 ARR-04 arrangement: seats, wishes, and wishes that were met", arguments: seeds)
  func arrangement(seed: UInt64) async throws {
    try await check(.arrangement, seed: seed) { _, pairs in
      let seated = number(pairs) { $0.entry.place != nil }
      let wishes = number(pairs) { $0.person.preferred != nil }
      let kept = number(pairs) { $0.entry.place != nil && $0.entry.place?.date == $0.person.preferred }
      let other = number(pairs) { pair in
        pair.person.preferred != nil && pair.entry.place != nil
          && pair.entry.place?.date != pair.person.preferred
      }
      var figures = [
        "entries": Double(pairs.count), "paid": number(pairs) { $0.entry.paid != nil },
        "unpaid": number(pairs) { $0.entry.paid == nil }, "seated": seated,
        "unseated": Double(pairs.count) - seated, "preferred": wishes, "kept": kept, "notKept": other,
        "seatedRate": seated / Double(pairs.count),
      ]
      if wishes > 0 { figures["keptRate"] = kept / wishes }
      return figures
    }
  }

  @Test("VIO-03 violations: by site, subject and kind", arguments: seeds)
  func violations(seed: UInt64) async throws {
    try await check(.violations, seed: seed) { _, pairs in
      let records = number(pairs) { $0.entry.violation != nil }
      var figures = [
        "entries": Double(pairs.count), "records": records,
        "candidates": people(pairs) { $0.entry.violation != nil }, "rate": records / Double(pairs.count),
      ]
      for kind in ["1", "2", "3", "4"] {
        figures["kind\(kind)"] = number(pairs) { $0.entry.violation == kind }
      }
      return figures
    }
  }

  @Test("STA-01 registration: its totals are those of the people too", arguments: seeds)
  func registration(seed: UInt64) async throws {
    try await check(.registration, seed: seed) { _, pairs in
      let (paid, seated) = (number(pairs) { $0.entry.paid != nil }, number(pairs) { $0.entry.place != nil })
      let (all, collective) = (Double(pairs.count), number(pairs) { $0.person.method == "collective" })
      return [
        "entries": all, "collective": collective, "individual": all - collective, "paid": paid,
        "unpaid": all - paid, "seated": seated, "candidates": people(pairs), "paidRate": paid / all,
        "seatedRate": seated / all,
      ]
    }
  }

  @Test("TIC-02 rooms: the seats of every batch, used and free, and who sits there", arguments: seeds)
  func rooms(seed: UInt64) async throws {
    let world = World(seed: seed)
    let table = try await world.store().office("root").statistics(.rooms, sitting: SittingPlan.code)
    var expected: [String: [String: Double]] = [:]
    for site in World.sites {
      for place in World.places {
        let used = number(world.pairs) { $0.person.site == site && $0.entry.place == place }
        let seats = Double(World.seats)
        expected["\(site) \(place.room) \(place.batch)"] = [
          "seats": seats, "used": used, "free": seats - used, "usedRate": used / seats,
        ]
      }
    }
    #expect(table.figures(by: ["site", "room", "batch"]) == expected)
    let seated = number(world.pairs) { $0.entry.place != nil }
    #expect(table.figures(table.total)["used"] == seated)
    #expect(table.figures(table.total)["seats"] == Double(World.seats * expected.count))
    let subjects = table.rows.map { table.label($0, ["subjects"]) }.joined(separator: " ").split(
      separator: " ")
    #expect(subjects.reduce(0) { $0 + (Double($1.split(separator: ":")[1]) ?? 0) } == seated)
  }

  @Test("SCO-08 the bands of the distribution hold every score once, the rates of a subject all its results")
  func scoreFigures() async throws {
    let world = World(seed: 7)
    let table = try await world.store().office("root").statistics(.scores, sitting: SittingPlan.code)
    #expect(table.figures.map(\.title.zh) == ["各科及格率", "分数段"])
    let scores = world.pairs.compactMap(\.entry.score)
    let bands = (0..<10).map { band in scores.count { min($0 / 1_000, 9) == band } }
    #expect(table.figures[1].points.map(\.cells) == bands.map { [.count($0)] })
    #expect(table.figures[1].points.map(\.label)[0] == "[0,10)")
    #expect(table.figures[1].points.map(\.label)[9] == "[90,100]")
    let graded = Dictionary(grouping: world.pairs.filter { $0.entry.result != nil }, by: \.entry.subject)
    for (point, group) in zip(table.figures[0].points, graded.sorted { $0.key < $1.key }) {
      let passed = number(group.value) { ($0.entry.result ?? 0) > 0 } / Double(group.value.count)
      #expect(point.label.hasPrefix(group.key))
      #expect(point.cells[2] == .share(passed))
    }
  }

  @Test(
    "STA-01 downloads: the packages of each site and kind, the newest of them, and how often they were fetched"
  )
  func downloads() async throws {
    let store = try await World(seed: 1, count: 5).store()
    for _ in 0..<2 {
      var request = ExportRequest(
        kind: "room-statistics", sitting: SittingPlan.code, site: "990701", folder: store.folder.path("out"))
      request.language = .zh
      _ = try await store.office("root").export(request)
      try store.setClock("2020-09-05 10:00")
    }
    let packages = try await store.office("root").packages(sitting: SittingPlan.code)
    for package in packages + packages {
      _ = try await store.office("root").fetchPackage(package.id, to: store.folder.path("fetched"))
    }
    let table = try await store.office("root").statistics(.downloads, sitting: SittingPlan.code)
    #expect(table.rows.map { table.label($0, ["site", "kind"]) } == ["990701 room-statistics"])
    #expect(table.figures(table.rows[0])["downloads"] == 4)
    #expect(table.label(table.rows[0], ["newest"]) == "2020-09-05 10:00:00")
    let figures = table.figures(table.total)
    #expect(figures["packages"] == 2 && figures["downloads"] == 4)
    #expect(figures["records"] == Double(2 * World.places.count))
  }

  @Test(
    "ORG-02 every statistic shows the user's organisation and what is below it; outside it is as if nothing were there",
    arguments: StatisticsKind.allCases)
  func scope(kind: StatisticsKind) async throws {
    let world = World(seed: 5)
    let store = try await world.store()
    func table(_ user: String, _ organisation: String? = nil) async throws -> StatisticsTable {
      try await store.office(user).statistics(kind, sitting: SittingPlan.code, organisation: organisation)
    }
    let (own, all) = (try await table("site990701"), try await table("root"))
    let asked = try await table("root", "990701")
    #expect(own.rows == asked.rows && own.total == asked.total)
    #expect(own.rows.allSatisfy { own.label($0, ["site"]) == "990701" })
    #expect(all.rows.count > own.rows.count || kind == .downloads)
    for organisation in ["980101", "9801", "99", "", "990799"] {
      let none = try await table("site990701", organisation)
      #expect(none.rows.isEmpty)
      #expect(none.figures(none.total).values.allSatisfy { $0 == 0 })
    }
  }
}
