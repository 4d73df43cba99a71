import Exports
import Operations
import Programmes
import Storage
import Tabular
import TestKit
import Testing

/// General statistics against a second, naive count over the same made-up people.
@Suite struct GeneralStatisticsTests {
  typealias World = StatisticsWorld
  typealias Pair = (person: World.Person, entry: World.Entry)

  /// What an entry has in a field, as the test sees it.
  private static func value(_ field: String, _ pair: Pair) -> String {
    let (person, entry) = pair
    switch field {
    case "site": return person.site
    case "subject": return entry.subject
    case "level": return ["14": "1", "15": "1", "26": "2", "35": "3", "42": "4"][entry.subject] ?? "?"
    case "sex": return person.sex
    case "ethnicity": return person.ethnicity
    case "education": return person.education
    case "class": return person.schoolClass ?? ""
    case "department": return person.department ?? ""
    case "method": return person.method
    case "paid": return entry.paid == nil ? "no" : "yes"
    case "locked": return person.isLocked ? "yes" : "no"
    case "audit": return person.audit
    case "date": return entry.place?.date ?? ""
    case "room": return entry.place?.room ?? ""
    case "batch": return entry.place.map { String($0.batch) } ?? ""
    case "result": return entry.result.map(standing) ?? ""
    case "grade": return entry.result.map(String.init) ?? ""
    case "violation": return entry.violation ?? ""
    default: return "?"
    }
  }

  private static func standing(_ result: Int) -> String {
    [-9: "other", -7: "violation", -3: "cheating", -1: "absent", 0: "failed"][result] ?? "passed"
  }

  private static let fields = StatisticsField.allCases.map(\.rawValue)
  private static let measures: [(text: String, count: @Sendable (World, [Pair]) -> Double?)] = [
    ("entries", { Double($1.count) }), ("candidates", { Double(Set($1.map(\.person.number)).count) }),
    ("score>=60", { Double($1.count { ($0.entry.score ?? -1) >= 6_000 }) }),
    ("score[60,80.5)", { Double($1.count { (6_000..<8_050).contains($0.entry.score ?? -1) }) }),
    ("sum:score", { Double($1.reduce(0) { $0 + ($1.entry.score ?? 0) }) }),
    (
      "mean:score",
      { _, pairs in
        let scores = pairs.compactMap(\.entry.score)
        return scores.isEmpty ? nil : (Double(scores.reduce(0, +)) / Double(scores.count)).rounded()
      }
    ),
    (
      "sum:amount",
      { world, pairs in Double(pairs.reduce(0) { $0 + (world.amount($1.person, $1.entry) ?? 0) }) }
    ),
    ("rate:passed", { rate($1) { $0 > 0 } }), ("rate:优秀", { rate($1) { $0 == 3 } }),
    ("rate:-1", { rate($1) { $0 == -1 } }),
  ]

  private static func rate(_ pairs: [Pair], _ holds: (Int) -> Bool) -> Double? {
    let results = pairs.compactMap(\.entry.result)
    return results.isEmpty ? nil : Double(results.count(where: holds)) / Double(results.count)
  }

  /// What a table must show of some pairs: each measure below each value of the pivots, and over all.
  private func expected(
    _ pairs: [Pair], _ world: World, _ pivots: [String], values: [[String]],
    _ measures: [(text: String, count: @Sendable (World, [Pair]) -> Double?)]
  ) -> [String: Double] {
    var figures: [String: Double] = [:]
    for measure in measures {
      if let figure = measure.count(world, pairs) { figures[measure.text] = figure }
      for value in values {
        let here = pairs.filter { pair in pivots.map { Self.value($0, pair) } == value }
        let key = zip(pivots, value).map { "\($0)=\($1)" }.joined(separator: ",")
        if let figure = measure.count(world, here) { figures["\(measure.text)[\(key)]"] = figure }
      }
    }
    return figures
  }

  @Test(
    "PIV-01 PIV-03 any rows, measures and columns show what a naive count over the same people shows",
    arguments: 1...6 as ClosedRange<UInt64>)
  func naive(seed: UInt64) async throws {
    let world = World(seed: seed)
    let office = try await world.store().office("root")
    var random = SeededGenerator(seed: seed &+ 1_000)
    for pivotCount in [0, 0, 1, 1, 2, 2] {
      let fields = Self.fields.shuffled(using: &random)
      let (pivots, rest) = (Array(fields.prefix(pivotCount)), fields.dropFirst(pivotCount))
      let rows = Array(rest.prefix(Int.random(in: 1...3, using: &random)))
      let most = pivotCount == 2 ? 1 : 4
      let measures = Array(Self.measures.shuffled(using: &random).prefix(most))
      let form = try StatisticsForm(rows: rows, measures: measures.map(\.text), pivots: pivots)
      let table = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      let values = Array(Set(world.pairs.map { pair in pivots.map { Self.value($0, pair) } }))
      let shown = pivots.isEmpty ? [] : values
      let groups = Dictionary(grouping: world.pairs) { pair in
        rows.map { Self.value($0, pair) }.joined(separator: " ")
      }
      let naive = groups.mapValues { expected($0, world, pivots, values: shown, measures) }
      #expect(table.figures(by: rows) == naive, "\(rows) \(pivots) \(measures.map(\.text))")
      let total = expected(world.pairs, world, pivots, values: shown, measures)
      #expect(table.figures(table.total) == total, "\(rows) \(pivots) \(measures.map(\.text))")
      #expect(table.rows.count == groups.count)
    }
  }

