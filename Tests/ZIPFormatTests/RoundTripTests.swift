import Tabular
import TestKit
import Testing

@testable import ZIPFormat

@Suite("Writing and reading back")
struct RoundTripTests {
  /// Content that packs well in some stretches and not at all in others.
  static func content(_ generator: inout SeededGenerator, upTo most: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    let length = Int.random(in: 0...most, using: &generator)
    while bytes.count < length {
      let run = Int.random(in: 1...400, using: &generator)
      if Bool.random(using: &generator) {
        bytes += [UInt8](repeating: .random(in: 0...255, using: &generator), count: run)
      } else {
        bytes += (0..<run).map { _ in .random(in: 0...255, using: &generator) }
      }
    }
    return Array(bytes.prefix(length))
  }

  @Test("Whatever is written is read back, whole and streamed", arguments: 0..<40 as Range<UInt64>)
  func identity(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let contents = (0..<6).map { _ in Self.content(&generator, upTo: 30_000) }
    let bytes = try written { writer in
      for (index, content) in contents.enumerated() {
        let compression: ZIPWriter.Compression = index.isMultiple(of: 2) ? .stored : .deflated(level: index)
        if index < 3 {
          try writer.add("文件/\(index).bin", bytes: content, compression: compression)
        } else {
          try writer.begin("文件/\(index).bin", compression: compression)
          try writer.write(Array(content.prefix(content.count / 3)))
          try writer.write(Array(content.dropFirst(content.count / 3)))
          try writer.endEntry()
        }
      }
    }
    let archive = try opened(bytes)
    #expect(archive.entries.map(\.path) == (0..<6).map { "文件/\($0).bin" })
    for (entry, content) in zip(archive.entries, contents) {
      #expect(try archive.bytes(entry, atMost: content.count) == content)
      #expect(try readAll(try archive.stream(entry), by: 1 << 12) == content)
    }
  }

  @Test("What is packed in blocks is one stream, and the same bytes every time", arguments: 1...9)
  func blocks(level: Int) throws {
    var generator = SeededGenerator(seed: 58)
    let content = Self.content(&generator, upTo: 20_000)
    let total = (5 << 19) + level
    let repeated = (0..<total).map { content[$0 % content.count] }
    func packed() throws -> [UInt8] {
      try written { writer in
        try writer.begin("blocks", compression: .deflated(level: level))
        try writer.write(repeated)
        try writer.endEntry()
      }
    }
    let bytes = try packed()
    #expect(try packed() == bytes)
    let archive = try opened(bytes)
    #expect(try archive.bytes(archive.entries[0], atMost: total) == repeated)
  }

  @Test(
    "A stream goes on behind an opened one, whatever bit that ended on", arguments: 0..<300 as Range<UInt64>)
  func joints(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = (0..<3).map { _ in Self.content(&generator, upTo: seed < 250 ? 60 : 200_000) }
    var stream: [UInt8] = []
    for (index, part) in parts.enumerated() {
      let block = DeflatedBlock(part, level: 1 + Int(seed % 9), isLast: index == 2)
      block.pack()
      stream += try #require(block.wait())
    }
    let content = parts.flatMap { $0 }
    let inflater = try Inflater(place: "")
    var unpacked = [UInt8](repeating: 0, count: content.count + 1)
    let step = stream.withUnsafeBytes { input in
      unpacked.withUnsafeMutableBytes { inflater.inflate(input, into: $0) }
    }
    #expect(inflater.hasEnded && step.consumed == stream.count)
    #expect(Array(unpacked.prefix(step.produced)) == content)
  }

  @Test("Streams give the same bytes for every buffer size", arguments: 1...64)
  func tinyBuffers(size: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let content = Self.content(&generator, upTo: 3000)
    let archive = try opened(
      written { writer in
        try writer.add("stored", bytes: content, compression: .stored)
        try writer.add("deflated", bytes: content)
        try writer.add("nothing", bytes: [])
      })
    #expect(try readAll(try archive.stream(archive.entries[0]), by: size) == content)
    #expect(try readAll(try archive.stream(archive.entries[1]), by: size) == content)
    #expect(try readAll(try archive.stream(archive.entries[2]), by: size) == [])
  }

