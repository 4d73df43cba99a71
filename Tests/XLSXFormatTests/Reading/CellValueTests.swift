import Tabular
import Testing
import XLSXFormat

@Suite("Values of cells")
struct CellValueTests {
  private func cell(_ xml: String, strings: String? = nil, formats: [String] = []) throws -> TestCell? {
    try TestBook(rows: "<row r=\"1\">\(xml)</row>", strings: strings, formats: formats).onlyCell()
  }

  @Test(
    "Every type of cell gives its text",
    arguments: [
      ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "李四", CellKind.text),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>王五</t></is></c>", "王五", .text),
      ("<c r=\"A1\" t=\"str\"><v>赵六</v></c>", "赵六", .text),
      ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE", .boolean),
      ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE", .boolean),
      ("<c r=\"A1\" t=\"e\"><v>#VALUE!</v></c>", "#VALUE!", .error),
      ("<c r=\"A1\" t=\"n\"><v>42</v></c>", "42", .number),
      ("<c r=\"A1\"><v>42</v></c>", "42", .number),
      ("<c r=\"A1\" t=\"d\"><v>1999-01-02</v></c>", "1999-01-02", .date),
      ("<c r=\"A1\" t=\"d\"><v>1999-01-02T08:30:00</v></c>", "1999-01-02 08:30:00", .date),
      ("<c r=\"A1\" t=\"d\"><v>1999-01-02T00:00:00.000Z</v></c>", "1999-01-02", .date),
      ("<c r=\"A1\" t=\"d\"><v>T08:30:00</v></c>", "08:30:00", .date),
    ])
  func types(xml: String, text: String, kind: CellKind) throws {
    let strings = "<si><t>张三</t></si><si><t>李四</t></si>"
    #expect(try cell(xml, strings: strings) == TestCell(column: 0, text: text, kind: kind, isFormula: false))
  }

  @Test(
    "Whatever way the same text is written, it is the same text",
    arguments: [
      "<c r='B1' t='inlineStr'><is><t>a &amp; b</t></is></c>",
      "<c t=\"inlineStr\" s = \"0\"\n r=\"B1\" ><is><t>a &#38; b</t></is></c >",
      "<c r=\"B1\" t=\"inlineStr\"><is><t>a <![CDATA[&]]> b</t></is></c>",
      "<c r=\"B1\" t=\"inlineStr\"><is><t>a <!-- no -->&#x26;<?pi x?> b</t></is></c>",
      "<c r=\"B1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a </t></r><r><t>&amp; b</t></r></is></c>",
      "<c r=\"B1\" t=\"inlineStr\"><is><t>a &amp; b</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><phoneticPr/></is></c>",
      "<c r=\"B1\" t=\"inlineStr\"><is><t>a _x0026_ b</t></is></c>",
      "<c r=\"B1\" t=\"str\"><f>A1&amp;B1</f><v>a &amp; b</v></c>",
      "<c/><c t=\"str\"><v>a &amp; b</v></c>",
      "<x:c xmlns:x=\"urn:other\" r=\"A1\" t=\"str\"><x:v>no</x:v></x:c><c r=\"B1\" t=\"str\"><v>a &amp; b</v></c>",
    ])
  func sameText(xml: String) throws {
    let found = try #require(try cell(xml))
    #expect(found.text == "a & b")
    #expect(found.column == 1)
    #expect(found.kind == .text)
  }

  @Test(
    "A blank cell is no cell, however it is blank",
    arguments: [
      "<c r=\"A1\"/>", "<c r=\"A1\" s=\"0\"></c>", "<c r=\"A1\"><v/></c>", "<c r=\"A1\"><v></v></c>",
      "<c r=\"A1\" t=\"s\"/>", "<c r=\"A1\" t=\"s\"><v>0</v></c>",
      "<c r=\"A1\" t=\"inlineStr\"><is><t/></is></c>",
      "<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c>",
    ])
  func blank(xml: String) throws {
    #expect(try TestBook(rows: "<row r=\"1\">\(xml)</row>", strings: "<si><t/></si>").rows().isEmpty)
  }

  @Test("A formula gives its cached value and says that it is one")
  func formula() throws {
    #expect(
      try cell("<c r=\"A1\"><f>1+1</f><v>2</v></c>")
        == TestCell(column: 0, text: "2", kind: .number, isFormula: true))
    #expect(
      try cell("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
        == TestCell(column: 0, text: "#DIV/0!", kind: .error, isFormula: true))
  }

  @Test(
    "A formula that no program has calculated is an error value, not a blank",
    arguments: [
      "<c r=\"A1\"><f>1+1</f></c>", "<c r=\"A1\"><f>1+1</f><v/></c>",
    ])
  func uncalculated(xml: String) throws {
    #expect(try cell(xml) == TestCell(column: 0, text: "#CALC!", kind: .error, isFormula: true))
  }

  @Test("Line breaks in a text are line feeds, and escaped characters are what they stand for")
  func characters() throws {
    #expect(try cell("<c r=\"A1\" t=\"str\"><v>a\r\nb\rc&#13;d</v></c>")?.text == "a\nb\nc\rd")
    #expect(
      try cell("<c r=\"A1\" t=\"str\"><v>_x000D_ _x005F_x000D_ _xD83D__xDE00_ _xD83D_ _x12</v></c>")?.text
        == "\r _x000D_ 😀 _xD83D_ _x12")
  }

  @Test(
    "OPS-04 a value that is not what its cell says is damage, with the cell's address",
    arguments: [
      "<c r=\"C1\" t=\"s\"><v>2</v></c>", "<c r=\"C1\" t=\"s\"><v>x</v></c>",
      "<c r=\"C1\" t=\"s\"><v>-1</v></c>",
      "<c r=\"C1\"><v>abc</v></c>", "<c r=\"C1\"><v>0x10</v></c>", "<c r=\"C1\"><v>nan</v></c>",
      "<c r=\"C1\"><v>1e999</v></c>", "<c r=\"C1\" s=\"9\"><v>1</v></c>", "<c r=\"C1\" t=\"b\"><v>2</v></c>",
      "<c r=\"C1\" t=\"d\"><v>gestern</v></c>", "<c r=\"C1\" t=\"d\"><v>1999-01-02T25</v></c>",
    ])
  func wrongValues(xml: String) throws {
    let book = TestBook(rows: "<row r=\"1\">\(xml)</row>", strings: "<si><t>a</t></si><si><t>b</t></si>")
    let error = failure { () throws(FileError) in try book.rows() }
    #expect(error?.code == .damaged)
    #expect(error?.place == "数据!C1")
  }
}
