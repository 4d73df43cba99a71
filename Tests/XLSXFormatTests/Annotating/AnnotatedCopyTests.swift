import Tabular
import TestKit
import Testing

@testable import XLSXFormat

@Suite("The annotated copy")
struct AnnotatedCopyTests {
  @Test(
    "ERR-02 every part but the sheet, its comments, the styles and what refers to them keeps its bytes and its place",
    arguments: Manner.allCases)
  func otherParts(manner: Manner) throws {
    let book = manner.book
    let copy = try CopyReading(of: book)
    let changes = [
      manner.sheet, "[Content_Types].xml", copy.stylesPath, PartPath.relationships(of: manner.sheet),
      // A workbook without styles gets some; one that keeps the filter's range under a name, the new range.
      [.bare: "xl/_rels/workbook.xml.rels", .excel: "xl/workbook.xml"][manner, default: ""],
    ]
    func isChanged(_ path: String) -> Bool {
      changes.contains(path) || path.contains("comments") || path.hasSuffix(".vml")
    }
    for part in book.parts where !isChanged(part.path) {
      #expect(copy.bytes(part.path) == part.bytes, "\(part.path)")
    }
    let kept = book.parts.map(\.path).filter { !isChanged($0) }
    #expect(copy.parts.map(\.path).filter { !isChanged($0) } == kept)
    #expect(copy.parts.count - book.parts.count == [.wps: 3, .bare: 4][manner, default: 0])
  }