  @Test("An entry that outgrows what is held back has its sizes behind it", arguments: [true, false])
  func descriptor(mayPass4GiB: Bool) throws {
    var generator = SeededGenerator(seed: 11)
    let content = Self.content(&generator, upTo: 9000) + [1, 2, 3]
    for compression in [ZIPWriter.Compression.stored, .standard] {
      let sink = CollectingSink()
      let writer = ZIPWriter(sink, bounds: .init(held: 100))
      try writer.begin("large.bin", compression: compression, mayPass4GiB: mayPass4GiB)
      for byte in content { try writer.write([byte]) }
      try writer.endEntry()
      try writer.add("small.txt", bytes: [9])
      try writer.finish()
      #expect(sink.bytes[6] & 8 == 8)
      let archive = try opened(sink.bytes)
      #expect(try archive.bytes(archive.entries[0], atMost: 1 << 20) == content)
      #expect(try archive.bytes(archive.entries[1], atMost: 1 << 20) == [9])
    }
  }

  @Test("Numbers that do not fit stand in zip64 records and are read from there")
  func zip64() throws {
    let sink = CollectingSink()
    let writer = ZIPWriter(sink, bounds: .init(size: 3, entries: 2))
    try writer.add("a", bytes: Array("first".utf8))
    try writer.begin("b")
    try writer.write("第二")
    try writer.endEntry()
    try writer.add("c", bytes: [1, 2])
    try writer.finish()
    let archive = try opened(sink.bytes)
    #expect(try archive.bytes(archive.entries[0], atMost: 9) == Array("first".utf8))
    #expect(try archive.bytes(archive.entries[1], atMost: 9) == Array("第二".utf8))
    #expect(try archive.bytes(archive.entries[2], atMost: 9) == [1, 2])
  }

  @Test("65 536 entries need zip64, and are all there")
  func manyEntries() throws {
    let bytes = try written { writer in
      for index in 0..<65_536 { try writer.add("\(index)", bytes: []) }
    }
    let archive = try opened(bytes)
    #expect(archive.entries.count == 65_536)
    #expect(archive.entry("65535")?.index == 65_536)
  }

  @Test("The same calls give the same bytes")
  func reproducible() throws {
    func once() throws -> [UInt8] {
      try written { writer in
        let date = ZIPDate(year: 2025, month: 9, day: 20, hour: 8, minute: 30, second: 58)
        try writer.add("考点/", bytes: [])
        try writer.add("考点/a.txt", bytes: Array("甲乙丙丁甲乙丙丁".utf8), date: date)
        try writer.begin("考点/b.txt", date: date)
        try writer.write("戊己庚辛")
        try writer.endEntry()
      }
    }
    #expect(try once() == once())
  }

  @Test("An archive can be made in memory in one go")
  func inMemory() throws {
    let bytes = try ZIPWriter.bytes { writer throws(FileError) in try writer.add("a", bytes: [1]) }
    #expect(try opened(bytes).entries.count == 1)
  }

  @Test("Folders are folders, and content that does not pack is stored")
  func forms() throws {
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let archive = try opened(
      written { writer in
        try writer.add("照片/", bytes: [])
        try writer.add("照片/a.bin", bytes: noise)
      })
    #expect(archive.entries.map(\.isFolder) == [true, false])
    #expect(archive.entries[1].compressedSize == 500)
    #expect(archive.entries[1].name == "a.bin")
  }

  @Test(
    "The writer refuses the names that the reader refuses",
    arguments: ["", "/a", "../a", "a\\b", "C:a", "a\u{7}"])
  func names(path: String) {
    let error = #expect(throws: FileError.self) {
      try written { writer in try writer.add(path, bytes: []) }
    }
    #expect(error?.code == .hostile)
  }

  @Test("The writer refuses a name that was used before, as a folder too")
  func doubledNames() {
    for second in ["a", "a/"] {
      #expect(throws: FileError.self) {
        try written { writer in
          try writer.add("a", bytes: [])
          try writer.add(second, bytes: [])
        }
      }
    }
  }
}
