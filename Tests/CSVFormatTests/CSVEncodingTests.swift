import CSVFormat
import Tabular
import Testing

@Suite("CSV encodings")
struct CSVEncodingTests {
  @Test("SCO-01 every encoding is found by the content and read alike", arguments: CSVEncoding.allCases)
  func found(encoding: CSVEncoding) throws {
    let bytes = try written(Fixtures.table, encoding)
    #expect(try CSVEncoding.detect(MemorySource(bytes)) == encoding)
    #expect(try rows(bytes) == Fixtures.read)
  }

  @Test(
    "SCO-01 UTF-16 without a mark is known by its zero bytes", arguments: [CSVEncoding.utf16LE, .utf16BE])
  func unmarked(encoding: CSVEncoding) throws {
    let bytes = Array(try written(Fixtures.table, encoding).dropFirst(2))
    #expect(try CSVEncoding.detect(MemorySource(bytes)) == encoding)
    #expect(try rows(bytes) == Fixtures.read)
  }

  @Test("SCO-01 GB 18030 of one, two and four bytes, and the euro sign as the lone byte 0x80")
  func gb18030() throws {
    let bytes: [UInt8] = [
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0x80, 0x2C, 0xA2, 0xE3, 0x0A,  // 姓名,€,€
      0xD5, 0xC5, 0x82, 0x35, 0x87, 0x38, 0x2C,  // 张䶵, the second in four bytes
      0x95, 0x32, 0x82, 0x36, 0x2C, 0xA1, 0xA4,  // 𠀀 in four bytes, ·
    ]
    let read = try rows(bytes)
    #expect(read.count == 2)
    #expect(read[0] == ReadRow(1, "姓名", "€", "€"))
    #expect(read[1] == ReadRow(2, "张\u{4DB5}", "\u{20000}", "·"))
  }

  @Test("a mark is no text, even before a quote")
  func mark() throws {
    #expect(try rows("\u{FEFF}\"a\",b") == [ReadRow(1, "a", "b")])
    #expect(try rows([0x84, 0x31, 0x95, 0x33, 0xD0, 0xD5]) == [ReadRow(1, "姓")])
  }

  @Test("SCO-01 a long file that is ASCII at first and GB 18030 at its end is GB 18030")
  func lateGB18030() throws {
    let line = Array("6599990001010001,60\n".utf8)
    let bytes = Array([[UInt8]](repeating: line, count: 20_000).joined()) + [0xD5, 0xC5, 0x2C, 0x31]
    #expect(try CSVEncoding.detect(MemorySource(bytes)) == .gb18030)
    #expect(try rows(bytes).last == ReadRow(20_001, "张", "1"))
  }

  @Test(
    "OPS-04 UTF-8 damaged after many characters is reported as damaged UTF-8, not read as other characters")
  func damagedUTF8() throws {
    let bytes = Array("准考证号,姓名,性别,证件号码,成绩\n1,张三丰,男\n".utf8) + [0x32, 0x2C, 0xC5, 0x2C, 0x0A]
    #expect(try CSVEncoding.detect(MemorySource(bytes)) == .utf8)
    let error = try #require(failure(bytes))
    #expect(error.code == .damaged)
    #expect(error.place == "line 3")
    #expect(error.wording.en.contains("0xC5"))
  }

  @Test(
    "OPS-04 a file cut within a character is truncated, in every encoding", arguments: CSVEncoding.allCases)
  func cut(encoding: CSVEncoding) throws {
    let bytes = try written([["号码", "姓名"], ["1", "张三"]], encoding)
    let end = encoding == .utf16BE || encoding == .utf16LE ? 3 : 2
    let error = try #require(failure(Array(bytes.dropLast(end))))
    #expect(error.code == .truncated)
    #expect(error.place == "line 2")
  }

  @Test("OPS-04 bytes that are of no encoding are named with their line")
  func invalid() throws {
    let error = try #require(failure([0xD0, 0xD5, 0x2C, 0x0A, 0x31, 0x0A, 0xFF, 0x41]))
    #expect(error.code == .damaged)
    #expect(error.place == "line 3")
    #expect(error.wording.en.contains("0xFF (byte 7"))
    let surrogate = try #require(failure([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xDC]))
    #expect(surrogate.code == .damaged)
    #expect(surrogate.place == "line 2")
  }

  @Test(
    "the encoding of a stream is found the same, however few bytes it gives at a time",
    arguments: [1, 3, 4096])
  func streams(most: Int) throws {
    for encoding in CSVEncoding.allCases {
      var stream = TrickleStream(try written(Fixtures.table, encoding), most: most)
      #expect(try CSVEncoding.detect(in: &stream) == encoding)
    }
  }
}
