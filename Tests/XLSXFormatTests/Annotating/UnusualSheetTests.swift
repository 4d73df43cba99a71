import Tabular
import Testing

@testable import XLSXFormat

/// Sheets that need more care than most.
@Suite("The annotated copy of unusual sheets")
struct UnusualSheetTests {
  private let head = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"

  private func note(_ row: Int?, _ column: Int?, _ text: String = "错") -> AnnotatedCopy.Note {
    AnnotatedCopy.Note(row: row, column: column, isError: true, comment: text, finding: text)
  }

  private func sheet(_ rows: String, before: String = "", after: String = "") -> String {
    """
    <worksheet xmlns="\(TestBook.main)">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>
    """
  }

  /// A workbook with a list of its parts' types, as every real one has it.
  private func book(_ sheet: String, formats: [String] = []) -> TestBook {
    var book = TestBook(sheet: sheet, formats: formats)
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    book.set("[Content_Types].xml", Array(types.utf8))
    return book
  }

  private func element(_ name: String, in copy: CopyReading) throws -> XMLElement? {
    try copy.elements(copy.sheetPath).first { $0.name == name }
  }

  @Test(
    "ERR-02 at most ten styles are added; formats beyond them share one look for errors and one for warnings")
  func manyStyles() throws {
    let formats = (0..<30).map { "0.\(String(repeating: "0", count: $0 + 1))" }
    let cells = (1...30).map { "<c r=\"\(CellAddress.columnLetters($0 - 1))2\" s=\"\($0)\"><v>1</v></c>" }
    let notes = (0..<30).map {
      AnnotatedCopy.Note(row: 2, column: $0, isError: $0 % 2 == 0, comment: "错", finding: "错")
    }
    let made = book(sheet(head + "<row r=\"2\">\(cells.joined())</row>"), formats: formats)
    let copy = try CopyReading(of: made, headerRow: 1, notes: notes)
    #expect(copy.outcome.styles == 10)
    let marks = try copy.marks()
    #expect(marks.count == 30 && marks["A2"] == true && marks["B2"] == false && marks["AC2"] == true)
    let (styles, formatsNow) = (try copy.styles(), try copy.formats())
    #expect(formatsNow.count == 41)
    for (place, cell) in ["A2", "B2", "G2"].enumerated() {
      let base = [1, 2, 7][place]
      #expect(formatsNow[styles[cell] ?? 0]["numFmtId"] == formatsNow[base]["numFmtId"], "\(cell)")
    }
    #expect(Set(["AA2", "AC2"].map { styles[$0] }).count == 1 && styles["AA2"] != styles["AB2"])
  }

