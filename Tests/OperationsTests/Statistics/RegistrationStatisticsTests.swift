import Exports
import Operations
import Storage
import Tabular
import Testing

@Suite struct RegistrationStatisticsTests {
  typealias Person = ExportFixture.Person

  private func store() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.register([
      Person(document: "A1", name: "甲", subjects: ["14", "35"]),
      Person(document: "A2", name: "乙", subjects: ["14"]),
      Person(document: "A3", name: "丁", subjects: ["14"]),
      Person(document: "A4", name: "戊", subjects: ["14"]),
      Person(document: "B1", name: "丙", subjects: ["14"], site: "990703"),
    ])
    try await store.execute("UPDATE entry SET paid = 'individual' WHERE subject = '35'")
    try await store.execute("UPDATE registration SET method = 'individual' WHERE document_number = 'A2'")
    return store
  }

  @Test(
    "STA-01 capacity: a row for the site in all and for each subject it offers, with what is left; no limit is blank"
  )
  func capacity() async throws {
    let table = try await store().office().statistics(.capacity, sitting: "ncre-58", organisation: "990701")
    let figures = table.rows.map { Array($0.dropFirst(4)) }
    #expect(table.rows.map { $0[2] } == [.blank, .text("14"), .text("15"), .text("35"), .text("42")])
    #expect(
      figures == [
        [.count(100), .count(5), .count(95)], [.count(4), .count(4), .count(0)],
        [.count(10), .count(0), .count(10)], [.blank, .count(1), .blank],
        [.count(100), .count(0), .count(100)],
      ])
    #expect(Array(table.total.dropFirst(4)) == [.count(100), .count(5), .count(95)])
  }

  @Test("STA-01 what has under a tenth left is red, under three tenths yellow")
  func scarcity() async throws {
    var table = try await store().office().statistics(.capacity, sitting: "ncre-58", organisation: "990701")
    #expect(table.rows.map(table.scarceness) == [nil, .error, nil, nil, nil])
    let marks = [(9, Severity.error), (10, .warning), (29, .warning), (30, nil)]
    table.rows = marks.map {
      [.blank, .blank, .blank, .blank, .count(100), .count(100 - $0.0), .count($0.0)]
    }
    #expect(table.rows.map(table.scarceness) == marks.map(\.1))
  }

  @Test("STA-01 capacity of all sites sums those that take part")
  func allSites() async throws {
    let table = try await store().office().statistics(.capacity, sitting: "ncre-58")
    #expect(table.rows.filter { $0[2] == .blank }.map { $0[0] } == [.text("990701"), .text("990703")])
    #expect(Array(table.total.dropFirst(4)) == [.count(200), .count(6), .count(194)])
  }

  @Test("STA-01 registrations: entries, how they came, what is paid; the total counts everybody once")
  func registration() async throws {
    let table = try await store().office("site990701").statistics(.registration, sitting: "ncre-58")
    let figures = table.rows.map { Array($0[4..<11]) }
    #expect(figures == [[4, 3, 1, 0, 4, 0, 4], [1, 1, 0, 1, 0, 0, 1]].map { $0.map { .count($0) } })
    #expect(Array(table.total[4..<11]) == [5, 4, 1, 1, 4, 0, 4].map { .count($0) })
    #expect(Array(table.total[11...]) == [.share(0.2), .share(0)])
  }
}
