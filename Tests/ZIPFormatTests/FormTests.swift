import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Forms that honest archivers write")
struct FormTests {
  static let content = Array("content".utf8)

  @Test(
    "Sizes behind the bytes are read in all four forms", arguments: ArchiveBuilder.Entry.Descriptor.allCases)
  func descriptors(form: ArchiveBuilder.Entry.Descriptor) throws {
    guard form != .none else { return }
    let entries: [ArchiveBuilder.Entry] = [
      .init("a", Self.content).described(form), .init("b", []).described(form),
      .init("c", "last").described(form),
    ]
    let archive = try opened(ArchiveBuilder(entries).bytes())
    #expect(try archive.bytes(archive.entries[0], atMost: 10) == Self.content)
    #expect(try archive.bytes(archive.entries[2], atMost: 10) == Array("last".utf8))
  }

  @Test("Sizes behind the bytes that differ from the directory, or are not there, are refused")
  func wrongDescriptors() {
    var entry = ArchiveBuilder.Entry("a", Self.content).described(.none)
    expectRefused(ArchiveBuilder([entry]).bytes(), .hostile)
    entry.packed += [0x50, 0x4b, 7, 8, 1, 1, 1, 1, 7, 0, 0, 0, 7, 0, 0, 0]
    expectRefused(ArchiveBuilder([entry]).bytes(), .hostile)
  }

  @Test("A header before a descriptor may be zero, but not another number")
  func headerBeforeDescriptor() throws {
    var entry = ArchiveBuilder.Entry("a", Self.content).described(.signed)
    entry.local.size = Self.content.count
    #expect(try opened(ArchiveBuilder([entry]).bytes()).entries.count == 1)
    for wrong in [(5, 0, 0), (0, 5, 0), (0, 0, 5)] {
      (entry.local.size, entry.local.packedSize, entry.local.checkSum) = wrong
      expectRefused(ArchiveBuilder([entry]).bytes(), .hostile)
    }
  }

  @Test(
    "zip64 is read, however small the archive, with and without numbers in the plain record",
    arguments: [true, false])
  func zip64(hides: Bool) throws {
    var archive = ArchiveBuilder([.init("a", Self.content), .init("b", "2")])
    archive.entries[0].is64 = true
    archive.end64 = .init()
    archive.end64?.hidesPlainNumbers = hides
    let read = try opened(archive.bytes())
    #expect(try read.bytes(read.entries[0], atMost: 10) == Self.content)
    #expect(try read.bytes(read.entries[1], atMost: 10) == Array("2".utf8))
  }

  @Test("A zip64 locator or record that does not agree is refused")
  func zip64Lies() {
    func changed(_ change: (inout ArchiveBuilder.End64) -> Void) -> [UInt8] {
      var archive = ArchiveBuilder([.init("a", Self.content)])
      var end64 = ArchiveBuilder.End64()
      change(&end64)
      archive.end64 = end64
      return archive.bytes()
    }
    expectRefused(changed { $0.locatedAt = 0 }, .hostile)
    expectRefused(changed { $0.locatedAt = 1 << 40 }, .hostile)
    expectRefused(changed { $0.locatedAt = -1 }, .hostile)
    expectRefused(changed { $0.length = 45 }, .hostile)
    expectRefused(changed { $0.length = -1 }, .hostile)
    expectRefused(changed { $0.entries = 0 }, .damaged)
    expectRefused(changed { $0.directorySize = 1 }, .damaged)
    expectRefused(changed { $0.directoryOffset = 1 }, .hostile)
    expectRefused(
      changed {
        $0.hidesPlainNumbers = false
        $0.entries = 2
      }, .hostile)
  }

  @Test("zip64 fields that are missing, doubled or differ from the local header are refused")
  func zip64Fields() {
    var entry = ArchiveBuilder.Entry("a", Self.content)
    entry.size = 0xffff_ffff
    entry.packedSize = 0xffff_ffff
    expectRefused(ArchiveBuilder([entry]).bytes(), .damaged)
    entry = .init("a", Self.content)
    entry.is64 = true
    entry.extra = [1, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    expectRefused(ArchiveBuilder([entry]).bytes(), .damaged)
    entry.extra = []
    entry.local.size = 8
    expectRefused(ArchiveBuilder([entry]).bytes(), .hostile)
  }

  @Test("Other extra fields, comments and padding are passed over")
  func extras() throws {
    var entry = ArchiveBuilder.Entry("a", Self.content)
    entry.extra = [0x55, 0x54, 1, 0, 9, 0, 0]
    entry.local.extra = [UInt8](repeating: 0, count: 300)
    entry.comment = Array("备注".utf8)
    let archive = try opened(ArchiveBuilder([entry]).bytes())
    #expect(try archive.bytes(archive.entries[0], atMost: 10) == Self.content)
  }

  @Test("A directory with more or less in it than its entries is damaged")
  func directorySizes() {
    var archive = ArchiveBuilder([.init("a", "1"), .init("b", "2")])
    archive.end.entries = 1
    expectRefused(archive.bytes(), .damaged)
    archive.end.entries = 3
    expectRefused(archive.bytes(), .damaged)
    archive.end = .init()
    archive.end.directoryOffset = 5
    expectRefused(archive.bytes(), .hostile)
  }
}
