import Exports
import Files
import Foundation
import Pipeline
import Storage
import Tabular
import TestStores
import Testing

@testable import Operations

/// All samples on an embedded store and on a server, step for step.
@Suite("The same samples on both databases")
struct BothStoresTests {
  @Test("no sample is left out", arguments: SampleWalk.all)
  func complete(walk: SampleWalk) throws {
    #expect(try walk.places == walk.shipped)
  }

  @Test(
    "reports, packages and the trail are the same, byte for byte",
    .enabled(if: TestServer.shared != nil, "there is no server"), arguments: SampleWalk.all)
  func bytes(walk: SampleWalk) async throws {
    let (embedded, server) = (
      try await store(walk, isEmbedded: true), try await store(walk, isEmbedded: false)
    )
    let (mine, theirs) = (try await walk.take(in: embedded), try await walk.take(in: server))
    #expect(mine.count > walk.places.count)
    #expect(mine.keys.sorted() == theirs.keys.sorted())
    let folders = (embedded.folder.url.path, server.folder.url.path)
    for (name, report) in mine {
      let other = theirs[name].map { replacing(folders.1, by: folders.0, in: $0, name) }
      #expect(other == report, "\(name)")
    }

    // A key is made at random; with the same one, signed packages are the same.
    let secret = [UInt8](0..<32)
    for store in [embedded, server] {
      try await store.database.write { session in
        try session.execute("DELETE FROM signing_key")
        try SigningKeyTable.keep(secret, at: 0, session)
      }
    }
    let packages = try await ExportProof(
      embedded.office("root"), server.office("root"), NoProgress()
    ).compare()
    #expect(packages.different == [])
    #expect(packages.same >= 20)

    let heads = try await embedded.database.read { try TrailTable.ends($0) }
    #expect(heads.count > 0)
    #expect(try await server.database.read { try TrailTable.ends($0) } == heads)
  }

  private func store(_ walk: SampleWalk, isEmbedded: Bool) async throws -> OfficeFixture {
    let store = try await OfficeFixture(nil, isEmbedded: isEmbedded)
    #expect(try await store.loadSitting(walk.sittingText()).isLoaded)
    return store
  }

  /// The JSON reports name the other reports by their paths.
  private func replacing(_ path: String, by other: String, in bytes: [UInt8], _ name: String) -> [UInt8] {
    guard name.hasSuffix(".json") else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).replacing(path, with: other).utf8)
  }
}
