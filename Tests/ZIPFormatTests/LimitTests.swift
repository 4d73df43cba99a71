import Tabular
import TestKit
import Testing
import ZIPFormat

@Suite("Limits")
struct LimitTests {
  static let three = ArchiveBuilder((1...3).map { .init("\($0)", [UInt8](repeating: 7, count: 100)) }).bytes()

  func limits(_ change: (inout ZIPLimits) -> Void) -> ZIPLimits {
    var limits = ZIPLimits.tests
    change(&limits)
    return limits
  }

  @Test("Each limit is the last value that is allowed")
  func bounds() throws {
    let fitting = limits {
      $0.archiveBytes = Self.three.count
      $0.entries = 3
      $0.unpackedTotal = 300
      $0.nameBytes = 1
    }
    #expect(try opened(Self.three, limits: fitting).entries.count == 3)
    expectRefused(Self.three, .tooLarge, limits: limits { $0.archiveBytes = Self.three.count - 1 })
    expectRefused(Self.three, .tooLarge, limits: limits { $0.entries = 2 })
    expectRefused(Self.three, .tooLarge, limits: limits { $0.unpackedTotal = 299 })
    expectRefused(Self.three, .tooLarge, limits: limits { $0.nameBytes = 0 })
  }

  @Test("A number of entries that the file could not hold is refused before anything is reserved for it")
  func claimedEntries() {
    var archive = ArchiveBuilder([.init("a", "1")])
    archive.end64 = .init()
    archive.end64?.entries = 60_000
    expectRefused(archive.bytes(), .damaged)
    archive.end64?.entries = 1 << 40
    expectRefused(archive.bytes(), .tooLarge)
    archive.end64?.entries = -1
    expectRefused(archive.bytes(), .hostile)
  }

  @Test("PHO-07 a bomb is refused when the archive is opened, before anything is unpacked")
  func entryBomb() throws {
    let bomb = try written { writer in
      try writer.add("bomb", bytes: [UInt8](repeating: 0, count: 5 << 20))
    }
    expectRefused(bomb, .hostile)
    #expect(try opened(bomb, limits: limits { $0.entryRatio = 1032 }).entries.count == 1)
    let small = try written { writer in try writer.add("small", bytes: [UInt8](repeating: 0, count: 4 << 20))
    }
    #expect(try opened(small).entries.count == 1)
  }

  @Test("PHO-07 many small entries that together are a bomb are refused")
  func totalBomb() throws {
    let part = [UInt8](repeating: 0, count: 1 << 20)
    func archive(_ count: Int) throws -> [UInt8] {
      try written { writer in
        for index in 0..<count { try writer.add("\(index)", bytes: part) }
      }
    }
    #expect(try opened(archive(10)).entries.count == 10)
    expectRefused(try archive(11), .hostile)
  }

  @Test("Sizes that overflow when they are added up are refused")
  func overflow() {
    var entries = (1...3).map { ArchiveBuilder.Entry("\($0)", packed: [3, 0], of: []) }
    for index in entries.indices {
      entries[index].is64 = true
      entries[index].size = .max
    }
    expectRefused(ArchiveBuilder(entries).bytes(), .tooLarge)
    entries[0].packedSize = .max
    expectRefused(ArchiveBuilder(entries).bytes(), .tooLarge)
    entries[0].size = -1
    expectRefused(ArchiveBuilder(entries).bytes(), .damaged)
  }

  @Test("An entry larger than the caller takes is refused before it is unpacked")
  func atMost() throws {
    let archive = try opened(Self.three)
    let error = #expect(throws: FileError.self) { try archive.bytes(archive.entries[0], atMost: 99) }
    #expect(error?.code == .tooLarge)
    #expect(try archive.bytes(archive.entries[0], atMost: 100).count == 100)
  }

  @Test("No installation may allow less strict names or sizes than the most")
  func presets() {
    for (usual, most) in [
      (ZIPLimits.workbook, ZIPLimits.workbookMost), (.registration, .registrationMost),
      (.photos, .photosMost),
    ] {
      #expect(usual.entries < most.entries)
      #expect(usual.unpackedTotal < most.unpackedTotal)
      #expect(usual.archiveBytes < most.archiveBytes)
      #expect((usual.entryRatio, usual.totalRatio) == (250, 100))
      #expect((most.entryRatio, most.totalRatio) == (1032, 250))
    }
  }
}
