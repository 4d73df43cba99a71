import DBFFormat
import Tabular
import TestKit
import Testing

@Suite("DBF writer")
struct DBFWriterTests {
  @Test("DOC-07 a small file is the same, byte for byte, for the same date")
  func golden() throws {
    let columns = [DBFColumn.text("XM", 8), .number("CJ", 5, decimals: 1)]
    let bytes = try written(columns, [["张三·A", "60"], ["", "-1"]])
    let header: [UInt8] = [
      0x03, 126, 5, 14, 2, 0, 0, 0, 97, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x4D, 0,
      0,
      0x58, 0x4D, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x43, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0x43, 0x4A, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x4E, 0, 0, 0, 0, 5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0x0D,
    ]
    let records: [UInt8] = [
      0x20, 0xD5, 0xC5, 0xC8, 0xFD, 0xA1, 0xA4, 0x41, 0x20, 0x20, 0x36, 0x30, 0x2E, 0x30,
      0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x2D, 0x31, 0x2E, 0x30, 0x1A,
    ]
    #expect(bytes == header + records)
  }

  @Test("a table without records is a header and an end mark")
  func noRecords() throws {
    let bytes = try written([.text("XM", 8)], [])
    #expect(bytes.count == 32 + 32 + 1 + 1)
    #expect(bytes[4..<8].allSatisfy { $0 == 0 })
    #expect(try rows(bytes) == [])
  }

  @Test(
    "DOC-07 characters outside code page 936 are a problem that names them, never dropped",
    arguments: [
      "\u{4DAE}", "\u{2CC56}", "\u{36C3}", "\u{2CB4E}", "•", "\u{301C}", "\u{9FB4}", "\u{0}",
    ])
  func outside(character: String) throws {
    let encoder = try DBFEncoder()
    let problem = try #require(encoder.problem(with: "张\(character)三\(character)", in: .text("XM", 50)))
    #expect(problem.field == "XM")
    #expect(problem.reason == .outsideCodePage(Array(character.unicodeScalars)))
    #expect(throws: FileError.self) { try written([.text("XM", 50)], [["张\(character)"]]) }
  }

