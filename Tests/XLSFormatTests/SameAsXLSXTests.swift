import Files
import Tabular
import TestKit
import Testing
import XLSFormat
import XLSXFormat

/// The same values written as .xlsx and as .xls.
@Suite("Old and new workbooks")
struct SameAsXLSXTests {
  @Test("VIO-01 an import sees the same cells whatever the format", arguments: 0..<20 as Range<UInt64>)
  func same(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    var new = try WorkbookWriter(path: folder.path("a.xlsx"), properties: WorkbookProperties(created: 1))
    let sheet = try new.addSheet("数据")
    var rows: [(number: Int, cells: [(column: Int, cell: OldWorkbookBuilder.Cell)])] = []
    for row in 1...40 where !row.isMultiple(of: 7) {
      var cells: [(Int, OldWorkbookBuilder.Cell)] = []
      for column in 0..<8 where Int.random(in: 0..<3, using: &random) > 0 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let text = Self.texts.randomElement(using: &random) ?? ""
          try new.writeText(text, row: row, column: column, style: .text, in: sheet)
          cells.append((column, .init(.text(text))))
        case 1:
          let day = Int.random(in: 1...28, using: &random)
          try new.writeDate(year: 2020, month: 9, day: day, row: row, column: column, in: sheet)
          cells.append((column, .init(.number(Double(44_074 + day)), style: 1)))
        case 2:
          // Four decimals at most, as people type them: what is beyond 15 digits is rounded by whoever writes a file.
          let number = Double(Int.random(in: 0..<10_000_000_000, using: &random)) / 1e4
          try new.writeNumber(number, row: row, column: column, in: sheet)
          cells.append((column, .init(.number(number))))
        default:
          let number = Double(Int.random(in: -5_000...5_000, using: &random))
          try new.writeNumber(number, row: row, column: column, in: sheet)
          cells.append((column, .init(.packed(number))))
        }
      }
      rows.append((row, cells))
    }
    try new.finish()
    var old = OldWorkbookBuilder([.init("数据", rows: rows)])
    old.formats = ["yyyy-mm-dd"]

    let workbook = try Workbook(FileSource(path: folder.path("a.xlsx")), name: "a.xlsx")
    let expected = try OldBook.cells(workbook.rows(of: workbook.sheet(named: "数据")))
    #expect(expected.count > 100)
    let seen = try OldBook.cells(old.bytes())
    #expect(seen.count == expected.count)
    for (seen, expected) in zip(seen, expected) { #expect(seen == expected) }
  }

  private static let texts = [
    "1458990701010001", " 首尾有空格 ", "赵·测试", "𬱖", "a\nb", "=1+1", "0.50", String(repeating: "长", count: 300),
  ]
}
