import ImageFormat
import Operations
import Storage
import Synchronization
import Tabular
import Testing

@testable import Imports

/// How pictures come from the file into the store.
@Suite struct PictureStoringTests {
  @Test(
    "PHO-05 of many pictures each candidate gets the own one, as it was cleaned", arguments: [false, true])
  func many(overrides: Bool) async throws {
    let candidates = Candidate.some(43)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    if overrides {
      let old = try PhotoFile.jpeg(seed: 99)
      _ = try await fixture.importPhotos(candidates.map { ("\($0.id).jpg", old) })
    }
    // One picture is everybody's from the fortieth on: it is stored once.
    let jpegs = try candidates.indices.map { try PhotoFile.jpeg(seed: UInt64(min($0, 40)) + 1) }
    let note: [UInt8] = [0xFF, 0xFE, 0, 6] + Array("note".utf8)
    let result = try await fixture.importPhotos(
      zip(candidates, jpegs).map { ("\($0.id).jpg", [0xFF, 0xD8] + note + $1.dropFirst(2)) },
      overrides: overrides)
    #expect(result.marks.isEmpty)
    let stored = try await fixture.database.read { session in
      try session.all(
        """
        SELECT p.document_number, c.content FROM photo p
        JOIN picture c ON c.sitting = p.sitting AND c.site = p.site AND c.sha256 = p.sha256
        """
      ) { (number: $0.text(0), content: $0.bytes(1)) }
    }
    let contents = Dictionary(uniqueKeysWithValues: stored.map { ($0.number, $0.content) })
    #expect(candidates.map { contents[$0.id] } == jpegs)
    #expect(try await fixture.count("SELECT count(*) FROM picture WHERE replaced = 0") == 41)
  }

  /// Gives another picture the second time.
  private final class ChangingSource: PictureSource {
    private let readings = Mutex(0)
    private let pictures: [[UInt8]]

    init(_ pictures: [[UInt8]]) { self.pictures = pictures }

    func picture(_ number: Int) -> [UInt8]? {
      readings.withLock { count in
        defer { count += 1 }
        return pictures[min(count, pictures.count - 1)]
      }
    }
  }

  /// Hands pictures on as they are.
  private struct PlainChecker: PictureChecker {
    struct Reader: PictureReader {
      func read(_ picture: [UInt8]) -> PictureReading { PictureReading() }
    }
    func makeReader() -> any PictureReader { Reader() }
    func cleaned(_ picture: [UInt8]) -> [UInt8]? { picture }
  }

  @Test("PHO-05 a picture that is not the one that was checked is not stored")
  func changed() throws {
    // SHA-256 of "abc".
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let (same, other) = (Array("abc".utf8), Array("abd".utf8))
    let pictures = ImportedPictures(ChangingSource([same, other]), checker: PlainChecker())
    #expect(try pictures.cleaned(1, sha256: digest) == same)
    let error = #expect(throws: FileError.self) { try pictures.cleaned(1, sha256: digest) }
    #expect(error?.code == .damaged)
  }

  @Test("Pictures come in order, for every count; one that fails is told in its place", arguments: 0...40)
  func feed(count: Int) throws {
    let whole = PictureFeed(count: count) { place throws(FileError) in [UInt8(place)] }
    for place in 0..<count { #expect(try whole.next() == [UInt8(place)]) }
    guard count > 0 else { return }
    let bad = count / 2
    let broken = PictureFeed(count: count) { place throws(FileError) in
      if place == bad { throw FileError(.damaged, zh: "坏", en: "bad") }
      return []
    }
    #expect(throws: FileError.self) { for _ in 0...bad { _ = try broken.next() } }
  }
}
