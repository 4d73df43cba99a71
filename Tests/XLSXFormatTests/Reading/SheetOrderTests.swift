import Tabular
import Testing
import XLSXFormat

@Suite("Rows and cells in their places")
struct SheetOrderTests {
  @Test("Rows keep the numbers a spreadsheet shows; empty rows and cells are left out")
  func numbers() throws {
    let rows = try TestBook(
      rows: """
        <row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row r="3"/><row r="4"><c r="A4" s="0"/></row>\
        <row><c><v>3</v></c><c><v>4</v></c></row><row r="1048576"><c r="XFD1048576"><v>5</v></c></row>
        """
    ).rows()
    #expect(rows.map(\.number) == [2, 5, 1_048_576])
    #expect(rows.map { $0.cells.map(\.column) } == [[1, 26], [0, 1], [16_383]])
    #expect(rows.map(\.texts) == [["1", "2"], ["3", "4"], ["5"]])
  }

  @Test("What the sheet says of its size is not believed")
  func dimension() throws {
    let sheet = """
      <worksheet xmlns="\(TestBook.main)"><dimension ref="A1:A1"/><sheetData><row r="9"><c r="C9"><v>1</v></c></row>\
      </sheetData><mergeCells><mergeCell ref="C9:D10"/></mergeCells></worksheet>
      """
    let expected = TestRow(
      number: 9, cells: [TestCell(column: 2, text: "1", kind: .number, isFormula: false)])
    #expect(try TestBook(sheet: sheet).rows() == [expected])
  }

  @Test(
    "A sheet without rows has none",
    arguments: ["<sheetData/>", "<sheetData></sheetData>", "", "<o:x xmlns:o=\"o\"><sheetData/></o:x>"])
  func noRows(inside: String) throws {
    #expect(try TestBook(sheet: "<worksheet xmlns=\"\(TestBook.main)\">\(inside)</worksheet>").rows().isEmpty)
  }

  @Test(
    "OPS-04 rows and cells that repeat, go back or lie outside a sheet are damage",
    arguments: [
      "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>",
      "<row r=\"1048577\"/>",
      "<row r=\"1048576\"/><row/>", "<row r=\"x\"/>", "<row r=\"-1\"/>", "<row r=\"99999999999999999999\"/>",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"a1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"-1\"><v>1</v></c></row>",
      "</sheetData><sheetData>",
    ])
  func outOfPlace(rows: String) {
    #expect(failure { () throws(FileError) in try TestBook(rows: rows).rows() }?.code == .damaged)
  }

  @Test(
    "A part that is no sheet is damage",
    arguments: ["<chartsheet xmlns=\"\(TestBook.main)\"/>", "<worksheet/>"])
  func otherRoots(sheet: String) {
    #expect(failure { () throws(FileError) in try TestBook(sheet: sheet).rows() }?.code == .damaged)
  }
}