  @Test(
    "ERR-02 all cells keep their values and their rows; the last column says what is wrong with each row",
    arguments: Manner.allCases)
  func values(manner: Manner) throws {
    let copy = try CopyReading(of: manner.book)
    var expected = try Dictionary(uniqueKeysWithValues: manner.book.rows().map { ($0.number, $0.cells) })
    expected[2, default: []].append(TestCell(column: 4, text: "问题", kind: .text, isFormula: false))
    for (row, text) in Manner.findings {
      expected[row, default: []].append(TestCell(column: 4, text: text, kind: .text, isFormula: false))
    }
    let rows = try copy.rows()
    #expect(rows.map(\.number) == expected.keys.sorted())
    for row in rows { #expect(row.cells == expected[row.number], "row \(row.number)") }
    let numbers = try copy.elements(manner.sheet).filter { $0.name == "row" }.count
    #expect(numbers == 9, "the blank row 7 is still there, rows 5 and 12 are new")
    #expect(copy.outcome.column == 4)
  }

  @Test(
    "ERR-02 the bad cells are coloured, errors and warnings apart, and no others", arguments: Manner.allCases)
  func colours(manner: Manner) throws {
    let copy = try CopyReading(of: manner.book)
    #expect(try copy.marks() == Manner.marks)
    #expect(copy.outcome.cells == Manner.marks.count)
  }

  @Test(
    "ERR-02 a coloured cell keeps its number format, font, border and alignment", arguments: Manner.allCases)
  func formats(manner: Manner) throws {
    let book = manner.book
    let copy = try CopyReading(of: book)
    let formats = try copy.formats()
    let before = try CopyReading(of: book, notes: []).formats()
    #expect(Array(formats.prefix(before.count)) == before, "no style that is there changes")
    #expect(formats.count - before.count == copy.outcome.styles && copy.outcome.styles <= 10)
    let sheet = try SmallSheet(book, manner.sheet)
    let styles = try copy.styles()
    for cell in Manner.marks.keys {
      let base = sheet.style(of: cell)
      let style = try #require(styles[cell])
      let (old, new) = (before[base], formats[style])
      for key in ["numFmtId", "fontId", "borderId", "xfId"] {
        #expect(old[key] == new[key], "\(cell) \(key)")
      }
      #expect(new["applyFill"] == "1")
    }
    if manner == .excel {
      let style = try #require(styles["B3"])
      let alignments = copy.text("xl/styles.xml").components(of: "<xf ", in: "cellXfs")
      #expect(alignments[style].contains("<alignment vertical=\"center\"/><protection locked=\"0\"/>"))
    }
  }

  @Test(
    "ERR-02 each bad cell has a comment with a box; comments that were there stay and stand first",
    arguments: Manner.allCases)
  func comments(manner: Manner) throws {
    let copy = try CopyReading(of: manner.book)
    let comments = try copy.comments()
    let said = ["B3": "姓名有空格 <&>", "D6": "电话不对 <&>"]
    for (cell, text) in said {
      let hers = manner.comments[cell].map { $0 + "\n\n" } ?? ""
      #expect(comments[cell] == hers + text, "\(cell)")
    }
    #expect(comments["C3"] == "日期不对 <&>\n\n还有一处 <&>" && comments["C4"] == "必填项为空 <&>")
    #expect(comments["E6"] == "整行重复 <&>", "what is said of a row hangs on its finding")
    #expect(comments["E2"] == "整个文件 <&>", "what is said of the sheet hangs on the heading of the findings")
    #expect(Set(comments.keys) == Set(Manner.marks.keys).union(["E2", "E6"]))
    #expect(try copy.boxes() == comments.keys.sorted(), "one box for each comment")
    #expect(copy.outcome.comments == comments.count && copy.outcome.commentsLeftOut == 0)
  }

  @Test(
    "ERR-02 the sheet's elements stand in the order that the format demands, and every part is sound XML",
    arguments: Manner.allCases)
  func order(manner: Manner) throws {
    let copy = try CopyReading(of: manner.book)
    let order = [
      "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
      "autoFilter",
      "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "printOptions", "pageMargins",
      "pageSetup", "headerFooter", "drawing", "legacyDrawing", "AlternateContent", "extLst",
    ]
    let children = try copy.elements(manner.sheet).filter { $0.parents == ["worksheet"] }.map(\.name)
    let places = try children.map { try #require(order.firstIndex(of: $0), "\($0)") }
    #expect(places == places.sorted() && Set(places).count == places.count, "\(children)")
    #expect(children.contains("legacyDrawing") && children.contains("cols"))
    for part in copy.parts where part.path.hasSuffix(".xml") || part.path.hasSuffix(".vml") {
      #expect(throws: Never.self, "\(part.path)") { try copy.elements(part.path) }
    }
  }

  @Test(
    "ERR-02 the filter goes over the column of findings; the size and the widths of the sheet know it",
    arguments: Manner.allCases)
  func filter(manner: Manner) throws {
    let sheet = try CopyReading(of: manner.book).elements(manner.sheet)
    #expect(sheet.first { $0.name == "autoFilter" }?["ref"] == "A2:E12")
    if manner != .bare { #expect(sheet.first { $0.name == "dimension" }?["ref"] == "A1:E9") }
    let columns = sheet.filter { $0.name == "col" }
    let own = try #require(columns.first { $0["min"] == "5" })
    #expect(own["max"] == "5" && own["width"] == "60" && own["hidden"] == nil)
    let ranges = columns.map { (Int($0["min"] ?? "") ?? 0)...(Int($0["max"] ?? "") ?? 0) }
    for (range, next) in zip(ranges, ranges.dropFirst()) { #expect(range.upperBound < next.lowerBound) }
    if manner == .excel {
      let workbook = try #require(ExcelManner.book["xl/workbook.xml"])
      let name = workbook.replacing("$A$2:$D$9<", with: "$A$2:$E$12<")
      #expect(try CopyReading(of: manner.book).text("xl/workbook.xml") == name)
      #expect(
        columns.last?["min"] == "6" && columns.last?["max"] == "16384" && columns.last?["hidden"] == "1")
    }
  }
}

extension String {
  /// The pieces of an element's content that each begin with `mark`.
  fileprivate func components(of mark: String, in element: String) -> [String] {
    guard let start = firstRange(of: "<\(element)"),
      let end = self[start.upperBound...].firstRange(of: "</\(element)>")
    else { return [] }
    return self[start.upperBound..<end.lowerBound].split(separator: mark, omittingEmptySubsequences: false)
      .dropFirst().map(String.init)
  }
}
