import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Trust rules: one broken rule refuses the archive")
struct TrustRuleTests {
  static let honest = ArchiveBuilder([.init("a.txt", "first"), .init("b.txt", "second")])

  /// The honest archive with one thing changed.
  func changed(_ change: (inout ArchiveBuilder) -> Void) -> [UInt8] {
    var archive = Self.honest
    change(&archive)
    return archive.bytes()
  }

  @Test("The archive that the lies start from is read")
  func honestArchive() throws {
    let archive = try opened(Self.honest.bytes())
    #expect(try archive.bytes(archive.entries[1], atMost: 100) == Array("second".utf8))
  }

  @Test(
    "PHO-07 names that are paths to elsewhere, or cannot be shown, are refused",
    arguments: [
      "../evil.jpg", "a/../../b", "a/..", "..", "/etc/passwd", "\\\\server\\share", "C:\\x.jpg", "d:x",
      "..\\x",
      "a//b", "./a", "", "a\u{0}.jpg", "a\n.jpg", "a\u{7f}", "a\u{85}b",
    ])
  func pathTricks(path: String) {
    expectRefused(ArchiveBuilder([.init(path, "x")]).bytes(), .hostile)
  }

  @Test(
    "Names with dots and spaces of their own are no tricks",
    arguments: ["a..b", "...", " a", "a/.b/c.d", "甲·乙"])
  func honestNames(path: String) throws {
    #expect(try opened(ArchiveBuilder([.init(path, "x")]).bytes()).entries.first?.path == path)
  }

  @Test(
    "PHO-07 links, devices, pipes and sockets are refused",
    arguments: [0o120777, 0o020666, 0o060666, 0o010644, 0o140755])
  func links(mode: Int) {
    expectRefused(changed { $0.entries[1].attributes = mode << 16 }, .hostile)
  }

  @Test("A folder with content, or a file that says it is a folder, is refused")
  func folders() {
    expectRefused(ArchiveBuilder([.init("a/", "x")]).bytes(), .hostile)
    expectRefused(changed { $0.entries[0].attributes = 0o040755 << 16 }, .hostile)
  }

  @Test("Encryption is named, in whichever way it is marked", arguments: [1 << 0, 1 << 6, 1 << 13])
  func encryption(flag: Int) {
    expectRefused(changed { $0.entries[1].flags |= flag }, .encrypted)
    expectRefused(changed { $0.entries[1].method = 99 }, .encrypted)
  }

  @Test(
    "A method that is not read is named",
    arguments: [(1, "Shrink"), (9, "Deflate64"), (12, "BZIP2"), (14, "LZMA")])
  func methods(method: Int, name: String) {
    let error = expectRefused(changed { $0.entries[0].method = method }, .unsupported)
    #expect(error?.message(in: .zh).contains(name) == true)
  }

  @Test("Two entries with one name are refused, also where only the encoding differs, or one is a folder")
  func doubledNames() throws {
    expectRefused(ArchiveBuilder([.init("甲", "1"), .init("甲", "2")]).bytes(), .hostile)
    let inGBK = ArchiveBuilder.Entry(name: [0xbc, 0xd7], Array("2".utf8))
    expectRefused(ArchiveBuilder([.init("甲", "1"), inGBK]).bytes(), .hostile)
    expectRefused(ArchiveBuilder([.init("a", "1"), .init("a/", "")]).bytes(), .hostile)
    expectRefused(ArchiveBuilder([.init("a/b", "1"), .init("a\\b", "2")]).bytes(), .hostile)
    #expect(try opened(ArchiveBuilder([.init("a", "1"), .init("A", "2")]).bytes()).entries.count == 2)
  }

  @Test("A local header that says something else than the directory is refused")
  func localHeaders() {
    expectRefused(changed { $0.entries[0].local.name = Array("b.exe".utf8) }, .hostile)
    expectRefused(changed { $0.entries[0].local.name = Array("a".utf8) }, .hostile)
    expectRefused(changed { $0.entries[0].local.method = 8 }, .hostile)
    expectRefused(changed { $0.entries[0].local.flags = 1 << 11 }, .hostile)
    expectRefused(changed { $0.entries[0].local.flags = 1 }, .hostile)
    expectRefused(changed { $0.entries[0].local.size = 4 }, .hostile)
    expectRefused(changed { $0.entries[0].local.packedSize = 4 }, .hostile)
    expectRefused(changed { $0.entries[0].local.checkSum = 1 }, .hostile)
    expectRefused(changed { $0.entries[1].isWritten = false }, .hostile)
  }

