import SheetCells
import Tabular
import Testing
import TestKit

@testable import XLSXFormat

@Suite("Streaming")
struct StreamingTests {
  private let sheet = Array(VariedSheet.sheet.utf8)
  private let strings = Array(VariedSheet.strings.utf8)

  @Test("A sheet gives the same rows through a window of any size", arguments: 1...64)
  func windows(size: Int) throws {
    #expect(try readSheet(sheet, strings: strings, windowSize: size) == VariedSheet.rows)
    #expect(try readSheet(sheet, strings: strings, windowSize: size * 7) == VariedSheet.rows)
  }

  @Test("A sheet gives the same rows from a stream in pieces of any size", arguments: 1...64)
  func pieces(size: Int) throws {
    #expect(try readSheet(sheet, strings: strings, pieces: size) == VariedSheet.rows)
  }

  @Test("A sheet in UTF-16 gives the same rows", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let text = VariedSheet.sheet.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    var bytes: [UInt8] = []
    for unit in (hasMark ? "\u{feff}" + text : text).utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    for size in [1, 3, 64, 4096] {
      #expect(try readSheet(bytes, strings: strings, windowSize: size, pieces: size) == VariedSheet.rows)
    }
    #expect(
      failure { () throws(FileError) in try readSheet(Array(bytes.dropLast(80)), strings: strings) }?.code
        == .truncated)
  }

  @Test("A byte order mark of UTF-8 is passed over")
  func byteOrderMark() throws {
    #expect(try readSheet([0xef, 0xbb, 0xbf] + sheet, strings: strings) == VariedSheet.rows)
  }

  @Test(
    "OPS-04 a sheet that is cut off anywhere is an error, never a short sheet", arguments: [5, 64, 65_536])
  func prefixesOfSheet(window: Int) {
    let whole = sheet.count - "<!-- end -->\n".utf8.count
    for length in 0..<whole {
      let error = failure { () throws(FileError) in
        try readSheet(Array(sheet[..<length]), strings: strings, windowSize: window)
      }
      #expect(error?.code == .truncated, "\(length) bytes")
    }
  }

  @Test("OPS-04 shared strings that are cut off anywhere are an error")
  func prefixesOfStrings() {
    for length in 0..<strings.count {
      let error = failure { () throws(FileError) in try readSheet(sheet, strings: Array(strings[..<length])) }
      #expect(error?.code == .truncated, "\(length) bytes")
    }
  }

  @Test("OPS-04 a workbook that is cut off anywhere is an error")
  func prefixesOfWorkbook() throws {
    let bytes = try TestBook(sheet: VariedSheet.sheet, strings: "<si><t>a</t></si>", formats: ["14"]).bytes()
    for length in 0..<bytes.count {
      let error = failure { () throws(FileError) in
        try Workbook(MemorySource(Array(bytes[..<length])), name: "x.xlsx")
      }
      #expect(error != nil, "\(length) bytes")
    }
  }

  @Test(
    "OPS-04 random damage ends in rows or in an error, and the same through any window",
    arguments: 0..<200 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sheet = sheet
    var strings = strings
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      sheet[Int.random(in: 0..<sheet.count, using: &random)] = damagingByte(&random)
      if Bool.random(using: &random) {
        strings[Int.random(in: 0..<strings.count, using: &random)] = damagingByte(&random)
      }
    }
    let large = Result { () throws(FileError) in try readSheet(sheet, strings: strings) }
    let small = Result { () throws(FileError) in
      try readSheet(sheet, strings: strings, windowSize: Int(seed % 60) + 1)
    }
    switch (large, small) {
    case (.success(let one), .success(let other)): #expect(one == other)
    case (.failure(let one), .failure(let other)): #expect(one.code == other.code)
    default: Issue.record("one window gives rows, another an error")
    }
  }

  private func damagingByte(_ random: inout SeededGenerator) -> UInt8 {
    let telling = Array("<>&;\"'/=!?[]-_x \0\r\u{7f}0AZ".utf8) + [0x80, 0xc3, 0xff]
    return telling.randomElement(using: &random) ?? 0
  }

  @Test(
    "OPS-04 random damage to the small parts ends in an error or in a workbook",
    arguments: 0..<100 as Range<UInt64>)
  func damagedParts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var book = TestBook(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", formats: ["yyyy\"年\""])
    let part = try #require(book.parts.randomElement(using: &random))
    var bytes = part.bytes
    for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = damagingByte(&random) }
    book.set(part.path, bytes)
    let read = Result { () throws(FileError) in try book.rows() }
    if case .success(let rows) = read { #expect(rows.count <= 1) }
  }

  @Test("The error that ended a sheet is thrown again by every later call")
  func sticky() throws {
    let decoder = CellDecoder(
      sheet: "S", strings: SharedStrings(), styles: CellStyles(), dateSystem: .from1900, cellCharacters: 100)
    let stream = SlowStream(
      Array(sheetPart("<row><c><v>1</v></c></row><row><c><v>x</v>").dropLast(40)), most: 9)
    let scanner = try XMLScanner(stream, part: "sheet.xml")
    let reader = SheetReader(SheetScanner(scanner, decoder: decoder, mostCells: 10))
    var row = RawRow()
    #expect(try reader.read(into: &row))
    for _ in 0..<3 {
      #expect(failure { () throws(FileError) in try reader.read(into: &row) }?.code == .truncated)
      #expect(row.cells.isEmpty)
    }
  }
}
