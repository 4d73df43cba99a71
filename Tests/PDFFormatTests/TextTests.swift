import PDFFormat
import Testing

@Suite("Texts in boxes")
struct TextTests {
  private static let box = PageBox(x: 10, y: 10, width: 40, height: 6)

  private func outcome(_ text: String, in box: PageBox = box, _ style: TextStyle) throws -> TextOutcome {
    var outcome = TextOutcome()
    _ = try PDFFile { outcome = try $0.text(text, in: box, style: style) }
    return outcome
  }

  @Test("a text that fits is set at its size, in one line")
  func fits() throws {
    let outcome = try outcome("张三", TextStyle(size: 10, least: 6))
    #expect(outcome == outcome.with(size: 10, lines: 1))
  }

  @Test("a name of fourteen syllables is made smaller until it fits into one line")
  func shrinks() throws {
    let outcome = try outcome("阿卜杜热合曼·阿卜杜如苏力江", TextStyle(size: 10, least: 6))
    #expect(outcome.isWhole && outcome.lines == 1)
    // Fourteen squares into 40 mm, which is 113.4 pt.
    #expect((7.5...8.4).contains(outcome.size))
  }

  @Test("what is too wide at its least size is broken into lines where there is room below")
  func breaks() throws {
    let high = PageBox(x: 10, y: 10, width: 30, height: 9)
    let outcome = try outcome("阿卜杜热合曼·阿卜杜如苏力江", in: high, TextStyle(size: 10, least: 9))
    #expect(outcome.isWhole && outcome.lines == 2)
  }

  @Test("what does not fit at all is cut, and the outcome says so")
  func cuts() throws {
    let long = String(repeating: "很长的单位名称", count: 20)
    let outcome = try outcome(long, TextStyle(size: 10, least: 8))
    #expect(!outcome.isWhole && outcome.lines == 1 && outcome.size == 8)
  }

  @Test("paragraphs are made smaller together until all of them fit")
  func paragraphs() throws {
    let notice = (1...8).map { "\($0). 考生须在考前三十分钟到达考场，凭准考证和有效身份证件入场。" }.joined(separator: "\n")
    let box = PageBox(x: 10, y: 10, width: 100, height: 50)
    let outcome = try outcome(notice, in: box, TextStyle(size: 12, least: 5, wraps: true))
    #expect(outcome.isWhole && outcome.lines >= 8)
    #expect(outcome.size < 12)
    let tight = PageBox(x: 10, y: 10, width: 100, height: 20)
    #expect(try !self.outcome(notice, in: tight, TextStyle(size: 12, least: 9, wraps: true)).isWhole)
  }

  @Test(
    "DOC-05 rare characters of GB 18030 are printed",
    arguments: ["䶮", "𬱖", "𠮷", "㛃", "𬭎", "〇", "·"] as [Character])
  func rare(_ character: Character) throws {
    let outcome = try outcome("王\(character)", TextStyle(size: 10))
    #expect(outcome.missing.isEmpty)
  }

  @Test("DOC-05 a character that no font has is named, once, and its place is marked, never a box")
  func missing() throws {
    let outcome = try outcome("张\u{E000}三\u{E000}\u{2FFFF}", TextStyle(size: 10))
    #expect(outcome.missing == ["\u{E000}", "\u{2FFFF}"])
    let marked = try PDFFile { _ = try $0.text("张〓三〓〓", in: Self.box, style: TextStyle(size: 10)) }
    let drawn = try PDFFile {
      _ = try $0.text("张\u{E000}三\u{E000}\u{2FFFF}", in: Self.box, style: TextStyle(size: 10))
    }
    #expect(drawn.bytes == marked.bytes)
  }

  @Test("a font that is not installed is an error, not another font")
  func fonts() throws {
    let error = #expect(throws: (any Error).self) { try DocumentFonts(families: ["No Such Font"]) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("No Such Font"))
  }
}

extension TextOutcome {
  /// A whole text without missing characters.
  fileprivate func with(size: Double, lines: Int) -> TextOutcome {
    var outcome = TextOutcome()
    outcome.size = size
    outcome.lines = lines
    return outcome
  }
}
