import Storage
import StorageSQLite
import Tabular
import TestKit
import Testing

/// The findings of a job in groups, as the database makes them.
@Suite struct FindingGroupTests {
  /// A store with a job that has these findings, and another with the same.
  private func store(_ findings: [Finding]) async throws -> StoreFolder {
    let store = try StoreFolder()
    let database = try await store.open()
    try await database.write { session in
      for job in 1...2 {
        try session.execute(
          """
          INSERT INTO job (id, kind, state, sitting, site, member, file_name, file_bytes, file_sha256, options, owner,
            started_at) VALUES ($1, 'registrations', 'refused', 1, '990701', 'u', 'f', 1, 'h', '{}', 'o', 1)
          """, [.integer(job)])
        let writer = try JobFindingTable.Writer(job: job, session)
        for finding in findings { try writer.add(finding) }
        try writer.finish()
      }
    }
    return store
  }

  private func groups(_ findings: [Finding], limit: Int = .max) async throws -> [FindingGroup] {
    try await store(findings).open(create: false).read { session in
      var groups: [FindingGroup] = []
      try JobFindingTable.forEachGroup(job: 1, limit: limit, session) { groups.append($0) }
      return groups
    }
  }

  private func finding(_ row: Int?, _ value: String?, suggestion: String? = nil, column: Int? = 18) -> Finding
  {
    Finding(
      code: "FMT.code", severity: .error, at: Place(row: row, column: "报考科目1", columnIndex: column),
      value: value,
      arguments: ["科目"], suggestion: suggestion)
  }

  @Test("ERR-03 equal findings are one group, told in runs of rows, a few at most")
  func runs() async throws {
    let rows = Array(57...256) + [300, 400, 401, 500]
    let groups = try await groups(rows.map { finding($0, "17") } + [finding(58, "18")])
    #expect(groups.map(\.count) == [204, 1])
    #expect(groups[0].runs == [57...256, 300...300, 400...401, 500...500])
    #expect(groups[0].finding.place.row == 57 && groups[0].lastRow == 500)
  }

  @Test("ERR-03 a hundred thousand equal findings are one group")
  func many() async throws {
    let groups = try await groups((2...100_001).map { finding($0, "17", suggestion: "14") })
    #expect(groups.map(\.count) == [100_000])
    #expect(groups[0].runs == [2...100_001] && groups[0].finding.suggestion == "14")
  }

  @Test("ERR-03 another value, column or suggestion is told apart; a suggestion only where all have it")
  func apart() async throws {
    let groups = try await groups([
      finding(2, "17", suggestion: "14"), finding(3, "17", suggestion: "15"), finding(4, nil),
      finding(5, nil),
      finding(6, "17", suggestion: "14", column: 19), finding(nil, "x"), finding(nil, "x"),
    ])
    #expect(groups.map(\.count) == [2, 2, 1, 2])
    #expect(groups.map(\.finding.suggestion) == [nil, nil, "14", nil])
    #expect(groups.map(\.runs) == [[2...3], [4...5], [6...6], []])
  }

  @Test(
    "ERR-03 groups are those of all findings, in the order of their first places",
    arguments: [1, 2, 3] as [UInt64])
  func random(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var findings: [Finding] = []
    for row in 2..<1_000 where Bool.random(using: &random) {
      findings.append(
        finding(
          row, String(Int.random(in: 0..<30, using: &random)), column: Int.random(in: 0..<2, using: &random)))
    }
    func key(_ finding: Finding) -> String { "\(finding.value ?? "-") \(finding.place.columnIndex ?? -1)" }
    var order: [String] = []
    var rows: [String: [Int]] = [:]
    for finding in findings {
      if rows[key(finding)] == nil { order.append(key(finding)) }
      rows[key(finding), default: []].append(finding.place.row ?? 0)
    }
    let groups = try await groups(findings)
    #expect(groups.map { key($0.finding) } == order)
    #expect(groups.map(\.count) == order.map { rows[$0]?.count })
    for (place, group) in groups.enumerated() {
      let expected = Self.runs(rows[order[place]] ?? []).prefix(JobFindingTable.mostRuns + 1)
      #expect(group.runs == (place < JobFindingTable.mostGroupsWithRuns ? Array(expected) : []))
    }
    #expect(try await self.groups(findings, limit: 7).map { key($0.finding) } == Array(order.prefix(7)))
  }

  /// Ascending numbers as runs without gaps.
  private static func runs(_ rows: [Int]) -> [ClosedRange<Int>] {
    rows.reduce(into: []) { runs, row in
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
  }
}
