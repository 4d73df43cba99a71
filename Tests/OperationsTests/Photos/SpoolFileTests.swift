import Files
import Foundation
import Testing

@Suite("Bytes put aside")
struct SpoolFileTests {
  @Test("What is put aside is read again from where it lies, before and after it went to the disk")
  func places() throws {
    let spool = try SpoolFile()
    var ranges: [(range: Range<Int>, bytes: [UInt8])] = []
    for index in 0..<400 {
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: index * 37 % 20_011)
      ranges.append((try spool.append(bytes), bytes))
      if index % 50 == 0 { #expect(try spool.bytes(in: ranges[index / 2].range) == ranges[index / 2].bytes) }
    }
    for (range, bytes) in ranges.reversed() { #expect(try spool.bytes(in: range) == bytes) }
    let large = [UInt8](repeating: 7, count: 3 << 20)
    #expect(try spool.bytes(in: spool.append(large)) == large)
  }

  @Test("A place behind the end is an error")
  func beyond() throws {
    let spool = try SpoolFile()
    let range = try spool.append([1, 2, 3])
    #expect(throws: (any Error).self) { try spool.bytes(in: range.lowerBound..<range.upperBound + 1) }
  }
}
