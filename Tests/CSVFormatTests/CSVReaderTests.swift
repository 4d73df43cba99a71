import CSVFormat
import Tabular
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
  @Test("SCO-01 separators, doubled quotes and line breaks inside quotes are text")
  func quotes() throws {
    let read = try rows("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"one\ntwo\",\"\"\"\"\n")
    #expect(
      read == [ReadRow(1, "a", "b"), ReadRow(2, "x,y", "say \"hi\""), ReadRow(3, "one\ntwo", "\"")])
  }

  @Test("SCO-01 CRLF, LF and CR end lines, and the last line needs no end", arguments: ["\r\n", "\n", "\r"])
  func lineBreaks(end: String) throws {
    let expected = [ReadRow(1, "a", "b"), ReadRow(2, "1", "2"), ReadRow(4, "3", "4")]
    let text = "a,b\(end)1,2\(end)\(end)3,4"
    #expect(try rows(text) == expected)
    #expect(try rows(text + end) == expected)
  }

  @Test("a row's number is the line on which its record starts, quoted line breaks counted once")
  func positions() throws {
    let read = try rows("h\r\n\"1\r\n2\r3\n4\"\r\n\r\n,,\r\nx\r\n")
    #expect(read.map(\.number) == [1, 2, 8])
    #expect(read[1].cells[0] == "1\r\n2\r3\n4")
  }

  @Test("the end line tells blank lines from the lines of one record")
  func endLines() throws {
    var reader = try CSVReader(MemorySource(Array("h\n\"1\n2\"\n\n\nx".utf8)))
    var row = RawRow()
    var ends: [Int] = []
    while try reader.read(into: &row) { ends.append(reader.endLine) }
    #expect(ends == [1, 3, 6])
  }

  @Test("blank fields have no cells, and the columns of the others are right")
  func blankFields() throws {
    #expect(
      try rows("a,b,c\n,,3\n1,,\n\"\",2,\"\"\n").map(\.cells) == [
        [0: "a", 1: "b", 2: "c"], [2: "3"], [0: "1"], [1: "2"],
      ])
  }

  @Test(
    "a quote inside a field that did not begin with one is text; blanks behind a closing quote are dropped")
  func looseQuotes() throws {
    #expect(
      try rows("h,k\n5\" disk,a\"\"b\n\"x\"  ,\"y\" \n").dropFirst().map(\.cells) == [
        [0: "5\" disk", 1: "a\"\"b"], [0: "x", 1: "y"],
      ])
  }

  @Test("a file of a heading line only, of blank lines only, of a mark only")
  func littleFiles() throws {
    #expect(try rows("准考证号,成绩") == [ReadRow(1, "准考证号", "成绩")])
    #expect(try rows("\n\r\n,,\n \n") == [ReadRow(4, " ")])
    #expect(try rows("\u{FEFF}") == [])
    #expect(failure([])?.code == .empty)
  }

  @Test(
    "the delimiter is the one most often seen outside quotes in the first line with text",
    arguments: [
      ("a,b;c,d\n", CSVDelimiter.comma), ("a\tb\n", .tab), ("\n\na;b\n,,,\n", .semicolon),
      ("\"a,b,c\";d\n", .semicolon), ("a\n;;\n", .comma), ("a,b;c\n", .comma), ("\"a\n,,,\";b\t", .tab),
    ])
  func delimiters(text: String, expected: CSVDelimiter) throws {
    let bytes = Array(text.utf8)
    // A tie between semicolon and tab goes to the tab, which comes first.
    #expect(try CSVReader(MemorySource(bytes)).delimiter == expected)
    #expect(try CSVReader(MemorySource(bytes), bufferSize: 1).delimiter == expected)
  }

  @Test("a delimiter that is given is not looked for")
  func givenDelimiter() throws {
    var reader = try CSVReader(MemorySource(Array("a,b;c\n".utf8)), delimiter: .semicolon)
    var row = RawRow()
    #expect(try reader.read(into: &row))
    #expect(ReadRow(row) == ReadRow(1, "a,b", "c"))
  }
}
