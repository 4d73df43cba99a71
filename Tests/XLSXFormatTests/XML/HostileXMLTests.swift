import Tabular
import Testing

@testable import XLSXFormat

@Suite("Hostile and malformed XML")
struct HostileXMLTests {
  private func code(_ sheet: [UInt8], limits: WorkbookLimits = .standard) -> FileError.Code? {
    failure { () throws(FileError) in try readSheet(sheet, limits: limits) }?.code
  }

  private func code(cell: String) -> FileError.Code? {
    code(sheetPart("<row r=\"1\"><c r=\"A1\" t=\"str\">\(cell)</c></row>"))
  }

  @Test("OPS-04 elements nested too deep are refused")
  func depth() {
    let deep = String(repeating: "<a>", count: 70)
    #expect(code(sheetPart(deep)) == .hostile)
    let allowed = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
    #expect(code(sheetPart(allowed)) == nil)
  }

  @Test("OPS-04 too many attributes, namespaces, and too long names, values and tags are refused")
  func sizes() {
    let attributes = (0...256).map { " a\($0)=\"\"" }.joined()
    #expect(code(sheetPart("<row\(attributes)/>")) == .hostile)
    let namespaces = (0...64).map { " xmlns:a\($0)=\"u\"" }.joined()
    #expect(code(sheetPart("<row\(namespaces)/>")) == .hostile)
    #expect(code(sheetPart("<\(String(repeating: "n", count: 1_025))/>")) == .hostile)
    #expect(code(sheetPart("<row \(String(repeating: "n", count: 1_025))=\"\"/>")) == .hostile)
    #expect(code(sheetPart("<row a=\"\(String(repeating: "v", count: 65_537))\"/>")) == .hostile)
    let wide = (0..<20).map { " a\($0)=\"\(String(repeating: "v", count: 60_000))\"" }.joined()
    #expect(code(sheetPart("<row\(wide)/>")) == .hostile)
    #expect(code(sheetPart("<row a=\"\(String(repeating: "v", count: 5_000_000))")) == .hostile)
  }

  @Test("OPS-04 a DTD is refused wherever it stands")
  func documentType() {
    #expect(code(Array("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">".utf8) + sheetPart("")) == .hostile)
    #expect(code(sheetPart("<!DOCTYPE a>")) == .hostile)
  }

  @Test(
    "OPS-04 XML that is wrong is damage",
    arguments: [
      "<v>&unknown;</v>", "<v>&</v>", "<v>&amp</v>", "<v>&#0;</v>", "<v>&#xD800;</v>", "<v>&#xFFFF;</v>",
      "<v>&#1;</v>",
      "<v>&#x110000;</v>", "<v>&#99999999999;</v>", "<v>&#;</v>", "<v>&#x;</v>", "<v>&#-5;</v>",
      "<v>a\u{1}b</v>",
      "<v>a\0b</v>", "<v>a</w>", "<v a=1>a</v>", "<v a>a</v>", "<v a=\"1\"b=\"2\">a</v>",
      "<v a=\"1\" a=\"2\">a</v>",
      "<v a=\"<\">a</v>", "< v>a</v>", "<1v>a</v>", "<v>a</v", "<v>a</v x>", "<!ELEMENT v>",
      "<v>a</v></c></row></c>",
    ])
  func malformed(cell: String) {
    #expect(code(cell: cell) == .damaged)
  }

  @Test("OPS-04 text or elements outside the root are damage")
  func outsideRoot() {
    #expect(code(sheetPart("") + Array("x".utf8)) == .damaged)
    #expect(code(sheetPart("") + Array("<a/>".utf8)) == .damaged)
    #expect(code(Array("x".utf8) + sheetPart("")) == .damaged)
    #expect(code(sheetPart("") + Array(" \n<!-- fine --><?fine?>\n".utf8)) == nil)
  }

  @Test("OPS-04 text that is not UTF-8 is damage, in cells and in shared strings")
  func encoding() {
    let marked = sheetPart("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>@</v></c></row>")
    let broken = marked.flatMap { $0 == UInt8(ascii: "@") ? [0xd0, 0xd5] : [$0] }
    #expect(code(broken) == .damaged)
    let strings = stringsPart("<si><t>@</t></si>").flatMap { $0 == UInt8(ascii: "@") ? [0xd0, 0xd5] : [$0] }
    #expect(
      failure { () throws(FileError) in try readSheet(sheetPart(""), strings: strings) }?.code == .damaged)
  }

  @Test(
    "OPS-04 another encoding is named as not supported",
    arguments: ["GB18030", "ISO-8859-1", "UTF-16", "UTF-7"])
  func otherEncodings(name: String) {
    let declaration = Array("<?xml version='1.0' encoding='\(name)'?>".utf8)
    #expect(code(declaration + sheetPart("")) == .unsupported)
    let part = failure { () throws(FileError) in
      try SmallPart.read(declaration + Array("<a/>".utf8), part: "a.xml") { _ in }
    }
    #expect(part?.code == .unsupported)
  }

  @Test("OPS-04 too long a text, too many cells and too many strings are refused as too large")
  func amounts() {
    let long = String(repeating: "长", count: 32_767)
    #expect(code(cell: "<v>\(long)</v>") == nil)
    #expect(code(cell: "<v>\(long)长</v>") == .tooLarge)
    #expect(code(cell: "<v>\(String(repeating: "x", count: 400_000))</v>") == .tooLarge)

    var limits = WorkbookLimits.standard
    limits.cells = 3
    let cells = "<c><v>1</v></c><c><v>1</v></c>"
    #expect(code(sheetPart("<row>\(cells)</row>"), limits: limits) == nil)
    #expect(code(sheetPart("<row>\(cells)</row><row>\(cells)</row>"), limits: limits) == .tooLarge)
    limits.sharedStrings = 2
    limits.sharedStringBytes = 10
    for items in ["<si><t/></si><si><t/></si><si><t/></si>", "<si><t>12345678901</t></si>"] {
      let error = failure { () throws(FileError) in
        try readSheet(sheetPart(""), strings: stringsPart(items), limits: limits)
      }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test("OPS-04 the small parts are held to the same limits")
  func smallParts() {
    func code(_ text: String) -> FileError.Code? {
      failure { () throws(FileError) in try SmallPart.read(Array(text.utf8), part: "a.xml") { _ in } }?.code
    }
    #expect(code(String(repeating: "<a>", count: 100)) == .hostile)
    #expect(code("<a\((0...256).map { " a\($0)=\"\"" }.joined())/>") == .hostile)
    #expect(code("<a><b></a>") == .damaged)
    #expect(code("<a>") == .truncated)
    #expect(code("") == .truncated)
    #expect(code("<a/>") == nil)
  }
}