  @Test("PIV-01 every field by itself groups and filters as a naive count does", arguments: fields)
  func everyField(field: String) async throws {
    let world = World(seed: 21)
    let office = try await world.store().office("root")
    let form = try StatisticsForm(rows: [field], measures: ["entries", "candidates"])
    let table = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
    let groups = Dictionary(grouping: world.pairs) { Self.value(field, $0) }
    #expect(Set(table.rows.map { table.label($0, [field]) }) == Set(groups.keys))
    for (value, pairs) in groups where !value.isEmpty {
      let form = try StatisticsForm(
        rows: ["subject"], measures: ["entries"], conditions: ["\(field)=\(value)"])
      let filtered = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      #expect(filtered.figures(filtered.total)["entries"] == Double(pairs.count), "\(field)=\(value)")
    }
  }

  @Test("PIV-01 conditions: either of values, names for codes, any text, organisations above sites, bounds")
  func conditions() async throws {
    let world = World(seed: 22)
    let office = try await world.store().office("root")
    let cases: [(conditions: [String], holds: (Pair) -> Bool)] = [
      (["sex=女"], { $0.person.sex == "2" }),
      (["subject=14,15"], { ["14", "15"].contains($0.entry.subject) }),
      (["subject=数据库工程师"], { $0.entry.subject == "42" }),
      (["class=会计*"], { $0.person.schoolClass?.hasPrefix("会计") == true }),
      (["class=法'学'班"], { $0.person.schoolClass == "法'学'班" }),
      (["class=%"], { _ in false }),
      (["site=99"], { $0.person.site.hasPrefix("99") }),
      (["result=passed"], { ($0.entry.result ?? 0) > 0 }),
      (["grade=优秀,良好"], { ($0.entry.result ?? 0) >= 2 }),
      (["score>=60", "score[0,90)"], { (6_000..<9_000).contains($0.entry.score ?? -1) }),
      (["method=个人网报", "paid=no"], { $0.person.method == "individual" && $0.entry.paid == nil }),
      (["violation=作弊"], { $0.entry.violation == "3" }),
    ]
    for (conditions, holds) in cases {
      let form = try StatisticsForm(rows: ["site"], measures: ["entries"], conditions: conditions)
      let table = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      let count = world.pairs.count(where: holds)
      #expect(table.figures(table.total)["entries"] == Double(count), "\(conditions)")
    }
  }

  @Test(
    "PIV-03 the columns of a turned field sum to the table without them, in every row and in the total",
    arguments: [["sex"], ["method", "audit"], ["room", "batch"], ["class", "result"]])
  func pivotSums(pivots: [String]) async throws {
    let office = try await World(seed: 23).store().office("root")
    func table(_ pivots: [String]) async throws -> StatisticsTable {
      let form = try StatisticsForm(rows: ["site", "subject"], measures: ["entries"], pivots: pivots)
      return try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
    }
    let (plain, turned) = (try await table([]), try await table(pivots))
    #expect(turned.columns.count > plain.columns.count)
    for (row, other) in zip(turned.rows + [turned.total], plain.rows + [plain.total]) {
      var figures = turned.figures(row)
      let all = figures.removeValue(forKey: "entries")
      #expect(figures.values.reduce(0, +) == all)
      #expect(all == plain.figures(other)["entries"])
    }
    #expect(turned.rows.count == plain.rows.count)
  }

  @Test("PIV-03 a field with too many values is refused as columns, and says what to do")
  func tooWide() async throws {
    let store = try await World(seed: 1, count: 260).store()
    try await store.database.write {
      _ = try $0.execute("UPDATE registration SET class = document_number, department = document_number")
    }
    let office = store.office("root")
    let form = try StatisticsForm(rows: ["site"], measures: ["entries", "candidates"], pivots: ["class"])
    let refusal = await #expect(throws: Refusal.self) {
      try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
    }
    #expect(refusal?.rule == "PIV-03")
    #expect(refusal?.wording.zh.contains("520 列，最多 500 列") == true)
  }

  @Test("PIV-01 one statement makes a table, whatever is asked for")
  func oneStatement() async throws {
    let store = try await World(seed: 1, count: 20).store()
    let office = store.office("root")
    let small = try StatisticsForm(rows: ["sex"], measures: ["entries"])
    let large = try StatisticsForm(
      rows: ["site", "level"], measures: ["candidates", "mean:score", "sum:amount", "rate:passed"],
      pivots: ["date"], conditions: ["score>=1"])
    var totals: [Int] = []
    for form in [small, large] {
      let ran = try await store.statements.counting {
        _ = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      }
      #expect(ran.filter { $0.key.hasPrefix("WITH counted") }.values.reduce(0, +) == 1)
      totals.append(ran.values.reduce(0, +))
    }
    #expect(totals[0] == totals[1])
  }

  @Test("PIV-01 ORG-02 a user counts what lies within the own organisation, whatever the conditions say")
  func scope() async throws {
    let world = World(seed: 24)
    let store = try await world.store()
    func entries(_ user: String, _ organisation: String?, _ conditions: [String] = []) async throws -> Double?
    {
      let form = try StatisticsForm(rows: ["site"], measures: ["entries"], conditions: conditions)
      let table = try await store.office(user).generalStatistics(
        .form(form), sitting: SittingPlan.code, organisation: organisation)
      return table.figures(table.total)["entries"]
    }
    let own = Double(world.pairs.count { $0.person.site == "990701" })
    #expect(try await entries("site990701", nil) == own)
    #expect(try await entries("prov99", "990701") == own)
    #expect(try await entries("view990701", nil) == own)
    #expect(try await entries("site990701", nil, ["site=990703,990701,98"]) == own)
    for organisation in ["990703", "98", "", "990799"] {
      #expect(try await entries("site990701", organisation) == 0)
    }
  }
}
