import Exports
import Tabular
import Testing

@Suite struct StatisticsLinesTests {
  static let table = StatisticsTable(
    title: Wording(zh: "统计", en: "figures"),
    columns: [
      .init("site", .text, zh: "考点名称", en: "site"), .init("left", .count, zh: "剩余", en: "left"),
      .init("all", .count, zh: "总容量", en: "all"), .init("rate", .share, zh: "率", en: "rate"),
    ],
    rows: [
      [.text("一中"), .count(5), .count(100), .share(0.05)],
      [.text("Two"), .count(90), .count(100), .share(1)],
      [.text("三"), .blank, .blank, .blank],
    ], total: [.blank, .count(95), .count(200), .share(0.475)], notes: [Wording(zh: "说明", en: "note")],
    scarcity: .init(column: "left", whole: "all"))

  @Test("columns are aligned by what the characters take on a terminal; no line ends in blanks")
  func chinese() {
    #expect(
      Self.table.lines(in: .zh).map(\.text) == [
        "考点名称  剩余  总容量       率",
        "───────────────────────────────",
        "一中         5     100    5.00%",
        "Two         90     100  100.00%",
        "三",
        "───────────────────────────────",
        "合计        95     200   47.50%",
        "说明",
      ])
  }

  @Test("headings, total and notes come in the language that is asked for")
  func english() {
    let lines = Self.table.lines(in: .en).map(\.text)
    #expect(lines[0] == "site   left  all     rate")
    #expect(lines[6] == "total    95  200   47.50%")
    #expect(lines[7] == "note")
  }

  @Test("only rows are coloured, by how little is left")
  func colours() {
    let colours = Self.table.lines(in: .zh).map(\.scarceness)
    #expect(colours == [nil, nil, .error, nil, nil, nil, nil, nil])
  }
}
