import CSVFormat
import Tabular
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  @Test("fields are quoted where they must be, and records end as asked")
  func bytes() throws {
    let table = [["a", "b,c", "d\"e"], ["f\ng", "", " h "], [""], []]
    let text = "a,\"b,c\",\"d\"\"e\"\n\"f\ng\",, h \n\"\"\n\n"
    #expect(try written(table) == Array(text.utf8))
    #expect(try written([["a", "b"]], lineBreak: .crlf) == Array("a,b\r\n".utf8))
  }

  @Test("the mark, the byte orders and GB 18030 are as they should be")
  func encodings() throws {
    #expect(try written([["中"]], .utf8BOM) == [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD, 0x0A])
    #expect(try written([["中"]], .utf16LE) == [0xFF, 0xFE, 0x2D, 0x4E, 0x0A, 0x00])
    #expect(try written([["中"]], .utf16BE) == [0xFE, 0xFF, 0x4E, 0x2D, 0x00, 0x0A])
    #expect(
      try written([["中€\u{4DB5}\u{20000}"]], .gb18030) == [
        0xD6, 0xD0, 0xA2, 0xE3, 0x82, 0x35, 0x87, 0x38, 0x95, 0x32, 0x82, 0x36, 0x0A,
      ])
    #expect(try written([], .utf8BOM) == [0xEF, 0xBB, 0xBF])
  }

  static let dangerous = [
    "=1+1", "+86 138", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠1", "-", "=",
    "'=1",
    "''-x", "-1.", "--1", "+", "=1",
  ]

  @Test("ERR-04 no cell begins like a formula, and every guard comes off again", arguments: dangerous)
  func guards(text: String) throws {
    let bytes = try written([["h", text]], cells: .guarded)
    #expect(try rows(bytes).first?.cells[1] == "'" + text)
    #expect(try rows(bytes, removesGuards: true).first?.cells[1] == text)
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(FormulaGuard.removed(from: "'" + text) == text)
  }

  @Test(
    "ERR-04 plain numbers and texts that run nothing stay as they are",
    arguments: [
      "-1", "+3", "-0.5", "0", "", "'", "'a", "a=1", "3-5", "'-1", "张三", " x", "（=）", "O'Neil", "ｘ",
    ])
  func harmless(text: String) throws {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.removed(from: text) == text)
    let bytes = try written([["h", text]], cells: .guarded)
    #expect(try rows(bytes, removesGuards: true).first?.cells[1] == (text.isEmpty ? nil : text))
  }

  @Test("a feed for machines has every text exactly")
  func exact() throws {
    #expect(try written([["=1", "@x"]]) == Array("=1,@x\n".utf8))
  }

  @Test("a row of a reader is written with its blank fields")
  func rawRows() throws {
    var row = RawRow()
    row.append("b".utf8, column: 1)
    row.append("=d".utf8, column: 3)
    var writer = try CSVWriter(MemorySink(), encoding: .utf8, lineBreak: .lf)
    try writer.write(row, columns: 6)
    try writer.write(row)
    try writer.finish()
    #expect((writer.sink as? MemorySink)?.bytes == Array(",b,,'=d,,\n,b,,'=d\n".utf8))
  }

  @Test("what is written reads back the same, in every encoding", arguments: 0..<40 as Range<UInt64>)
  func identity(seed: UInt64) throws {
    var numbers = SeededNumbers(seed)
    let pieces = [
      "a", "7", ",", "\"", "\n", "\r\n", "\r", "=", "'", "-", "\t", ";", " ", "中", "·", "€", "\u{4DAE}",
      "\u{2CC56}", "é",
    ]
    let table = (0..<Int.random(in: 1...30, using: &numbers)).map { _ in
      (0..<4).map { _ in
        (0..<Int.random(in: 0...6, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }
          .joined()
      }
    }
    let expected = ([["a", "b,", "c", "d"]] + table).map { texts in
      Dictionary(uniqueKeysWithValues: texts.enumerated().filter { !$1.isEmpty }.map { ($0, $1) })
    }.filter { !$0.isEmpty }
    for encoding in CSVEncoding.allCases {
      for cells in [CSVWriter.Cells.exact, .guarded] {
        let bytes = try written([["a", "b,", "c", "d"]] + table, encoding, cells: cells)
        let read = try rows(bytes, removesGuards: cells == .guarded, bufferSize: 1 + Int(seed))
        #expect(read.map(\.cells) == expected, "\(encoding) \(cells)")
      }
    }
  }
}
