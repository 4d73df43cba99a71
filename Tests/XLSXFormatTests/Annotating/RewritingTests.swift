import Tabular
import TestKit
import Testing

@testable import XLSXFormat

@Suite("The sheet that is rewritten")
struct RewritingTests {
  @Test(
    "ERR-02 a sheet is rewritten to the same bytes through a window of any size", arguments: Manner.allCases)
  func windows(manner: Manner) throws {
    let sheet = Array((manner.book[manner.sheet] ?? "").utf8)
    let whole = try rewrite(sheet)
    #expect(whole.count > sheet.count)
    for size in 1...64 {
      #expect(try rewrite(sheet, windowSize: size) == whole, "window \(size)")
      #expect(try rewrite(sheet, windowSize: size * 9, pieces: size) == whole, "pieces \(size)")
    }
  }

  @Test(
    "ERR-02 a sheet that is cut off anywhere is an error, whatever its notes",
    arguments: [Manner.excel, .bare])
  func prefixes(manner: Manner) throws {
    let sheet = Array((manner.book[manner.sheet] ?? "").utf8)
    let whole = try survey(sheet)
    for length in 0..<sheet.count {
      let cut = Array(sheet[..<length])
      let window = length % 90 + 1
      let first = failure { () throws(FileError) in try survey(cut, windowSize: window) }
      let second = failure { () throws(FileError) in try rewrite(cut, windowSize: window, survey: whole) }
      #expect(first?.code == .truncated && second?.code == .truncated, "\(length) bytes")
    }
  }

  @Test(
    "ERR-02 a random sheet keeps its values; marks and findings are where they belong",
    arguments: 0..<200 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var sheets = RandomSheet(seed: seed)
    let sheet = Array(sheets.make().utf8)
    var expected = try #require(ExpatOracle.rows(sheet))
    let column = try #require(survey(sheet).freeColumn)
    let notes = RandomNotes(seed: seed, column: column)
    let copy = try rewrite(sheet, windowSize: Int(seed % 80) + 1, edits: notes.edits)

    for (row, text) in notes.findings.merging([2: "问题"], uniquingKeysWith: { $1 }) {
      let cell = TestCell(column: column, text: text, kind: .text, isFormula: false)
      if let place = expected.firstIndex(where: { $0.number == row }) {
        expected[place].cells.append(cell)
        expected[place].cells.sort { $0.column < $1.column }
      } else {
        expected.append(TestRow(number: row, cells: [cell]))
      }
    }
    expected.sort { $0.number < $1.number }
    #expect(try #require(ExpatOracle.rows(copy), "the copy is sound XML") == expected)

    let found = Found()
    try SmallPart.read(copy, part: "sheet.xml") { if $0.isSpreadsheet { found.elements.append($0) } }
    let styled = CopyReading.styles(found.elements).filter { $0.value > 0 }.keys
    let own = CellAddress.columnLetters(column)
    #expect(Set(styled.filter { $0.prefix { $0.isLetter } != own }) == notes.marks)
  }

  @Test("ERR-02 damage ends in a copy or in an error, never in a trap", arguments: 0..<200 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sheet = Array((ExcelManner.book["xl/worksheets/sheet1.xml"] ?? "").utf8)
    let telling = Array("<>&;\"'/=!? 0A".utf8)
    for _ in 0..<3 {
      sheet[Int.random(in: 0..<sheet.count, using: &random)] = telling.randomElement(using: &random) ?? 0
    }
    let large = Result { () throws(FileError) in try rewrite(sheet) }
    let small = Result { () throws(FileError) in try rewrite(sheet, windowSize: Int(seed % 60) + 1) }
    switch (large, small) {
    case (.success(let one), .success(let other)): #expect(one == other)
    case (.failure(let one), .failure(let other)): #expect(one.code == other.code)
    default: Issue.record("one window gives a copy, another an error")
    }
  }

  @Test("ERR-02 a sheet in UTF-16 becomes one in UTF-8 with the same values", arguments: [true, false])
  func utf16(isBigEndian: Bool) throws {
    let text = (ExcelManner.book["xl/worksheets/sheet1.xml"] ?? "").replacing("UTF-8", with: "UTF-16")
    let bytes = "\u{feff}\(text)".utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      return isBigEndian ? pair : pair.reversed()
    }
    let plain = try rewrite(Array(text.replacing("UTF-16", with: "UTF-8").utf8))
    #expect(try rewrite(bytes, windowSize: 100) == plain)
  }

  private final class Found {
    var elements: [XMLElement] = []
  }
}

/// What a sheet says of itself.
func survey(_ sheet: [UInt8], windowSize: Int = 1 << 16) throws(FileError) -> SheetSurvey {
  try SheetSurveyor.survey(
    SourceStream(MemorySource(sheet)), part: "sheet.xml", limits: XMLLimits(), windowSize: windowSize,
    headerRow: 2)
}

/// A sheet's part with changes in it, through a window and a stream of any size.
func rewrite(
  _ sheet: [UInt8], windowSize: Int = 1 << 16, pieces: Int = .max, survey known: SheetSurvey? = nil,
  edits: [(row: Int, edit: RowEdit)] = Manner.edits
) throws(FileError) -> [UInt8] {
  let survey =
    if let known { known } else { try survey(sheet, windowSize: windowSize) }
  let plan = AnnotationPlan(
    survey, headerRow: 2, heading: "问题", reusing: nil, tables: [], legacyDrawing: "rId9")
  let sink = CollectingSink()
  let rewriter = try SheetRewriter(
    SlowStream(sheet, most: pieces), part: "sheet.xml", limits: XMLLimits(), windowSize: windowSize, to: sink,
    survey: survey, plan: plan, styles: AnnotationStyles(existing: 5))
  for (row, edit) in edits { try rewriter.write(edit, row: row) }
  try rewriter.finish()
  return sink.bytes
}

/// Collects what is written.
private final class CollectingSink: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    self.bytes.append(contentsOf: bytes)
  }
}
