import DBFFormat
import Tabular
import Testing

@Suite("DBF reader")
struct DBFReaderTests {
  @Test("SCO-07 columns are found by name in any case, and can be read as headings")
  func columns() throws {
    var table = OddTable()
    table.fields = [("xm", "C", 6), ("Cj", "N", 3)]
    let reader = try DBFReader(MemorySource(table.bytes))
    #expect(
      reader.columns == [
        DBFColumn(name: "xm", type: .text, width: 6), DBFColumn(name: "Cj", type: .number, width: 3),
      ])
    #expect(reader.column("XM") == 0)
    #expect(reader.column("cj") == 1)
    #expect(reader.column("ZKZH") == nil)
    var row = RawRow()
    reader.readHeadings(into: &row)
    #expect(ReadRow(row) == ReadRow(0, "xm", "Cj"))
  }

  @Test("deleted records are passed over and counted; numbers are places in the file")
  func deleted() throws {
    var table = OddTable()
    table.records = ["*XX      1", " AB     60", "          ", "*YY      2", " CD     70"].map {
      Array($0.utf8)
    }
    var reader = try DBFReader(MemorySource(table.bytes))
    var row = RawRow()
    var read: [ReadRow] = []
    while try reader.read(into: &row) { read.append(ReadRow(row)) }
    #expect(read == [ReadRow(2, "AB", "60"), ReadRow(5, "CD", "70")])
    #expect((reader.recordCount, reader.liveCount, reader.deletedCount) == (5, 3, 2))
    #expect(try !reader.read(into: &row))
  }

  @Test(
    "the end mark may be missing, or zero bytes may stand for it",
    arguments: [[], [0x1A], [0, 0], [0x1A, 0x1A, 0x20]] as [[UInt8]])
  func ends(end: [UInt8]) throws {
    var table = OddTable()
    table.end = end
    #expect(try rows(table.bytes) == [ReadRow(1, "AB", "60")])
  }

  @Test(
    "versions and language drivers that mean GBK, or nothing, are read",
    arguments: [0x03, 0x30, 0x83] as [UInt8], [0, 0x4D, 0x7A, 0x03] as [UInt8])
  func versions(version: UInt8, driver: UInt8) throws {
    var table = OddTable()
    table.version = version
    table.driver = driver
    // Visual FoxPro has 263 bytes behind the columns for the path of its database.
    if version == 0x30 { table.afterFields = [0x0D] + [UInt8](repeating: 0, count: 263) }
    table.records = [[0x20, 0xD5, 0xC5, 0x80, 0x20, 0x20, 0x20, 0x20, 0x36, 0x30]]
    #expect(try rows(table.bytes) == [ReadRow(1, "张€", "60")])
  }

  @Test("every type is text: dates with dashes, numbers without blanks")
  func types() throws {
    var table = OddTable()
    table.version = 0x83
    table.fields = [
      ("N", "N", 6), ("D", "D", 8), ("L", "L", 1), ("M", "M", 10), ("F", "F", 5), ("C", "C", 4),
    ]
    // N6, D8, L1, M10, F5, C4
    table.records = [
      " 60.50 20260514T         7  1.5 x  ", " 12.5  00000000?          ***** a  ",
      "           2026F               b   ",
    ].map { Array($0.utf8) }
    #expect(
      try rows(table.bytes) == [
        ReadRow(1, "60.50", "2026-05-14", "T", "7", "1.5", " x"),
        ReadRow(2, "12.5", "", "", "", "*****", " a"),
        ReadRow(3, "", "2026", "F", "", "", "b"),
      ])
  }

  @Test("the binary types of Visual FoxPro are text, its hidden column is passed over")
  func foxPro() throws {
    var table = OddTable()
    table.version = 0x30
    table.fields = [
      ("I", "I", 4), ("B", "B", 8), ("Y", "Y", 8), ("T", "T", 8), ("M", "M", 4), ("_NullFlags", "0", 1),
      ("C", "C", 1),
    ]
    func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
    // 2 451 545 is 1 January 2000.
    let record =
      [0x20] + littleEndian(Int32(-7)) + littleEndian((60.5).bitPattern) + littleEndian(Int64(-15_000))
      + littleEndian(Int32(2_451_604)) + littleEndian(Int32(45_296_000)) + littleEndian(Int32(9)) + [
        0x00, 0x78,
      ]
    table.records = [record]
    let reader = try DBFReader(MemorySource(table.bytes))
    #expect(reader.columns.map(\.name) == ["I", "B", "Y", "T", "M", "C"])
    #expect(try rows(table.bytes) == [ReadRow(1, "-7", "60.5", "-1.5000", "2000-02-29 12:34:56", "9", "x")])
  }

  @Test("a text column wider than 255 has its width in two bytes")
  func longText() throws {
    var table = OddTable()
    table.version = 0xF5
    table.fields = [("BZ", "C", 300), ("CJ", "N", 3)]
    let text = String(repeating: "长", count: 150)
    table.records = [[0x20] + [UInt8](repeating: 0, count: 0)]
    table.records[0] += Array(repeating: [0xB3, 0xA4] as [UInt8], count: 150).joined() + Array(" 60".utf8)
    #expect(try rows(table.bytes) == [ReadRow(1, text, "60")])
  }

  @Test("the same rows for every buffer size from 1 to 64, and from slow streams")
  func bufferSizes() throws {
    let table = [["张三", "60"], ["", "-1"], ["欧阳 修", ""], ["A·B", "100"]]
    let bytes = try written([.text("XM", 10), .number("CJ", 3)], table)
    let expected = table.enumerated().map { ReadRow($0 + 1, $1) }
    for size in 1...64 {
      #expect(try rows(bytes, bufferSize: size) == expected)
      var reader = try DBFReader(TrickleStream(bytes, most: 3), bufferSize: size)
      var row = RawRow()
      var read: [ReadRow] = []
      while try reader.read(into: &row) { read.append(ReadRow(row)) }
      #expect(read == expected)
    }
  }

  @Test("what is written reads back the same", arguments: 0..<40 as Range<UInt64>)
  func identity(seed: UInt64) throws {
    var numbers = SeededNumbers(seed)
    let pieces = ["a", "7", " b", "中", "·", "€", "镕", "—", "\"", ","]
    let table = (0..<Int.random(in: 0...50, using: &numbers)).map { _ in
      [
        (0..<Int.random(in: 0...10, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }
          .joined(),
        "\(Int.random(in: -99...999, using: &numbers))",
        "\(Int.random(in: 0...99, using: &numbers)).\(Int.random(in: 10...99, using: &numbers))",
      ]
    }
    let bytes = try written([.text("XM", 20), .number("CJ", 3), .number("JE", 6, decimals: 2)], table)
    #expect(try rows(bytes, bufferSize: 1 + Int(seed)) == table.enumerated().map { ReadRow($0 + 1, $1) })
  }
}
