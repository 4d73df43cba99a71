import Exports
import Files
import Foundation
import Operations
import Tabular
import Testing

@Suite struct PackageFetchTests {
  @Test("DOC-01 a package is fetched as it was made, and each download is counted")
  func fetch() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("machine-test")
    #expect(made.downloads == 0 && made.file == .present)
    let folder = scene.store.folder.path("下发")
    for count in 1...2 {
      let path = try await scene.store.office("view990701").fetchPackage(made.id, to: folder)
      #expect(path == "\(folder)/\(made.package)")
      #expect(try ContentHash.sha256(of: FileSource(path: path)) == made.sha256)
      #expect(try await scene.item(of: made.path).downloads == count)
    }
  }

  @Test("DOC-01 a package that was changed or moved since is not handed out, nor counted")
  func damaged() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("scores")
    let (folder, url) = (scene.store.folder.path("下发"), URL(filePath: made.path))
    var bytes = try Data(contentsOf: url)
    bytes[40] ^= 1
    try bytes.write(to: url)
    #expect(try await scene.item(of: made.path).file == .present)
    var error = try await #require(throws: FileError.self) {
      try await scene.store.office().fetchPackage(made.id, to: folder)
    }
    #expect(error.code == .damaged)
    try (bytes + [0]).write(to: url)
    #expect(try await scene.item(of: made.path).file == .altered)
    try FileManager.default.removeItem(at: url)
    #expect(try await scene.item(of: made.path).file == .missing)
    error = try await #require(throws: FileError.self) {
      try await scene.store.office().fetchPackage(made.id, to: folder)
    }
    #expect(error.code == .unreadable)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(try await scene.item(of: made.path).downloads == 0)
  }

  @Test("WIN-04 what is downloaded after the exam is fetched within its window only")
  func window() async throws {
    let scene = try await PackageScene()
    let (scores, tests) = (try await scene.make("scores"), try await scene.make("machine-test"))
    let early = scene.store.office(at: "2020-09-20 10:00")
    let folder = scene.store.folder.path("下发")
    let refusal = try await refusal { _ = try await early.fetchPackage(scores.id, to: folder) }
    #expect(refusal.reason == .window && refusal.rule == "WIN-04")
    _ = try await early.fetchPackage(tests.id, to: folder)
  }

  @Test("the store signs with one key, however often and by however many it is asked for")
  func oneKey() async throws {
    let scene = try await PackageScene()
    try await scene.store.execute("DELETE FROM signing_key")
    let offices = (0..<4).map { _ in scene.store.office() }
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for office in offices { group.addTask { try await office.packageKey().fingerprint } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
  }
}
