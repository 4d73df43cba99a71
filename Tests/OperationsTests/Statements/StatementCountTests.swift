import ExamModel
import Exports
import Imports
import Operations
import Programmes
import Storage
import Testing

/// Statements are per file, never per row: ten times the rows run the very same statements.
@Suite struct StatementCountTests {
  /// A sitting in which every window is open all the time, and nothing is too many.
  private static let open = SittingPlan.with { plan in
    plan.windows = WindowKind.allCases.map {
      ($0.rawValue, $0 == .ticketPrinting ? "[2020-07-01 08:00]" : "[2020-07-01 08:00, 2021-12-31 08:00]")
    }
    for site in plan.sites.keys {
      plan.sites[site]?.requiresAudit = true
      plan.sites[site]?.total = 99_999
      plan.sites[site]?.places = ["14": 99_999, "15": 99_999, "26": 99_999]
      plan.sites[site]?.classes = "\"\""
    }
  }

  /// Compares what an import of few rows runs with what one of many runs.
  private func compare(
    _ few: Int, _ many: Int, location: SourceLocation = #_sourceLocation,
    _ importing: (OfficeFixture, Int) async throws -> [String: Int]
  ) async throws {
    let first = try await importing(try await OfficeFixture(Self.open), few)
    let second = try await importing(try await OfficeFixture(Self.open), many)
    #expect(first.values.reduce(0, +) > 5, "statements are counted", sourceLocation: location)
    for (sql, count) in second where count != first[sql] {
      Issue.record(
        "\(first[sql] ?? 0) times for \(few) rows, \(count) for \(many): \(sql)", sourceLocation: location)
    }
    #expect(Set(first.keys).isSubset(of: second.keys), sourceLocation: location)
  }

  @Test("REG-14 new registrations, an override of all, and a file of findings")
  func registrations() async throws {
    try await compare(1_000, 10_000) { fixture, count in
      let headings = Candidate.headings.filter { !Self.optional.contains($0) }
      func importing(_ change: (inout Candidate) -> Void, _ options: @escaping (inout ImportOptions) -> Void)
        async throws -> ImportResult
      {
        let rows = (0..<count).map { Candidate($0, change) }
        return try await fixture.register(rows, headings: headings, options)
      }
      return try await fixture.statements.counting {
        let new = try await importing({ _ in }, { _ in })
        let changed = try await importing({ $0.name = "钱改名" }, { $0.overrides = true })
        let faulty = try await importing({ $0.phone = "12" }, { $0.overrides = true })
        #expect([new.rows.created, changed.rows.updated, faulty.findingsTotal] == [count, count, count])
      }
    }
  }

  private static let optional: Set<String> = [
    "培训类型", "学号", "院系", "专业", "班级", "邮编", "联系地址", "报考科目2", "报考科目3", "意向考试日期", "额外信息", "备注",
  ]

  @Test("CAN-07 payments")
  func payments() async throws {
    try await compare(1_000, 10_000) { fixture, count in
      try await fixture.store(0..<count)
      let payments = (0..<count).map { (id: Candidate($0).id, subject: "14") }
      return try await fixture.statements.counting {
        let new = try await fixture.pay(payments)
        let same = try await fixture.pay(payments) { $0.overrides = true }
        #expect([new.rows.created, same.rows.unchanged] == [count, count])
      }
    }
  }

  @Test("SCO-05 scores")
  func scores() async throws {
    try await compare(1_000, 10_000) { fixture, count in
      try await fixture.store(0..<count)
      func lines(_ rest: String) -> [String] {
        (0..<count).map { "\(OfficeFixture.ticket($0)),考生,\(Candidate($0).id),14,\(rest)" }
      }
      return try await fixture.statements.counting {
        for (rest, overrides) in [("85,2,,,", false), ("86,2,,,", true), ("101,,,,", true)] {
          let path = try fixture.csv(ScoreSheet.headings, lines(rest))
          let result = try await fixture.importing("scores", path) { $0.overrides = overrides }
          #expect([result.rows.created, result.rows.updated, result.rows.failed].contains(count))
        }
      }
    }
  }

  @Test("ARR-07 rooms and batches")
  func rooms() async throws {
    try await compare(99, 990) { fixture, count in
      let rows: [[SheetCell]] = (0..<count).map { number in
        let (room, batch) = (number / (count / 99) + 1, number % (count / 99))
        let clock = { (minutes: Int) in "\(MadeID.pad(minutes / 60, 2)):\(MadeID.pad(minutes % 60, 2))" }
        return [
          .text(MadeID.pad(room, 2)), "实验楼", "30", .text(String(batch + 1)), "2020-09-26",
          .text(clock(480 + batch * 30)), .text(clock(500 + batch * 30)),
        ]
      }
      let headings: [SheetCell] = ["考场号", "考场地址", "座位数", "批次号", "日期", "开始时间", "结束时间"]
      let path = fixture.newPath(".xlsx")
      try SheetFile("考场批次", rows: [headings] + rows).write(to: path)
      return try await fixture.statements.counting {
        let new = try await fixture.importing("rooms", path)
        let same = try await fixture.importing("rooms", path) { $0.overrides = true }
        #expect([new.rows.created, same.rows.unchanged] == [count, count])
      }
    }
  }

  @Test("PHO-02 photos")
  func photos() async throws {
    let picture = try PhotoFile.jpeg()
    try await compare(40, 400) { fixture, count in
      try await fixture.store(0..<count)
      let files = (0..<count).map { (path: "\(Candidate($0).id).jpg", bytes: picture) }
      return try await fixture.statements.counting {
        let new = try await fixture.importPhotos(files)
        let same = try await fixture.importPhotos(files, overrides: true)
        #expect([new.rows.created, same.rows.unchanged] == [count, count])
      }
    }
  }

  @Test(
    "ERR-03 every kind of import there is, with sample rows of its template, good or not",
    arguments: ImportKinds.all.filter { $0.source != .photos }.map { $0.name })
  func everyKind(name: String) async throws {
    let kind = try #require(ImportKinds.named(name))
    // Kinds of other programmes have no template in this one.
    guard let layout = try Shipped.library.programme("ncre").layouts[kind.layout ?? ""] else { return }
    // Candidates from the 500th on have another birth date than the sample, which is an error: both files have some.
    try await compare(600, 1_300) { fixture, count in
      let sheet = SheetFile.samples(of: layout, count: count)
      var path = fixture.newPath(".xlsx")
      if kind.source == .csv {
        path = try fixture.csv(sheet.lines[0], Array(sheet.lines.dropFirst()))
      } else {
        try sheet.write(to: path)
      }
      return try await fixture.statements.counting {
        for options in [(false, false), (true, true)] {
          let result = try await fixture.importing(name, path) { ($0.overrides, $0.isPartial) = options }
          #expect(result.rows.read == count)
        }
      }
    }
  }
}
