import CSVFormat
import Tabular
import Testing

@Suite("CSV damage")
struct CSVDamageTests {
  @Test("OPS-04 a quote that is never closed names the line on which it opened")
  func unclosedQuote() throws {
    let error = try #require(failure("h\n1\n2,\"abc\n4\n5"))
    #expect(error.code == .truncated)
    #expect(error.place == "line 3")
  }

  @Test("OPS-04 text behind a closing quote is damage, with its line and field")
  func textAfterQuote() throws {
    let error = try #require(failure("h,k\n1,\"a\"b\n"))
    #expect(error.code == .damaged)
    #expect(error.place == "line 2")
    #expect(error.wording.en.contains("Field 2"))
    #expect(failure("h\n\"a\" \"b\"\n")?.code == .damaged)
  }

  @Test(
    "OPS-04 a zero byte is damage, quoted or not, with its line",
    arguments: ["1\u{0}", "\"\n\u{0}\"", "\"1\"\u{0}"])
  func zeroBytes(field: String) throws {
    let error = try #require(failure("heading,heading\n\n" + field + ",2\n"))
    #expect(error.code == .damaged)
    #expect(error.place == (field.contains("\n") ? "line 4" : "line 3"))
  }

  @Test("OPS-04 records, fields and their number have limits")
  func limits() throws {
    let limits = CSVLimits(record: 40, field: 20, fields: 4)
    func longest(_ count: Int) -> String { String(repeating: "x", count: count) }
    #expect(failure("h\n\(longest(20))", limits: limits) == nil)
    let field = try #require(failure("h\n1,\(longest(21))", limits: limits))
    #expect(field.code == .tooLarge)
    #expect(field.place == "line 2")
    #expect(failure("h\n\(longest(20)),\(longest(20))", limits: limits) == nil)
    #expect(failure("h\n\(longest(20)),\(longest(20)),1", limits: limits)?.code == .tooLarge)
    #expect(failure("h\n1,2,3,4", limits: limits) == nil)
    #expect(failure("h\n1,2,3,4,", limits: limits)?.code == .tooLarge)
    let quoted = try #require(failure("h\n\"a\n\(longest(30))\n\"", limits: limits))
    #expect(quoted.wording.en.contains("opened on line 2"))
  }

  @Test("limits stay within their most")
  func mostLimits() {
    let limits = CSVLimits(record: .max, field: .max, fields: .max)
    #expect(limits == CSVLimits(record: 16 << 20, field: 1 << 20, fields: 8192))
  }

  @Test("a reader that has failed fails again, with the same error")
  func failsAgain() throws {
    var reader = try CSVReader(MemorySource(Array("h\n\"a\"b\nc\n".utf8)))
    var row = RawRow()
    #expect(try reader.read(into: &row))
    let first = #expect(throws: FileError.self) { try reader.read(into: &row) }
    #expect(row.cells.isEmpty)
    let second = #expect(throws: FileError.self) { try reader.read(into: &row) }
    #expect(first == second)
  }

  static let otherFormats: [([UInt8], String)] = [
    (Array("PK\u{3}\u{4}".utf8) + [20, 0], "XLSX"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "OLE2"),
    (Array("%PDF-1.7\n".utf8), "PDF"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
    (Array("\r\n<HTML><table>".utf8), "HTML"), (Array("Rar!\u{1A}".utf8), "RAR"),
    ([0x03, 126, 5, 14, 1, 0, 0, 0, 65, 0, 10, 0] + [UInt8](repeating: 0, count: 40), "DBF"),
  ]

  @Test("OPS-04 a file of another format is refused with the name of what it is", arguments: otherFormats)
  func otherFormat(bytes: [UInt8], name: String) throws {
    let error = try #require(failure(bytes))
    #expect(error.code == .wrongKind)
    #expect(error.wording.en.contains(name))
    #expect(error.wording.zh.contains(name))
  }
}