  @Test("DOC-07 a value that does not fit is a problem with the bytes needed, never cut")
  func tooLong() throws {
    let encoder = try DBFEncoder()
    #expect(encoder.problem(with: "张三丰", in: .text("XM", 6)) == nil)
    #expect(encoder.problem(with: "张三丰", in: .text("XM", 5))?.reason == .tooLong(needed: 6, available: 5))
    #expect(encoder.problem(with: "1000", in: .number("CJ", 3))?.reason == .tooLong(needed: 4, available: 3))
    #expect(
      encoder.problem(with: "张•", in: .text("XM", 3), substitute: .questionMarks)?.reason
        == .tooLong(needed: 4, available: 3))
  }

  @Test("DOC-07 what stands for a missing character is what was asked for, and nothing else")
  func substitutes() throws {
    let encoder = try DBFEncoder()
    var bytes: [UInt8] = []
    try encoder.encode("A\u{4DAE}•", as: .text("XM", 8), substitute: .questionMarks, into: &bytes)
    #expect(bytes == Array("A????   ".utf8))
    bytes = []
    try encoder.encode("A\u{4DAE}", as: .text("XM", 6), substitute: .text("[岩]"), into: &bytes)
    #expect(bytes == [0x41, 0x5B, 0xD1, 0xD2, 0x5D, 0x20])
    let problem = encoder.problem(with: "A\u{4DAE}", in: .text("XM", 6), substitute: .text("•"))
    #expect(problem?.reason == .outsideCodePage(["•"]))
  }

  @Test("the code page is the one of Windows where glibc and Windows agree, the euro sign included")
  func codePage() throws {
    let encoder = try DBFEncoder()
    for (text, code) in [
      ("€", [0x80]), ("·", [0xA1, 0xA4]), ("—", [0xA1, 0xAA]), ("～", [0xA1, 0xAB]), ("镕", [0xE9, 0x46]),
    ] {
      var bytes: [UInt8] = []
      try encoder.encode(text, as: .text("X", code.count), into: &bytes)
      #expect(bytes.map(Int.init) == code)
    }
  }

  @Test(
    "numbers stand at the right with the field's decimals",
    arguments: [
      ("60", 0, "   60"), ("60.0", 0, "   60"), ("-1", 0, "   -1"), ("", 0, "     "), ("7", 2, " 7.00"),
      ("7.5", 1, "  7.5"),
      ("7.50", 1, "  7.5"), ("-0.5", 1, " -0.5"),
    ])
  func numbers(value: String, decimals: Int, expected: String) throws {
    var bytes: [UInt8] = []
    try DBFEncoder().encode(value, as: .number("CJ", 5, decimals: decimals), into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "what is no number, or has too many decimals, is a problem",
    arguments: ["a", "1a", "-", "1.", ".5", "--1", "+1", "1.2.3", "１"])
  func notNumbers(value: String) throws {
    let encoder = try DBFEncoder()
    #expect(encoder.problem(with: value, in: .number("CJ", 9, decimals: 2))?.reason == .notANumber)
    #expect(
      encoder.problem(with: "1.255", in: .number("CJ", 9, decimals: 2))?.reason == .tooPrecise(decimals: 2))
  }

  @Test("after a problem the same column is next, and a substitute can be given")
  func retry() throws {
    let date = try #require(DBFDate(year: 2026, month: 5, day: 14))
    var writer = try DBFWriter(
      MemorySink(), columns: [.text("XM", 4), .text("BJ", 2)], records: 1, date: date)
    #expect(throws: DBFProblem.self) { try writer.append("\u{4DAE}") }
    try writer.append("\u{4DAE}", substitute: .questionMarks)
    #expect(throws: DBFProblem.self) { try writer.append("abc") }
    try writer.append("01")
    try writer.endRecord()
    try writer.finish()
    #expect(try rows((writer.sink as? MemorySink)?.bytes ?? []) == [ReadRow(1, "??", "01")])
  }

  @Test("a row is written up to what does not fit, and goes on behind what is given for it", arguments: 0..<4)
  func wholeRows(bad: Int) throws {
    let date = try #require(DBFDate(year: 2026, month: 5, day: 14))
    let columns = [DBFColumn.text("A", 4), .number("B", 5, decimals: 1), .text("C", 6), .text("D", 2)]
    var writer = try DBFWriter(MemorySink(), columns: columns, records: 2, date: date)
    var texts = ["张三", "-7", "", "01"]
    try writer.append(textRow(texts + ["not a column"]))
    try writer.endRecord()
    texts[bad] = ["张\u{4DAE}", "7.25", "李四王五", "€€€"][bad]
    let row = textRow(texts)
    let problem = #expect(throws: DBFProblem.self) { try writer.append(row) }
    #expect(problem?.field == columns[bad].name && writer.column == bad)
    try writer.append("0")
    try writer.append(row)
    try writer.endRecord()
    try writer.finish()
    var expected = ["张三", "-7.0", "", "01"]
    expected[bad] = bad == 1 ? "0.0" : "0"
    #expect(
      try rows((writer.sink as? MemorySink)?.bytes ?? [])
        == [ReadRow(1, ["张三", "-7.0", "", "01"]), ReadRow(2, expected)])
  }

  @Test(
    "a text of any length and mixture is encoded as its characters are", arguments: 0..<200 as Range<UInt64>)
  func mixtures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters = Array("0aZ~张镕·€— 1")
    let text = String(
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        characters.randomElement(using: &generator) ?? "0"
      })
    let encoder = try DBFEncoder()
    var whole: [UInt8] = []
    try encoder.encode(text, as: .text("X", 80), into: &whole)
    var single: [UInt8] = []
    for character in text {
      var code: [UInt8] = []
      try encoder.encode(String(character), as: .text("X", 2), into: &code)
      single += code[1] == 0x20 ? [code[0]] : code
    }
    #expect(whole == single + [UInt8](repeating: 0x20, count: 80 - single.count))
    let nul = encoder.problem(with: text + "\u{0}" + text, in: .text("X", 200))
    #expect(nul?.reason == .outsideCodePage(["\u{0}"]))
  }

  @Test(
    "bytes that are no UTF-8 are a problem, never read as a character",
    arguments: [
      [0xE4], [0xE4, 0xB8], [0x80], [0xE4, 0x41, 0x41], [0xF0, 0x9F, 0x98], [0xFF], [0xC1, 0x81],
    ])
  func noUTF8(bytes: [UInt8]) throws {
    let date = try #require(DBFDate(year: 2026, month: 5, day: 14))
    var writer = try DBFWriter(MemorySink(), columns: [.text("XM", 10)], records: 1, date: date)
    var row = TextRow()
    bytes.withUnsafeBufferPointer { row.append($0) }
    let problem = #expect(throws: DBFProblem.self) { try writer.append(row) }
    #expect(problem?.reason == .outsideCodePage(["\u{FFFD}"]))
  }

  @Test("a record that cannot be written leaves no trace, and names its place")
  func noTrace() throws {
    let date = try #require(DBFDate(year: 2026, month: 5, day: 14))
    var writer = try DBFWriter(MemorySink(), columns: [.text("A", 2), .text("B", 2)], records: 2, date: date)
    try writer.write(["1", "2"])
    let error = #expect(throws: FileError.self) { try writer.write(["3", "long"]) }
    #expect(error?.place == "record 2")
    try writer.write(["5", "6"])
    try writer.finish()
    #expect(
      try rows((writer.sink as? MemorySink)?.bytes ?? []) == [ReadRow(1, "1", "2"), ReadRow(2, "5", "6")])
  }

  @Test("fewer or more records than promised are an error at the end")
  func promised() throws {
    let date = try #require(DBFDate(year: 2026, month: 5, day: 14))
    for count in [0, 2] {
      var writer = try DBFWriter(MemorySink(), columns: [.text("A", 2)], records: count, date: date)
      try writer.write(["1"])
      #expect(throws: FileError.self) { try writer.finish() }
    }
  }

  static let impossible: [[DBFColumn]] = [
    [], [.text("", 2)], [.text("LONGERTHANTEN", 2)], [.text("xm", 2)], [.text("姓名", 2)], [.text("A", 0)],
    [.text("A", 255)],
    [.text("A", 2), .text("A", 3)], [.number("A", 21)], [.number("A", 3, decimals: 2)],
    [.text("A", -1), .text("B", 2)],
    [DBFColumn(name: "A", type: .memo, width: 10)], (0..<129).map { .text("A\($0)", 1) },
    (0..<17).map { .text("A\($0)", 254) },
  ]

  @Test("columns that dBASE III cannot have are refused", arguments: impossible)
  func impossibleColumns(columns: [DBFColumn]) {
    #expect(throws: FileError.self) { try written(columns, []) }
  }

  @Test("dates that a header cannot hold do not exist")
  func dates() {
    #expect(DBFDate(year: 1899, month: 1, day: 1) == nil)
    #expect(DBFDate(year: 2156, month: 1, day: 1) == nil)
    #expect(DBFDate(year: 2026, month: 13, day: 1) == nil)
    #expect(DBFDate(year: 2026, month: 1, day: 32) == nil)
  }
}
