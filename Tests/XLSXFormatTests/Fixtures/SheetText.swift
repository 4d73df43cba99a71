import SheetCells
import Tabular

@testable import XLSXFormat

/// Reads a sheet from the bytes of its part alone, through a window and a stream of any size.
func readSheet(
  _ bytes: [UInt8], strings: [UInt8]? = nil, windowSize: Int = 1 << 16, pieces: Int = .max,
  limits: WorkbookLimits = .standard
) throws(FileError) -> [TestRow] {
  var shared = SharedStrings()
  if let strings {
    shared = try SharedStrings(
      SlowStream(strings, most: pieces), part: "strings.xml", expectedBytes: strings.count, limits: limits,
      windowSize: windowSize)
  }
  let decoder = CellDecoder(
    sheet: "S", strings: shared, styles: CellStyles(), dateSystem: .from1900,
    cellCharacters: limits.cellCharacters)
  let scanner = try XMLScanner(
    SlowStream(bytes, most: pieces), part: "sheet.xml", limits: limits.xml, windowSize: windowSize)
  return try TestRow.all(SheetReader(SheetScanner(scanner, decoder: decoder, mostCells: limits.cells)))
}

/// The whole part of a sheet around some rows.
func sheetPart(_ rows: String) -> [UInt8] {
  Array("<worksheet xmlns=\"\(TestBook.main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)
}

/// The whole part of shared strings around some items.
func stringsPart(_ items: String) -> [UInt8] {
  Array("<sst xmlns=\"\(TestBook.main)\" count=\"9\">\(items)</sst>".utf8)
}

/// A small sheet with every form of cell, row and markup that the scanner knows, and the strings it refers to.
enum VariedSheet {
  static let sheet = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <!-- made by hand --><x:worksheet xmlns:x="\(TestBook.main)" xmlns:o="urn:other"><x:dimension ref="A1:B1"/>
    <x:sheetData><x:row r="1" spans="1:3"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t='s'><x:v>1</x:v></x:c>\
    </x:row><x:row/><x:row r="5"><x:c t="inlineStr"><x:is><x:t>第五行 &lt;&#x4e2d;&#25991;&gt;</x:t></x:is></x:c>
    <x:c r="D5"><x:f>A1</x:f><x:v>12.50</x:v></x:c><o:c r="E5"><o:v>9</o:v></o:c></x:row>\
    <row xmlns="\(TestBook.main)" r="6"><c r="A6" s="0"/><c r="B6" s="0" t="s"><v>2</v></c><c r="C6"><v>7</v></c>\
    <c r="D6" t="inlineStr"><is><t>短</t></is></c><c r="E6" t="e"><v>#N/A</v></c><c r="F6" t="b"><v>1</v></c></row>\
    </x:sheetData><x:pageMargins left="0.7"/></x:worksheet><!-- end -->

    """
  static let strings = """
    <sst xmlns="\(TestBook.main)"><si><t>姓名</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">甲 </t></r><r><t>乙</t>\
    </r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t><![CDATA[<丙>]]]>&amp;\r\nx_x000A_y</t></si></sst>
    """
  static let rows = [
    TestRow(number: 1, cells: [text(0, "姓名"), text(1, "甲 乙")]),
    TestRow(
      number: 5,
      cells: [text(0, "第五行 <中文>"), TestCell(column: 3, text: "12.5", kind: .number, isFormula: true)]),
    TestRow(
      number: 6,
      cells: [
        text(1, "<丙>]&\nx\ny"), TestCell(column: 2, text: "7", kind: .number, isFormula: false), text(3, "短"),
        TestCell(column: 4, text: "#N/A", kind: .error, isFormula: false),
        TestCell(column: 5, text: "TRUE", kind: .boolean, isFormula: false),
      ]),
  ]

  private static func text(_ column: Int, _ text: String) -> TestCell {
    TestCell(column: column, text: text, kind: .text, isFormula: false)
  }
}
