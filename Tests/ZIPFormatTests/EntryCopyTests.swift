import Synchronization
import Tabular
import Testing

@testable import ZIPFormat

@Suite("Entries that are copied from archive to archive")
struct EntryCopyTests {
  private let texts = ["a.txt": "甲", "b/中文.txt": String(repeating: "乙丙丁", count: 90_000), "c/": "", "d": ""]

  private func archive() throws -> ZIPArchive {
    try ZIPArchive(MemorySource(bytes()), limits: .workbook, name: "a.zip")
  }

  private func bytes() throws -> [UInt8] {
    try ZIPWriter.bytes { zip throws(FileError) in
      for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
        try zip.add(path, bytes: Array(text.utf8), compression: path == "a.txt" ? .stored : .standard)
      }
    }
  }

  @Test("a copied entry has the same packed bytes, and unpacks to the same content")
  func same() throws {
    let original = try archive()
    let bytes = try ZIPWriter.bytes { zip throws(FileError) in
      try zip.add("first", bytes: [1, 2, 3])
      for entry in original.entries { try zip.copy(entry, from: original) }
    }
    let copy = try ZIPArchive(MemorySource(bytes), limits: .workbook, name: "b.zip")
    #expect(copy.entries.map(\.path) == ["first"] + original.entries.map(\.path))
    for entry in original.entries {
      let copied = try #require(copy.entry(entry.path))
      #expect(copied.compressedSize == entry.compressedSize && copied.method == entry.method)
      #expect(try copy.bytes(copied, atMost: 1 << 20) == Array((texts[entry.path] ?? "").utf8))
    }
  }

  @Test("an entry whose bytes end too soon is an error; a path that was used is refused")
  func refused() throws {
    let original = try archive()
    let entry = try #require(original.entry("a.txt"))
    let zip = ZIPWriter(CollectingSink())
    try zip.copy(entry, from: original)
    #expect(throws: FileError.self) { try zip.copy(entry, from: original) }
    let source = ShrinkingSource(try bytes())
    let shrinking = try ZIPArchive(source, limits: .workbook, name: "a.zip")
    source.shrink(to: entry.dataOffset + 1)
    #expect(throws: FileError.self) { try ZIPWriter(CollectingSink()).copy(entry, from: shrinking) }
  }
}

/// A file that somebody cuts off while it is read.
private final class ShrinkingSource: ByteSource {
  private let bytes: Mutex<[UInt8]>
  let count: Int

  init(_ bytes: [UInt8]) {
    self.bytes = Mutex(bytes)
    count = bytes.count
  }

  func shrink(to count: Int) { bytes.withLock { $0.removeSubrange(count...) } }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    try MemorySource(bytes.withLock { $0 }).read(at: offset, into: buffer)
  }
}
