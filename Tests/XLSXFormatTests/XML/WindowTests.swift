import Tabular
import Testing

@testable import XLSXFormat

@Suite("The scanner's window")
struct WindowTests {
  @Test("OPS-05 the window stays as it is however long the part, its texts and its comments are")
  func flat() throws {
    let text = String(repeating: "长文字 &amp; ", count: 5_000)
    let part = sheetPart(
      (1...2_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
        + "<row><c t=\"str\"><v>\(text)</v></c></row><!-- \(text) --><?p \(text) ?>"
        + "<row><c t=\"str\"><v><![CDATA[\(text)]]></v></c></row>")
    var scanner = try XMLScanner(SourceStream(MemorySource(part)), part: "sheet.xml", windowSize: 512)
    var elements = 0
    var characters: [UInt8] = []
    reading: while true {
      switch try scanner.next() {
      case .open: elements += 1
      case .text: try scanner.appendText(to: &characters)
      case .close: continue
      case .end: break reading
      }
    }
    #expect(elements == 2 + 2_002 * 3)
    #expect(characters.count > 2 * text.utf8.count - 5_000 * 5)
    #expect(scanner.window.count == 512)
  }

  @Test("The window grows for one long tag, and only for that")
  func grows() throws {
    let value = String(repeating: "v", count: 3_000)
    let part = sheetPart("<row r=\"1\" x=\"\(value)\"/>")
    var scanner = try XMLScanner(SourceStream(MemorySource(part)), part: "sheet.xml", windowSize: 64)
    while try scanner.next() != .end {}
    #expect((3_000...8_192).contains(scanner.window.count))
  }
}