  @Test(
    "ERR-02 beyond 10 000 comments cells are coloured and findings written, and it is told how many got none")
  func manyComments() throws {
    let count = AnnotatedCopy.mostComments + 25
    let rows = (2...count + 1).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }
    let notes = (2...count + 1).flatMap { [note($0, 0), note($0, 0, "又错")] }
    let copy = try CopyReading(of: book(sheet(head + rows.joined())), headerRow: 1, notes: notes)
    #expect(
      copy.outcome.cells == count && copy.outcome.comments == 10_000 && copy.outcome.commentsLeftOut == 25)
    #expect(try copy.comments().count == 10_000 && copy.boxes().count == 10_000)
    #expect(try copy.marks().count == count)
    let rowsNow = try copy.rows()
    #expect(rowsNow.count == count + 1 && rowsNow.last?.texts.last == "错；又错")
  }

  @Test(
    "ERR-02 a table keeps its range and its filter: the column stands beside it, and no filter lies over it")
  func table() throws {
    var made = book(
      sheet(
        head + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
        after:
          "<tableParts count=\"1\"><tablePart xmlns:r=\"\(TestBook.relations)\" r:id=\"rId1\"/></tableParts>")
    )
    made["xl/worksheets/_rels/sheet1.xml.rels"] = TestBook.relationships([
      ("rId1", "table", "../tables/table1.xml")
    ])
    let table = "<table xmlns=\"\(TestBook.main)\" id=\"1\" ref=\"A1:C9\"><autoFilter ref=\"A1:C9\"/></table>"
    made["xl/tables/table1.xml"] = table
    let copy = try CopyReading(of: made, headerRow: 1, notes: [note(2, 1)])
    #expect(copy.text("xl/tables/table1.xml") == table)
    #expect(try element("autoFilter", in: copy) == nil && copy.outcome.column == 3)
    let names = try copy.elements(copy.sheetPath).filter { $0.parents.count == 1 }.map(\.name)
    #expect(names == ["cols", "sheetData", "legacyDrawing", "tableParts"])
  }

  @Test("ERR-02 a filter over another part of the sheet stays as it is")
  func otherFilter() throws {
    let made = book(sheet(head, after: "<autoFilter ref=\"A5:B9\"/>"))
    let copy = try CopyReading(of: made, headerRow: 1, notes: [note(1, 0)])
    #expect(try element("autoFilter", in: copy)?["ref"] == "A5:B9")
  }

  @Test("ERR-02 a remark far to the right stays, and the column of findings stands beside the table")
  func remark() throws {
    let rows = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"H2\"><v>8</v></c></row>"
    let merged = "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>"
    let copy = try CopyReading(of: book(sheet(head + rows, after: merged)), headerRow: 1, notes: [note(2, 0)])
    #expect(copy.outcome.column == 3, "C belongs to the heading that spans it")
    #expect(try copy.rows()[1].cells.map(\.column) == [0, 3, 7])
  }

  @Test(
    "ERR-02 a sheet without rows gets those that are needed",
    arguments: ["<sheetData/>", "<sheetData></sheetData>"])
  func noRows(data: String) throws {
    let made = book("<worksheet xmlns=\"\(TestBook.main)\">\(data)</worksheet>")
    let copy = try CopyReading(of: made, headerRow: 1, notes: [note(3, 1)])
    #expect(try copy.rows().map(\.number) == [1, 3] && copy.rows()[1].texts == ["错"])
    #expect(try copy.marks() == ["B3": true])
  }

  @Test("ERR-02 a sheet whose every column is in use gets colours and comments")
  func fullSheet() throws {
    let made = book(sheet(head, after: "<mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>"))
    let copy = try CopyReading(of: made, headerRow: 1, notes: [note(1, 0), note(nil, nil)])
    #expect(copy.outcome.column == nil && copy.outcome.cells == 1)
    #expect(try copy.comments() == ["A1": "错"] && copy.marks() == ["A1": true])
  }

  @Test("ERR-02 a copy of a copy fills its column anew; what is not found again is not said again")
  func again() throws {
    let first = try CopyReading(of: ExcelManner.book, notes: Manner.notes)
    var book = ExcelManner.book
    book.parts = first.parts
    let second = try CopyReading(
      of: book, reusing: 4,
      notes: [
        AnnotatedCopy.Note(row: 4, column: 2, isError: true, comment: "仍是空的", finding: "仍是空的"),
        AnnotatedCopy.Note(row: 6, column: 3, isError: true, comment: "仍不对", finding: "仍不对"),
      ])
    let findings = try second.rows().compactMap { row in
      row.cells.first { $0.column == 4 }.map { "\(row.number) \($0.text)" }
    }
    #expect(findings == ["2 问题", "4 仍是空的", "6 仍不对"])
    #expect(try second.rows().allSatisfy { $0.cells.allSatisfy { $0.column <= 4 } })
    #expect(try second.comments()["C4"] == "仍是空的", "our own words are replaced")
    #expect(try second.comments()["D6"]?.hasPrefix("原来的\n\n") == true, "hers are not")
    #expect(try second.boxes().count == Set(second.boxes()).count)
  }

  @Test("ERR-04 text that looks like a formula or like XML is text, and what XML cannot hold is escaped")
  func text() throws {
    let texts = [
      "=1+1", "<v>1</v>&amp;", "a\u{1}b\u{ffff}", "_x0041_", "  两端  ", String(repeating: "长", count: 40_000),
    ]
    let notes = texts.enumerated().map { note($0.offset + 2, 0, $0.element) }
    let copy = try CopyReading(of: book(sheet(head)), headerRow: 1, notes: notes)
    let found = try copy.rows().dropFirst().map { $0.texts.last ?? "" }
    #expect(Array(found.prefix(5)) == ["=1+1", "<v>1</v>&amp;", "a\u{1}b\u{ffff}", "_x0041_", "  两端  "])
    #expect(found[5].utf16.count == 32_767 && found[5].hasSuffix("…"))
    #expect(try copy.elements(copy.sheetPath).allSatisfy { $0.name != "f" })
    #expect(try copy.elements(copy.sheetPath).filter { $0["t"] != nil }.allSatisfy { $0["t"] == "inlineStr" })
  }

  @Test("ERR-02 the strict form of the format is kept")
  func strict() throws {
    var made = book(sheet(head))
    for part in made.parts {
      let text = String(decoding: part.bytes, as: UTF8.self).replacing(
        TestBook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main"
      )
      .replacing(TestBook.relations, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      made[part.path] = text
    }
    let copy = try CopyReading(of: made, headerRow: 1, notes: [note(1, 0)])
    #expect(try copy.comments() == ["A1": "错"] && copy.boxes() == ["A1"] && copy.marks() == ["A1": true])
    for part in copy.parts where !part.path.hasPrefix("[") && !part.path.hasSuffix(".vml") {
      #expect(!copy.text(part.path).contains(TestBook.relations), "\(part.path)")
    }
  }

  @Test(
    "ERR-02 a broken part that must change is said, and nothing is written",
    arguments: ["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml", "[Content_Types].xml"])
  func brokenPart(path: String) throws {
    var made = ExcelManner.book
    made[path] = "<broken"
    #expect(throws: FileError.self) { try CopyReading(of: made) }
    made[path] = nil
    #expect(throws: FileError.self) { try CopyReading(of: made) }
  }
}
