import CSVFormat
import Tabular
import Testing

@Suite("CSV conformance")
struct CSVConformanceTests {
  @Test("the same rows for every buffer size from 1 to 64", arguments: CSVEncoding.allCases)
  func bufferSizes(encoding: CSVEncoding) throws {
    for lineBreak in [CSVWriter.LineBreak.lf, .crlf] {
      let bytes = try written(Fixtures.table, encoding, lineBreak: lineBreak)
      for size in 1...64 {
        #expect(try rows(bytes, bufferSize: size) == Fixtures.read, "buffer size \(size)")
      }
    }
  }

  @Test("the same rows from a stream that gives few bytes at a time", arguments: 1...8)
  func trickle(most: Int) throws {
    for encoding in CSVEncoding.allCases {
      let bytes = try written(Fixtures.table, encoding)
      var reader = try CSVReader(TrickleStream(bytes, most: most), encoding: encoding)
      var read: [ReadRow] = []
      var row = RawRow()
      while try reader.read(into: &row) { read.append(ReadRow(row)) }
      #expect(read == Fixtures.read)
    }
  }

  @Test(
    "every prefix of a file is rows that the whole file has, or an error", arguments: CSVEncoding.allCases)
  func prefixes(encoding: CSVEncoding) throws {
    let bytes = try written(Fixtures.table, encoding)
    for length in 0..<bytes.count {
      for size in [1, 5, 4096] {
        guard
          var reader = try? CSVReader(TrickleStream(Array(bytes[..<length]), most: size), encoding: encoding)
        else {
          #expect(length == 0)
          continue
        }
        var row = RawRow()
        var count = 0
        // The last row may be cut; all before it are whole.
        var last: ReadRow?
        while (try? reader.read(into: &row)) == true {
          if let last { #expect(last == Fixtures.read[count - 1]) }
          last = ReadRow(row)
          count += 1
        }
        #expect(count <= Fixtures.read.count)
      }
      _ = failure(Array(bytes[..<length]))
    }
  }

  @Test("random bytes are rows or an error, never a trap", arguments: 0..<64 as Range<UInt64>)
  func randomBytes(seed: UInt64) throws {
    var numbers = SeededNumbers(seed)
    let alphabet: [UInt8] = [
      0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x41, 0x81, 0x30, 0xE5, 0xBC, 0xA0, 0xFF, 0x00, 0xD8, 0xEF,
    ]
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        alphabet.randomElement(using: &numbers) ?? 0
      }
      let whole = Result { () throws(FileError) in try rows(bytes) }
      let small = Result { () throws(FileError) in try rows(bytes, bufferSize: 1) }
      #expect(whole == small, "\(bytes)")
    }
  }
}
