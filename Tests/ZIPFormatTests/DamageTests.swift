import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Damaged archives")
struct DamageTests {
  /// Five entries in every form: stored, deflated, streamed, empty, folder.
  static func small() throws -> [UInt8] {
    try written { writer in
      try writer.add("文/", bytes: [])
      try writer.add("文/a.txt", bytes: Array("stored".utf8), compression: .stored)
      try writer.add("文/b.txt", bytes: Array(String(repeating: "甲乙丙", count: 60).utf8))
      try writer.begin("文/c.txt")
      try writer.write("streamed streamed streamed")
      try writer.endEntry()
      try writer.add("文/d.txt", bytes: [])
    }
  }

  /// Every entry's path and content, read in both ways. The two decoders draw the line elsewhere for code
  /// tables that no packer makes, so one may refuse what the other reads; what both read must be the same.
  static func everything(_ bytes: [UInt8]) throws(FileError) -> [String: [UInt8]] {
    let archive = try opened(bytes)
    var contents: [String: [UInt8]] = [:]
    for entry in archive.entries {
      let whole = Result { () throws(FileError) in try archive.bytes(entry, atMost: 1 << 20) }
      let streamed = Result { () throws(FileError) in try readAll(try archive.stream(entry), by: 50) }
      contents[entry.path] = try whole.get()
      if let other = try? streamed.get() { #expect(contents[entry.path] == other) }
    }
    return contents
  }

  @Test("OPS-04 every prefix of an archive is an error, never a part of it")
  func prefixes() throws {
    let bytes = try Self.small()
    for length in 0..<bytes.count {
      let error = #expect(throws: FileError.self) { try Self.everything(Array(bytes[..<length])) }
      let expected: FileError.Code = length == 0 ? .empty : length < 4 ? .wrongKind : .truncated
      #expect(error?.code == expected, "\(length) bytes")
    }
  }

  @Test(
    "OPS-04 one wrong byte anywhere is refused or harmless, never a wrong content",
    arguments: [1, 2, 4, 8, 16, 32, 64, 128, 85, 255] as [UInt8])
  func wrongBytes(change: UInt8) throws {
    let bytes = try Self.small()
    let right = Set(try Self.everything(bytes).values)
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= change
      guard let contents = try? Self.everything(wrong) else { continue }
      #expect(contents.count == 5, "byte \(place)")
      #expect(Set(contents.values) == right, "byte \(place)")
    }
  }

  @Test("OPS-04 random bytes behind a good start never trap", arguments: 0..<300 as Range<UInt64>)
  func noise(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try Self.small()
    for _ in 0..<Int.random(in: 2...40, using: &generator) {
      bytes[bytes.indices.randomElement(using: &generator) ?? 0] =
        [0, 1, 0x7f, 0x80, 0xff, 0x50]
        .randomElement(using: &generator) ?? 0
    }
    let right = Set(try Self.everything(try Self.small()).values)
    if let contents = try? Self.everything(bytes) { #expect(Set(contents.values).isSubset(of: right)) }
  }

  @Test("A wrong check sum is an error, and the last bytes are not given out before it is known")
  func checkSums() throws {
    var entry = ArchiveBuilder.Entry("a.txt", "content")
    entry.checkSum ^= 1
    let archive = try opened(ArchiveBuilder([entry]).bytes())
    let error = #expect(throws: FileError.self) { try archive.bytes(archive.entries[0], atMost: 100) }
    #expect(error?.code == .damaged)
    let stream = try archive.stream(archive.entries[0])
    let again = #expect(throws: FileError.self) { try readAll(stream, by: 7) }
    #expect(again?.code == .damaged)
    #expect(throws: FileError.self, "it stays an error") { try readAll(stream, by: 7) }
  }

  @Test("Content that is longer or shorter than the directory says is an error")
  func sizes() throws {
    let content = Array(String(repeating: "x", count: 5000).utf8)
    let packed = try #require(try packed(content))
    for (claim, code) in [(4999, FileError.Code.hostile), (5001, .damaged), (0, .hostile), (9000, .damaged)] {
      var entry = ArchiveBuilder.Entry("a", packed: packed, of: content)
      entry.size = claim
      let archive = try opened(ArchiveBuilder([entry]).bytes())
      let whole = #expect(throws: FileError.self) { try archive.bytes(archive.entries[0], atMost: 10_000) }
      let streamed = #expect(throws: FileError.self) {
        try readAll(try archive.stream(archive.entries[0]), by: 999)
      }
      #expect(whole?.code == code, "whole, \(claim)")
      #expect(streamed?.code == code, "streamed, \(claim)")
    }
  }

  @Test("Packed bytes that are left over, missing or no deflate are errors")
  func packedBytes() throws {
    let content = Array(String(repeating: "考务", count: 500).utf8)
    let packed = try #require(try packed(content))
    for wrong in [packed + [0], Array(packed.dropLast()), [], [0x07, 0xff, 0xff], packed.map { $0 ^ 0x55 }] {
      let archive = try opened(ArchiveBuilder([.init("a", packed: wrong, of: content)]).bytes())
      let whole = #expect(throws: FileError.self) { try archive.bytes(archive.entries[0], atMost: 10_000) }
      let streamed = #expect(throws: FileError.self) {
        try readAll(try archive.stream(archive.entries[0]), by: 100)
      }
      #expect(whole?.code == .damaged)
      #expect(streamed?.code == .damaged)
    }
  }

  /// The deflated form of a content, taken out of an archive.
  private func packed(_ content: [UInt8]) throws -> [UInt8]? {
    let bytes = try written { writer in try writer.add("a", bytes: content) }
    let size = try opened(bytes).entries.first?.compressedSize
    return size.map { Array(bytes[31..<31 + $0]) }
  }
}
