import Exports
import Files
import Operations
import Programmes
import Storage
import Tabular
import Testing
import XLSXFormat
import ZIPFormat

@Suite struct StatisticsWorkbookTests {
  private let world = StatisticsWorld(seed: 11)

  /// The workbook's parts as text, by their names.
  private func part(_ name: String, of path: String) throws -> String {
    let archive = try ZIPArchive(FileSource(path: path), limits: .workbook, name: "book")
    let entry = try #require(archive.entry(name))
    return String(decoding: try archive.bytes(entry, atMost: 1 << 22), as: UTF8.self)
  }

  @Test(
    "STA-01 VIO-03 every statistic as a workbook: headings, rows and total read back, the head frozen",
    arguments: StatisticsKind.allCases)
  func workbook(kind: StatisticsKind) async throws {
    let store = try await world.store()
    let office = store.office("root")
    let table = try await office.statistics(kind, sitting: SittingPlan.code)
    let path = store.folder.path("book.xlsx")
    try office.write(table, to: path, language: .zh)
    let read = try SheetReading(path, sheet: table.title.zh).rows
    #expect(read[0] == table.columns.map(\.heading.zh))
    let whole = Array(read[1...table.rows.count + 1])
    #expect(whole.last?[0] == "合计")
    for (index, column) in table.columns.enumerated() where column.kind == .count {
      let written = whole.map { Int($0[index]) }
      let cells = (table.rows + [table.total]).map { row -> Int? in
        if case .count(let count) = row[index] { count } else { nil }
      }
      #expect(written == cells)
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<cols>"))
  }

  @Test("SCO-08 the workbook of scores has native charts of results, pass rates and the distribution")
  func charts() async throws {
    let store = try await world.store()
    let office = store.office("root")
    let path = store.folder.path("scores.xlsx")
    try office.write(
      try await office.statistics(.scores, sitting: SittingPlan.code), to: path, language: .zh)
    #expect(try SheetReading.sheets(of: path) == ["成绩统计", "图表", "各科及格率", "分数段"])
    #expect(try part("xl/charts/chart2.xml", of: path).contains("'各科及格率'!$D$2"))
    #expect(try part("xl/charts/chart3.xml", of: path).contains("'分数段'!$B$2:$B$11"))
    let rates = try SheetReading(path, sheet: "各科及格率").rows
    #expect(rates[0] == ["科目", "优秀率", "良好率", "及格率"])
    #expect(rates.dropFirst().allSatisfy { Double($0[3]) != nil })
  }

  @Test("STA-01 money keeps its two decimals in the workbook, on the screen and as JSON")
  func money() async throws {
    let table = StatisticsTable(
      title: Wording(zh: "钱", en: "money"), columns: [.init("amount", .hundredths, zh: "金额", en: "amount")],
      rows: [[.hundredths(7_805)]], total: [.hundredths(-5)])
    #expect(table.lines(in: .zh).map(\.text)[2] == "78.05")
    #expect(table.lines(in: .zh).map(\.text)[4] == "-0.05")
    let store = try await OfficeFixture(nil)
    let path = store.folder.path("money.xlsx")
    try store.office("root").write(table, to: path, language: .zh)
    #expect(try SheetReading(path, sheet: "钱").rows[1] == ["78.05"])
  }

  @Test("TIC-02 the export has a row for each batch: seats, used, free, subjects; no window shuts it")
  func roomStatistics() async throws {
    let store = try await world.store()
    try store.setClock("2019-01-01 08:00")
    let request = ExportRequest(
      kind: "room-statistics", sitting: SittingPlan.code, site: "990701", folder: store.folder.path("out"))
    let result = try await store.office().export(request)
    let path = try #require(result.path)
    let read = try SheetReading(path, sheet: "考场统计").rows
    let expected = StatisticsWorld.places.map { place -> [String] in
      let here = world.pairs.filter { $0.person.site == "990701" && $0.entry.place == place }
      let counts = Dictionary(grouping: here, by: \.entry.subject).sorted { $0.key < $1.key }
      return [
        place.room, "机房", "学院路1号", String(place.batch), place.date, "08:30-10:30", "200",
        String(here.count), String(200 - here.count),
        counts.map { "\($0.key):\($0.value.count)" }.joined(separator: " "),
      ]
    }
    #expect(Array(read.dropFirst()) == expected)
    #expect(result.records == 4)
    #expect(read[0].suffix(4) == ["座位数", "已用", "剩余", "各科人数"])
  }

  @Test("TIC-02 a site without rooms gets an empty package that says so; as CSV; never as DBF")
  func roomStatisticsForms() async throws {
    let store = try await world.store()
    try await store.database.write { session in
      try session.execute("UPDATE entry SET room = NULL, batch = NULL, seat = NULL")
      try session.execute("DELETE FROM room_batch")
    }
    var request = ExportRequest(
      kind: "room-statistics", sitting: SittingPlan.code, site: "990701", folder: store.folder.path("out"))
    request.options.format = .csv
    let result = try await store.office().export(request)
    #expect(result.records == 0 && !result.isRefused && result.findings.map(\.rule) == ["TIC-02"])
    request.options.format = .dbf
    await #expect(throws: UnfitOption.self) { try await store.office().export(request) }
  }
}
