import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing
import TestKit
import ZIPFormat

/// Photo ZIPs, honest and hostile.
@Suite struct PhotoArchiveTests {
  @Test("PHO-07 folders are allowed, with names in GBK without a flag or in UTF-8; litter is not counted")
  func folders() async throws {
    let candidates = Candidate.some(4)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let jpeg = try PhotoFile.jpeg()
    // 照片 in GBK, and 誠, whose second byte is a backslash.
    let folders: [[UInt8]] = [
      [0xD5, 0xD5, 0xC6, 0xAC, 0x2F], [0xD5, 0x5C, 0x2F], Array("补拍/二班/".utf8), [],
    ]
    var archive = ArchiveBuilder([
      .init(name: folders[0], []), .init("__MACOSX/._x.jpg", [1]), .init("Thumbs.db", [2]),
      .init("补拍/.DS_Store", [3]),
    ])
    for (candidate, folder) in zip(candidates, folders) {
      archive.entries.append(.init(name: folder + Array("\(candidate.id).jpg".utf8), jpeg))
    }
    let result = try await fixture.importPhotoArchive(archive.bytes())
    #expect(result.marks.isEmpty)
    #expect(result.tally == [4, 4, 0, 0, 0, 0])
    #expect(try await fixture.stored().values.allSatisfy(\.hasPhoto))
  }

  @Test("PHO-07 two entries for one ID are both errors, naming each other by their place among all entries")
  func twins() async throws {
    let candidates = Candidate.some(2)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let jpeg = try PhotoFile.jpeg()
    let result = try await fixture.importPhotos([
      ("一班/", []), ("一班/\(candidates[0].id).jpg", jpeg), ("一班/\(candidates[1].id).jpg", jpeg),
      ("二班/\(candidates[0].id).jpeg", jpeg),
    ])
    #expect(result.marks == ["2 照片文件名 PHO-07", "4 照片文件名 PHO-07"])
    #expect(result.findings[0].message.contains("第 4 个") && result.findings[1].message.contains("第 2 个"))
    #expect(try await fixture.stored().values.filter(\.hasPhoto).map(\.id) == [candidates[1].id])
  }

  /// An archive that must be refused whole.
  struct Hostile: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Made from a good picture's name and bytes.
    var make: @Sendable (_ name: String, _ jpeg: [UInt8]) throws -> [UInt8]

    static let all = [
      Hostile(testDescription: "path upwards") { name, jpeg in archive("../\(name)", jpeg) },
      Hostile(testDescription: "path upwards inside") { name, jpeg in archive("a/../../\(name)", jpeg) },
      Hostile(testDescription: "path with backslashes upwards") { name, jpeg in archive("..\\\(name)", jpeg)
      },
      Hostile(testDescription: "absolute path") { name, jpeg in archive("/tmp/\(name)", jpeg) },
      Hostile(testDescription: "drive") { name, jpeg in archive("C:\\\(name)", jpeg) },
      Hostile(testDescription: "symbolic link") { name, jpeg in
        archive(name, Array("/etc/passwd".utf8)) { $0.entries[0].attributes = 0o120777 << 16 }
      },
      Hostile(testDescription: "the same name twice") { name, jpeg in
        archive(name, jpeg) { $0.entries.append($0.entries[0]) }
      },
      Hostile(testDescription: "an archive inside") { name, jpeg in
        archive("inner.zip", ArchiveBuilder([.init(name, jpeg)]).bytes())
      },
      Hostile(testDescription: "an archive that is called .jpg") { name, jpeg in
        archive(name, ArchiveBuilder([.init("x.jpg", jpeg)]).bytes())
      },
      Hostile(testDescription: "bomb") { name, _ in
        try ZIPWriter.bytes { writer throws(FileError) in
          try writer.add(name, bytes: [UInt8](repeating: 0, count: 12 << 20))
        }
      },
      Hostile(testDescription: "the local header says otherwise") { name, jpeg in
        archive(name, jpeg) { $0.entries[0].local.name = Array("x\(name)".utf8) }
      },
    ]

    private static func archive(
      _ path: String, _ bytes: [UInt8], _ change: (inout ArchiveBuilder) -> Void = { _ in }
    ) -> [UInt8] {
      var archive = ArchiveBuilder([.init(path, bytes)])
      change(&archive)
      return archive.bytes()
    }
  }

  @Test(
    "PHO-07 OPS-04 path tricks, links, nested archives and bombs refuse the archive", arguments: Hostile.all)
  func hostile(_ hostile: Hostile) async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let path = try fixture.folder.file(
      "photos.zip", try hostile.make("\(candidates[0].id).jpg", try PhotoFile.jpeg()))
    let before = try await fixture.dump()
    let files = try fixture.files()
    let error = try await fixture.fileError("photos", path)
    #expect([.hostile, .damaged].contains(error.code), "\(error)")
    #expect(try await fixture.dump() == before)
    #expect(try fixture.files() == files)
    #expect(try await fixture.jobs().first?.state == .failed)
  }

  @Test("PHO-07 an archive inside is what is said, though an entry before it is damaged")
  func nestedBehindDamage() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let jpeg = try PhotoFile.jpeg()
    var bytes = ArchiveBuilder([
      .init("\(candidates[0].id).jpg", jpeg),
      .init("\(candidates[1].id).jpg", ArchiveBuilder([.init("x.jpg", jpeg)]).bytes()),
    ]).bytes()
    bytes[jpeg.count / 2] ^= 1
    let error = try await fixture.fileError("photos", try fixture.folder.file("photos.zip", bytes))
    #expect(error.code == .hostile && error.place?.hasSuffix("\(candidates[1].id).jpg") == true)
  }

  @Test("PHO-07 OPS-04 what is no ZIP of photos is named as what it is")
  func wrongKind() async throws {
    let fixture = try await OfficeFixture()
    let jpeg = try fixture.folder.file("one.zip", try PhotoFile.jpeg())
    #expect(try await fixture.fileError("photos", jpeg).code == .wrongKind)
    let book = fixture.newPath(".zip")
    try SheetFile.registrations(Candidate.some(1)).write(to: book)
    #expect(try await fixture.fileError("photos", book).code == .wrongKind)
  }
}
