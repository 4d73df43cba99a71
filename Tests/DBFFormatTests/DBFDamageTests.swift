import DBFFormat
import Tabular
import Testing

@Suite("DBF damage")
struct DBFDamageTests {
  @Test("OPS-04 every prefix of a file is truncated, empty, or whole but for the end mark")
  func prefixes() throws {
    let bytes = try written([.text("XM", 10), .number("CJ", 3)], [["张三", "60"], ["李四", "70"]])
    for length in 0..<bytes.count {
      let error = failure(Array(bytes[..<length]))
      #expect(
        error?.code == (length == 0 ? .empty : length == bytes.count - 1 ? nil : .truncated),
        "\(length) bytes")
    }
  }

  @Test("OPS-04 a stream that ends within its records says how many there are")
  func cutStream() throws {
    let bytes = try written([.text("XM", 10)], [["1"], ["2"], ["3"]])
    var reader = try DBFReader(TrickleStream(Array(bytes.dropLast(5)), most: 7))
    var row = RawRow()
    #expect(try reader.read(into: &row))
    #expect(try reader.read(into: &row))
    let error = #expect(throws: FileError.self) { try reader.read(into: &row) }
    #expect(error?.code == .truncated)
    #expect(error?.place == "record 3")
    #expect(error?.wording.en.contains("says 3 records, the file holds 2") == true)
  }

  @Test(
    "OPS-04 bytes that code page 936 does not have name their record and column",
    arguments: [
      [0xFF, 0x41], [0xD5, 0x20], [0xFE, 0x9F], [0x41, 0x00, 0x42], [0x20, 0x20, 0x20, 0x20, 0x20, 0xD5],
    ] as [[UInt8]])
  func badText(text: [UInt8]) throws {
    var table = OddTable()
    table.records.append([0x20] + text + [UInt8](repeating: 0x20, count: 9 - text.count))
    let error = try #require(failure(table.bytes))
    #expect(error.code == .damaged)
    #expect(error.place == "record 2")
    #expect(error.wording.en.contains("XM"))
  }

  @Test("OPS-04 header values that cannot be are errors, never traps")
  func headers() {
    var tables: [(OddTable, FileError.Code)] = []
    func add(_ code: FileError.Code, _ change: (inout OddTable) -> Void) {
      var table = OddTable()
      change(&table)
      tables.append((table, code))
    }
    add(.truncated) { $0.recordCount = .max }
    add(.truncated) { $0.recordCount = 2 }
    add(.damaged) {
      $0.records += $0.records; $0.recordCount = 1
    }
    add(.damaged) { $0.headerLength = 0 }
    add(.damaged) { $0.headerLength = 64 }
    add(.truncated) { $0.headerLength = .max }
    add(.damaged) { $0.headerLength = 96 }
    add(.damaged) { $0.recordLength = 0 }
    add(.damaged) { $0.recordLength = 1 }
    add(.damaged) { $0.recordLength = .max }
    add(.damaged) { $0.recordLength = 11 }
    add(.damaged) { $0.afterFields = [0x20] }
    add(.damaged) { $0.fields[0].width = 0 }
    add(.damaged) { $0.fields[0].name = "" }
    add(.damaged) { $0.fields[1].type = "D" }
    add(.damaged) { $0.fields = [("_NullFlags", "0", 9)] }
    add(.unsupported) { $0.fields[1].type = "Q" }
    add(.unsupported) { $0.driver = 0x78 }
    add(.wrongKind) { $0.version = 0x50 }
    add(.damaged) { $0.records[0][0] = 0x41 }
    add(.truncated) { $0.records[0][0] = 0x1A }
    for (table, code) in tables { #expect(failure(table.bytes)?.code == code, "\(table)") }
  }

  @Test("OPS-04 a file of another kind is refused", arguments: ["PK\u{3}\u{4}", "姓名,成绩\n", "%PDF-1.7"])
  func otherKinds(text: String) {
    #expect(failure(Array(text.utf8))?.code == .wrongKind)
  }

  @Test("OPS-04 no change of one byte traps, and buffers do not matter to it", arguments: 0..<16)
  func anyByte(part: Int) throws {
    let bytes = try written([.text("XM", 4), .number("CJ", 3)], [["张三", "60"], ["李四", "70"]])
    for index in stride(from: part, to: bytes.count, by: 16) {
      for value in [0x00, 0x01, 0x0D, 0x1A, 0x20, 0x2A, 0x7F, 0x80, 0xD5, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = value
        let whole = Result { () throws(FileError) in try rows(changed) }
        let small = Result { () throws(FileError) in try rows(changed, bufferSize: 1) }
        #expect(whole == small)
      }
    }
  }

  @Test("a reader that has failed fails again, with the same error")
  func failsAgain() throws {
    var table = OddTable()
    table.records = [[0x41] + table.records[0].dropFirst(), table.records[0]]
    var reader = try DBFReader(MemorySource(table.bytes))
    var row = RawRow()
    let first = #expect(throws: FileError.self) { try reader.read(into: &row) }
    let second = #expect(throws: FileError.self) { try reader.read(into: &row) }
    #expect(first == second)
  }
}
