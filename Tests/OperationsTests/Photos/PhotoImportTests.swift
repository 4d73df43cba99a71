import Exports
import Files
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Which photos are taken, and which are reported.
@Suite struct PhotoImportTests {
  /// A store with candidates registered at 990701.
  private func fixture(_ candidates: [Candidate]) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    return fixture
  }

  @Test("PHO-01 a name must be the identity number exactly; a near one is offered the right name")
  func names() async throws {
    let candidates = Candidate.some(5)
    #expect(candidates[2].id.hasSuffix("X"))
    let fixture = try await fixture(candidates)
    var wide = String.UnicodeScalarView()
    for scalar in candidates[1].id.unicodeScalars {
      wide.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
    }
    let names = [
      candidates[0].id, String(wide), candidates[2].id.lowercased(), " " + candidates[3].id,
      candidates[4].id + "\u{A0}",
    ]
    let jpeg = try PhotoFile.jpeg()
    let result = try await fixture.importPhotos(names.map { ("\($0).jpg", jpeg) })
    #expect(result.marks == (2...5).map { "\($0) 照片文件名 PHO-01" })
    #expect(result.findings.map(\.suggestion) == candidates[1...].map(\.id))
    #expect(result.state == "done" && result.tally == [5, 1, 0, 0, 0, 4])
    #expect(try await fixture.stored(candidates[0].id)?.hasPhoto == true)
    #expect(try await fixture.stored().values.count { $0.hasPhoto } == 1)
  }

  @Test("PHO-02 OPS-07 good photos are taken, bad ones are reported, none blocks the others")
  func oneByOne() async throws {
    let candidates = Candidate.some(5)
    let fixture = try await fixture(candidates)
    let jpeg = try PhotoFile.jpeg()
    let bad = [1: [UInt8](), 3: Array("no picture at all, but text".utf8)]
    let photos = candidates.enumerated().map { (path: "\($1.id).jpg", bytes: bad[$0] ?? jpeg) }
    let result = try await fixture.importPhotos(photos)
    #expect(result.marks == ["2 照片文件名 PHO-05", "4 照片文件名 PHO-05"])
    #expect(result.state == "done" && result.tally == [5, 3, 0, 0, 0, 2])
    let stored = try await fixture.stored()
    #expect(candidates.map { stored[$0.id]?.hasPhoto } == [true, false, true, false, true])
    #expect(try await fixture.count("SELECT count(*) FROM photo") == 3)
  }

  @Test("PHO-03 the registration must exist here, collective or individual alike")
  func registered() async throws {
    let candidates = Candidate.some(4)
    let fixture = try await fixture(Array(candidates[..<2]))
    _ = try await fixture.register([candidates[2]], site: "990703")
    try await fixture.execute(
      "UPDATE registration SET method = 'individual' WHERE document_number = $1", [.text(candidates[1].id)])
    let jpeg = try PhotoFile.jpeg()
    let result = try await fixture.importPhotos(candidates.map { ("\($0.id).jpg", jpeg) })
    #expect(result.marks == ["3 照片文件名 PHO-03", "4 照片文件名 PHO-03"])
    #expect(try await fixture.stored(candidates[1].id)?.hasPhoto == true)
    #expect(try await fixture.stored(candidates[2].id)?.hasPhoto == false)
  }

  /// One state of a registration before a photo comes.
  struct State {
    let hasPhoto, isLocked, isSamePhoto: Bool

    static let all = (0..<8).map {
      State(hasPhoto: $0 & 1 != 0, isLocked: $0 & 2 != 0, isSamePhoto: $0 & 4 != 0)
    }

    func mark(overrides: Bool) -> [String] {
      if !overrides { return hasPhoto ? ["照片文件名 PHO-04"] : [] }
      return isLocked && !(hasPhoto && isSamePhoto) ? ["照片文件名 PHO-04"] : []
    }
  }

  @Test(
    "PHO-04 OPS-07.exists photos that are there, locked or not, with and without override",
    arguments: [false, true])
  func existing(overrides: Bool) async throws {
    let candidates = Candidate.some(State.all.count)
    let fixture = try await fixture(candidates)
    let (old, new) = (try PhotoFile.jpeg(seed: 1), try PhotoFile.jpeg(seed: 2))
    let pairs = Array(zip(candidates, State.all))
    _ = try await fixture.importPhotos(pairs.filter { $1.hasPhoto }.map { ("\($0.0.id).jpg", old) })
    try await fixture.setLock(true, ids: pairs.filter { $1.isLocked }.map(\.0.id))

    let before = try await fixture.photoHashes()
    let result = try await fixture.importPhotos(
      pairs.map { ("\($0.id).jpg", $1.isSamePhoto ? old : new) }, overrides: overrides)
    let after = try await fixture.photoHashes()
    for (index, (candidate, state)) in pairs.enumerated() {
      let mark = state.mark(overrides: overrides)
      #expect(result.marksByRow[index + 1] ?? [] == mark, "\(state)")
      let isReplaced = mark.isEmpty && !(state.hasPhoto && state.isSamePhoto)
      #expect((after[candidate.id] != before[candidate.id]) == isReplaced, "\(state)")
    }
    #expect(result.rows.isBalanced && result.state == "done")
  }

  @Test("PHO-04 the same photos twice with override are unchanged")
  func unchanged() async throws {
    let candidates = Candidate.some(2)
    let fixture = try await fixture(candidates)
    let photos = try candidates.map { (path: "\($0.id).jpg", bytes: try PhotoFile.jpeg()) }
    _ = try await fixture.importPhotos(photos)
    let before = try await fixture.dump()
    #expect(try await fixture.importPhotos(photos, overrides: true).tally == [2, 0, 0, 2, 0, 0])
    #expect(try await fixture.dump() == before)
  }

  @Test("IDN-06 findings about photos show the last four characters of the name")
  func masking() async throws {
    let fixture = try await fixture([])
    let result = try await fixture.importPhotos([("\(Candidate(0).id).jpg", try PhotoFile.jpeg())])
    #expect(result.findings.map(\.value) == ["…\(Candidate(0).id.suffix(4)).jpg"])
  }
}

extension OfficeFixture {
  /// The stored photos' content hashes by identity number.
  func photoHashes() async throws -> [String: String] {
    try await database.read { session in
      Dictionary(
        uniqueKeysWithValues: try session.all("SELECT document_number, sha256 FROM photo") {
          ($0.text(0), $0.text(1))
        })
    }
  }
}