  @Test("Entries that share bytes are refused: the same entry twice, or one inside another")
  func overlaps() {
    expectRefused(
      changed {
        $0.entries.append(.init("c.txt", "first"))
        $0.entries[2].isWritten = false
        $0.entries[2].offset = 0
      }, .hostile)
    let inner = ArchiveBuilder([.init("inner", "x")]).bytes()
    let outer = ArchiveBuilder.Entry("outer", inner)
    var alias = ArchiveBuilder.Entry("inner", "x")
    alias.isWritten = false
    alias.offset = 30 + "outer".count
    expectRefused(ArchiveBuilder([outer, alias]).bytes(), .hostile)
  }

  @Test("An entry that reaches into the directory, or lies behind it, is refused")
  func reach() {
    expectRefused(
      changed {
        $0.entries[1].size = 60
        $0.entries[1].packedSize = 60
      }, .hostile)
    expectRefused(changed { $0.entries[1].offset = 1 << 30 }, .hostile)
  }

  @Test("An entry that the directory does not list is refused; padding is not")
  func hiddenEntries() throws {
    expectRefused(changed { $0.entries[1].isListed = false }, .hostile)
    expectRefused(
      changed {
        $0.entries.insert(.init("hidden", "x"), at: 1)
        $0.entries[1].isListed = false
      }, .hostile)
    let padded = changed { $0.entries[1].before = [0, 0, 0, 0, 0] }
    #expect(try opened(padded).entries.count == 2)
  }

  @Test("Something before the archive is refused, whether or not its offsets count it")
  func prefixes() {
    let program: [UInt8] = [0x4d, 0x5a, 0x90, 0x00] + [UInt8](repeating: 0, count: 100)
    expectRefused(changed { $0.prefix = program }, .hostile)
    expectRefused(changed { $0.countedPrefix = program }, .hostile)
    for signature: [UInt8] in [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 7, 8]] {
      expectRefused(changed { $0.countedPrefix = signature + program }, .hostile)
    }
    expectRefused(Self.honest.bytes() + Self.honest.bytes(), .hostile)
  }

  @Test("Several end records are refused: doubled, in the comment, or reaching the end from further in front")
  func severalEnds() {
    let end = Array(Self.honest.bytes().suffix(22))
    expectRefused(Self.honest.bytes() + end, .hostile)
    expectRefused(changed { $0.end.comment = end }, .hostile)
    expectRefused(
      changed { $0.end.comment = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 1, count: 30) }, .hostile)
    var reaching = ArchiveBuilder([.init("x", [])])
    reaching.end.commentLength = 0
    let inner = Array(reaching.bytes().suffix(22))
    var outer = ArchiveBuilder([.init("stored", inner)])
    let rest = outer.bytes().count - 30 - "stored".count - 22
    outer.entries[0] = .init("stored", Array(inner.dropLast(2)) + [UInt8(rest & 255), UInt8(rest >> 8)])
    expectRefused(outer.bytes(), .hostile)
  }

  @Test("A comment is allowed, and so is an archive with nothing in it")
  func comments() throws {
    #expect(try opened(changed { $0.end.comment = Array("由考务系统导出".utf8) }).entries.count == 2)
    #expect(try opened(ArchiveBuilder().bytes()).entries.isEmpty)
  }

  @Test("A volume of a split archive is named as such")
  func volumes() {
    expectRefused(changed { $0.end.disk = 1 }, .unsupported)
    expectRefused(changed { $0.end.directoryDisk = 1 }, .unsupported)
    expectRefused(changed { $0.end.entriesHere = 1 }, .unsupported)
    expectRefused(changed { $0.entries[0].disk = 2 }, .unsupported)
    expectRefused(
      changed {
        $0.end64 = .init(); $0.end64?.disks = 2
      }, .unsupported)
    expectRefused(
      changed {
        $0.end64 = .init(); $0.end64?.disk = 1
      }, .unsupported)
  }
}
