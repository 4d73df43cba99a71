import Exports
import Files
import Foundation
import Imports
import Operations
import Tabular
import Testing
import ZIPFormat

@Suite struct PackageCheckTests {
  @Test(
    "DOC-01 every kind of package has a signed manifest that says what it is, in a ZIP as its last two entries",
    arguments: ExportKinds.all.map { $0.name })
  func everyKind(kind: String) async throws {
    let scene = try await PackageScene()
    let item = try await scene.make(kind)
    let check = try await scene.check(item)
    #expect(check.marks == [])
    let manifest = try #require(check.manifest)
    #expect(manifest.kind == kind && manifest.sitting == "ncre-58" && manifest.site == "990701")
    #expect(manifest.madeAt == item.madeAt && manifest.by == "root" && manifest.records == item.records)
    #expect(manifest.program == "kaowu" && !manifest.files.isEmpty)
    guard item.path.hasSuffix(".zip") else {
      #expect(manifest.files == [.init(path: item.package, bytes: item.bytes, sha256: item.sha256)])
      return
    }
    let archive = try ZIPArchive(FileSource(path: item.path), limits: .photos, name: "package")
    #expect(archive.entries.map(\.path) == manifest.files.map(\.path) + ["manifest.json", "manifest.sig"])
  }

  @Test("DOC-01 what is missing, added or changed in a package is named")
  func differences() async throws {
    let scene = try await PackageScene()
    let item = try await scene.make("photo-package")
    let first = "990701/1458990701010011.jpg"
    let missing = try scene.copy(item.path) { $0.removeAll { $0.path == first } }
    #expect(try await scene.check(item, path: missing).marks == ["missing \(first)"])
    let added = try scene.copy(item.path) { $0.insert(("990701/假.jpg", [1]), at: 1) }
    #expect(try await scene.check(item, path: added).marks == ["added 990701/假.jpg"])
    let changed = try scene.copy(item.path) { $0[1].bytes[2] ^= 1 }
    #expect(try await scene.check(item, path: changed).marks == ["changed \(first)"])
    let longer = try scene.copy(item.path) { $0[1].bytes.append(0) }
    #expect(try await scene.check(item, path: longer).marks == ["changed \(first)"])
    let renamed = try scene.copy(item.path) { $0[1].path = "990701/b.jpg" }
    #expect(try await scene.check(item, path: renamed).marks == ["missing \(first)", "added 990701/b.jpg"])
    #expect(try await scene.check(item, path: scene.copy(item.path) { $0.reverse() }).marks == [])
  }

  @Test("DOC-01 a manifest that was changed, or whose signature was, is not believed")
  func signature() async throws {
    let scene = try await PackageScene()
    let item = try await scene.make("machine-test")
    let edits: [(inout [(path: String, bytes: [UInt8])]) -> Void] = [
      { $0[1].bytes.append(0x20) }, { $0[2].bytes[5] ^= 1 }, { $0[2].bytes = [] }, { $0.removeLast() },
    ]
    for edit in edits {
      let check = try await scene.check(item, path: try scene.copy(item.path, edit))
      #expect(check.marks == ["signature manifest.json"])
      #expect(check.manifest == nil)
    }
  }

  @Test("DOC-01 another store's package is told from a changed one")
  func otherKey() async throws {
    let (scene, other) = (try await PackageScene(), try await PackageScene())
    let item = try await scene.make("machine-test")
    let check = try PackageCheck(path: item.path, key: try await other.store.office().packageKey())
    #expect(check.marks == ["otherKey manifest.json"])
  }

  @Test("DOC-01 a package that is one file is checked by the manifest beside it")
  func oneFile() async throws {
    let scene = try await PackageScene()
    let item = try await scene.make("scores")
    let key = try await scene.store.office().packageKey()
    #expect(throws: FileError.self) { try PackageCheck(path: item.path, key: key) }
    try await scene.store.office().writeManifest(of: item.id, to: item.path + ".manifest.json")
    #expect(try PackageCheck(path: item.path, key: key).marks == [])
    var bytes = try Data(contentsOf: URL(filePath: item.path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: item.path))
    #expect(try PackageCheck(path: item.path, key: key).marks == ["changed \(item.package)"])
  }

  @Test(
    "OPS-04 a hostile or damaged package, and one without a manifest, is refused before anything is read of it"
  )
  func hostile() async throws {
    let scene = try await PackageScene()
    let item = try await scene.make("machine-test")
    let bare = try scene.copy(item.path) { $0.removeLast(2) }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: item.path)))
    let cut = try scene.store.folder.file("cut.zip", Array(bytes.dropLast(9)))
    let prefixed = try scene.store.folder.file("prefixed.zip", [0x23, 0x21] + bytes)
    var doubled = bytes
    // The directory's second name becomes the first one's: manifest.json → two entries of one name.
    doubled = Self.replacing("manifest.sig", with: "990701.DBF\0\0", in: doubled)
    let renamed = try scene.store.folder.file("renamed.zip", doubled)
    for path in [bare, cut, prefixed, renamed] {
      await #expect(throws: FileError.self, "\(path)") { _ = try await scene.check(item, path: path) }
    }
  }

  private static func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    for start in 0...(bytes.count - old.count) where bytes[start..<(start + old.count)].elementsEqual(old) {
      bytes.replaceSubrange(start..<(start + old.count), with: new)
    }
    return bytes
  }

  @Test("DOC-01 the photos of a photo package can be imported: its manifest is taken for no picture")
  func importedAgain() async throws {
    let fixture = try await OfficeFixture()
    let candidate = Candidate(1)
    #expect(try await fixture.register([candidate]).rows.created == 1)
    let photos = try ZIPWriter.bytes { writer throws(FileError) in
      try writer.add("manifest.json", bytes: Array("{}".utf8))
      try writer.add("manifest.sig", bytes: [1])
    }
    let path = try fixture.folder.file("own.zip", photos)
    let result = try await fixture.importing("photos", path)
    #expect(result.rows.read == 0 && result.findings.allSatisfy { $0.rule != "PHO-01" })
  }
}
