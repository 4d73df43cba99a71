import Exports
import Files
import Foundation
import Operations
import Storage
import Tabular
import TestKit
import Testing
import XLSXFormat
import ZIPFormat

@Suite struct ScoreStatisticsTests {
  typealias Person = ExportFixture.Person
  typealias Mark = ExportFixture.Mark

  /// The figures of one row by their keys.
  private func figures(_ table: StatisticsTable, _ row: [StatisticsTable.Cell]) -> [String: Int] {
    var figures: [String: Int] = [:]
    for (column, cell) in zip(table.columns, row) {
      if case .count(let count) = cell { figures[column.key] = count }
    }
    return figures
  }

  private func share(_ table: StatisticsTable, _ row: [StatisticsTable.Cell], _ key: String) -> Double? {
    guard let column = table.column(key), case .share(let share) = row[column] else { return nil }
    return share
  }

  @Test("SCO-08 each result counts in its column, kept and certified apart, everybody once in the total")
  func columns() async throws {
    let store = try await ExportFixture()
    let codes = [3, 2, 1, 0, -1, -2, -7, -8, -9]
    let people = codes.indices.map {
      Person(document: "99010120000101000\($0)", name: "考生", subjects: $0 == 0 ? ["14", "42"] : ["14"])
    }
    try await store.prepare(people)
    for (person, code) in zip(people, codes) {
      let certificate = code > 0 ? "1458000000000\(code)" : nil
      try await store.mark(person.document, ["14": Mark(result: code, certificate: certificate)])
    }
    try await store.mark(people[0].document, ["42": Mark(score: 70, result: 1, isKept: true)])

    let table = try await store.office().statistics(.scores, sitting: "ncre-58")
    #expect(
      table.rows.map { $0.prefix(4) } == [
        [.text("990701"), .text("地市七考点一"), .text("14"), .text("计算机基础及WPS Office应用")],
        [.text("990701"), .text("地市七考点一"), .text("42"), .text("数据库工程师")],
      ])
    #expect(
      figures(table, table.rows[0]) == [
        "excellent": 1, "good": 1, "pass": 1, "fail": 1, "absent": 1, "violation": 1, "cheating": 2,
        "other": 1,
        "kept": 0, "certificates": 3, "entries": 9, "candidates": 9,
      ])
    #expect(figures(table, table.rows[1])["kept"] == 1)
    #expect(figures(table, table.rows[1])["certificates"] == 0)
    #expect(figures(table, table.total)["entries"] == 10)
    #expect(figures(table, table.total)["candidates"] == 9)
    #expect(share(table, table.rows[0], "passRate") == 3.0 / 9)
    #expect(share(table, table.rows[0], "excellentRate") == 1.0 / 9)
    #expect(share(table, table.total, "passRate") == 4.0 / 10)
  }

  /// One entry with its result, as a naive second count sees it.
  private struct Result {
    var site: String
    var subject: String
    var document: String
    var code: Int
    var hasCertificate: Bool
  }

  @Test("SCO-08 rows and total equal a count by hand", arguments: [58, 59, 60] as [UInt64])
  func naiveCount(seed: UInt64) async throws {
    let store = try await ExportFixture()
    var random = SeededGenerator(seed: seed)
    var results: [Result] = []
    var people: [Person] = []
    for number in 0..<60 {
      let site = Bool.random(using: &random) ? "990701" : "990703"
      let subjects = ["14", "15", "35"].shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
      let person = Person(document: "P\(1000 + number)", name: "考生", subjects: Array(subjects), site: site)
      people.append(person)
      for subject in subjects {
        let code = [3, 2, 1, 0, 0, -1, -3, -7, -9].randomElement(using: &random) ?? 0
        results.append(
          Result(
            site: site, subject: subject, document: person.document, code: code,
            hasCertificate: code > 0 && Bool.random(using: &random)))
      }
    }
    try await store.register(people)
    for result in results {
      let certificate = result.hasCertificate ? "14580000000001" : nil
      try await store.mark(
        result.document, [result.subject: Mark(result: result.code, certificate: certificate)])
    }

    let table = try await store.office().statistics(.scores, sitting: "ncre-58")
    let groups = Dictionary(grouping: results) { "\($0.site) \($0.subject)" }.sorted { $0.key < $1.key }
    #expect(table.rows.map { figures(table, $0) } == groups.map { count($0.value) })
    #expect(figures(table, table.total) == count(results))
    #expect(groups.count == 6)
  }

  private func count(_ results: [Result]) -> [String: Int] {
    func number(_ codes: Int...) -> Int { results.count { codes.contains($0.code) } }
    return [
      "excellent": number(3), "good": number(2), "pass": number(1), "fail": number(0), "absent": number(-1),
      "violation": number(-7), "cheating": number(-3), "other": number(-9), "kept": 0,
      "certificates": results.count { $0.hasCertificate }, "entries": results.count,
      "candidates": Set(results.map(\.document)).count,
    ]
  }

  private func small() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.register([
      Person(document: "A1", name: "甲", subjects: ["14"]),
      Person(document: "A2", name: "乙", subjects: ["15"]),
      Person(document: "B1", name: "丙", subjects: ["14"], site: "990703"),
    ])
    try await store.mark("A1", ["14": Mark(score: 95, result: 3, certificate: "14580000000001")])
    try await store.mark("A2", ["15": Mark(score: 30, result: 0)])
    try await store.mark("B1", ["14": Mark(result: -1)])
    return store
  }

  @Test("ORG-02 figures are those of the user's organisation; outside it there is nothing, and no error")
  func scope() async throws {
    let store = try await small()
    let own = try await store.office("site990701").statistics(.scores, sitting: "ncre-58")
    #expect(figures(own, own.total)["entries"] == 2)
    let province = try await store.office("prov99").statistics(
      .scores, sitting: "ncre-58", organisation: "990703")
    #expect(figures(province, province.total)["entries"] == 1)
    for site in ["990703", "99", "990799"] {
      let none = try await store.office("site990701").statistics(
        .scores, sitting: "ncre-58", organisation: site)
      #expect(none.rows.isEmpty)
      #expect(figures(none, none.total).values.allSatisfy { $0 == 0 })
      #expect(share(none, none.total, "passRate") == 0)
    }
  }

  @Test("WIN-05 statistics know no window, and viewers may see them")
  func ungated() async throws {
    let store = try await small()
    let table = try await store.office("view990701", at: "2019-01-01 00:00")
      .statistics(.scores, sitting: "ncre-58")
    #expect(figures(table, table.total)["entries"] == 2)
  }

  @Test("SCO-08 as JSON rows and total have English keys; a total names no site")
  func json() async throws {
    let store = try await small()
    let table = try await store.office("site990701").statistics(.scores, sitting: "ncre-58")
    let value = try JSONSerialization.jsonObject(with: JSONEncoder().encode(table)) as? [String: Any]
    let rows = value?["rows"] as? [[String: Any]]
    #expect(rows?.count == 2)
    #expect(rows?[0]["subject"] as? String == "14")
    #expect(rows?[0]["excellent"] as? Int == 1)
    #expect(rows?[1]["passRate"] as? Double == 0)
    let total = value?["total"] as? [String: Any]
    #expect(total?["site"] == nil)
    #expect(total?["passRate"] as? Double == 0.5)
  }

  @Test("SCO-08 the workbook has the rows, the total, the sums by subject and a native chart over them")
  func workbook() async throws {
    let store = try await small()
    let office = store.office()
    let table = try await office.statistics(.scores, sitting: "ncre-58")
    let path = store.folder.path("scores.xlsx")
    try office.write(table, to: path, language: .zh)

    let first = try ReadTable(workbook: FileSource(path: path))
    #expect(first.headings == table.columns.map(\.heading.zh))
    #expect(first["科目"].prefix(4) == ["14", "15", "14", ""])
    #expect(first["考点"][3] == "合计")
    #expect(first["科目次数"].prefix(4) == ["1", "1", "1", "3"])
    #expect(first["优秀率"].prefix(2) == ["1", "0"])

    let second = try ReadTable(workbook: FileSource(path: path), sheet: 1)
    #expect(second.headings == ["科目 科目名称", "优秀", "良好", "及格", "不及格", "缺考", "违纪", "作弊", "其他违规"])
    #expect(
      second.rows == [
        ["14 计算机基础及WPS Office应用", "1", "0", "0", "0", "1", "0", "0", "0"],
        ["15 计算机基础及MS Office应用", "0", "0", "0", "1", "0", "0", "0", "0"],
      ])
    let archive = try ZIPArchive(FileSource(path: path), limits: .workbook, name: "scores")
    let chart = try #require(archive.entry("xl/charts/chart1.xml"))
    let xml = String(decoding: try archive.bytes(chart, atMost: 1 << 20), as: UTF8.self)
    #expect(xml.contains("'图表'!$A$2:$A$3"))
    #expect(xml.components(separatedBy: "<c:ser>").count == 9)
  }

  @Test("ERR-04 a workbook of figures holds no formula, whatever a site is called")
  func formulas() async throws {
    let store = try await ExportFixture()
    let table = StatisticsTable(
      title: Wording(zh: "=1+1", en: "=1+1"), columns: [.init("site", .text, zh: "=A1", en: "=A1")],
      rows: [[.text("=HYPERLINK(1)")]], total: [.blank], notes: [Wording(zh: "+1", en: "+1")])
    let path = store.folder.path("formula.xlsx")
    try store.office().write(table, to: path, language: .zh)
    let book = try Workbook(FileSource(path: path), name: "formula")
    let reader = try book.rows(of: book.sheets[0])
    var row = RawRow()
    var texts: [String] = []
    while try reader.read(into: &row) {
      texts += row.cells.map(row.text)
      #expect(row.cells.allSatisfy { !$0.isFormula && $0.kind == .text })
    }
    #expect(texts == ["=A1", "=HYPERLINK(1)", "合计", "+1"])
  }
}
