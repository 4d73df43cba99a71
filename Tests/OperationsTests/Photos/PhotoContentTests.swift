import Exports
import ImageFormat
import Imports
import Operations
import Storage
import Tabular
import Testing
import ZIPFormat

/// What a picture must be: its content decides, never its name.
@Suite struct PhotoContentTests {
  /// A picture and what must be found of it: the word its message must hold, or nil for a good one.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var path = ".jpg"
    var bytes: [UInt8]
    var word: String?
  }

  private static func cases() throws -> [Case] {
    let jpeg = try PhotoFile.jpeg()
    let png = try PNGEncoder.encode(PhotoFile.picture(width: 144, height: 192))
    return [
      Case(testDescription: "good", bytes: jpeg),
      Case(testDescription: "a JPEG that is called .png", path: ".png", bytes: jpeg),
      Case(testDescription: "a PNG that is called .jpg", bytes: png, word: "PNG"),
      Case(testDescription: "least size", bytes: try PhotoFile.jpeg(width: 144, height: 192, quality: 100)),
      Case(
        testDescription: "one pixel too narrow",
        bytes: try PhotoFile.jpeg(width: 143, height: 192, quality: 100), word: "143×192"),
      Case(
        testDescription: "one pixel too low",
        bytes: try PhotoFile.jpeg(width: 144, height: 191, quality: 100), word: "144×191"),
      Case(testDescription: "2 % off 3:4", bytes: try PhotoFile.jpeg(width: 244, height: 320)),
      Case(
        testDescription: "over 2 % off 3:4", bytes: try PhotoFile.jpeg(width: 246, height: 320), word: "3:4"),
      Case(testDescription: "square", bytes: try PhotoFile.jpeg(width: 240, height: 240), word: "3:4"),
      Case(testDescription: "too few bytes", bytes: try PhotoFile.jpeg(quality: 60), word: "20–200 KB"),
      Case(
        testDescription: "too many bytes", bytes: try PhotoFile.jpeg(width: 720, height: 960, quality: 98),
        word: "20–200 KB"),
      Case(testDescription: "cut off", bytes: jpeg.dropLast(jpeg.count / 5), word: ""),
      Case(
        testDescription: "damaged inside",
        bytes: Array(jpeg[..<2_000]) + [UInt8](repeating: 0xFF, count: 25_000), word: ""),
      Case(testDescription: "without its end mark", bytes: jpeg.dropLast(2), word: ""),
      Case(testDescription: "text", bytes: Array(String(repeating: "照片", count: 6_000).utf8), word: ""),
      Case(testDescription: "empty", bytes: [], word: ""),
      Case(testDescription: "turned by its EXIF data", bytes: sideways(jpeg), word: "EXIF"),
    ]
  }

  @Test("PHO-05 format, bytes, pixels and shape; a truncated or undecodable picture is an error")
  func contents() async throws {
    let fixture = try await OfficeFixture()
    let cases = try Self.cases()
    let candidates = Candidate.some(cases.count)
    _ = try await fixture.register(candidates)
    let result = try await fixture.importPhotos(zip(candidates, cases).map { ($0.id + $1.path, $1.bytes) })
    for (index, one) in cases.enumerated() {
      let found = result.findings.filter { $0.row == index + 1 }
      #expect(found.map(\.rule) == (one.word == nil ? [] : ["PHO-05"]), "\(one.testDescription)")
      if let word = one.word, !word.isEmpty {
        #expect(found.first?.message.contains(word) == true, "\(one.testDescription): \(found)")
      }
      #expect(found.allSatisfy { $0.suggestion?.isEmpty == false }, "\(one.testDescription)")
    }
    #expect(result.rows.created == cases.count { $0.word == nil })
  }

  @Test("PHO-05 every failure of a picture is said at once")
  func everyFailure() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    let small = try PhotoFile.jpeg(width: 60, height: 80)
    let result = try await fixture.importPhotos([("\(Candidate(0).id).jpg", small)])
    #expect(result.marks == ["1 照片文件名 PHO-05", "1 照片文件名 PHO-05"])
  }

  @Test("PHO-05 what is stored is the picture without EXIF, comments and anything behind its end")
  func cleaned() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    let jpeg = try PhotoFile.jpeg()
    let secret = Array("GPS 22.5N 114.1E".utf8)
    let comment: [UInt8] = [0xFF, 0xFE, 0, UInt8(secret.count + 2)] + secret
    let dressed = Array(jpeg[..<2]) + comment + Array(jpeg[2...]) + Array("PK\u{3}\u{4} behind the end".utf8)
    #expect(try await fixture.importPhotos([("\(Candidate(0).id).jpg", dressed)]).rows.created == 1)
    let stored = try await fixture.database.read { session in
      try session.first("SELECT content FROM picture") { $0.bytes(0) }
    }
    let content = try #require(stored)
    #expect(content.firstRange(of: secret) == nil && content.firstRange(of: Array("behind".utf8)) == nil)
    #expect(content.prefix(3) == [0xFF, 0xD8, 0xFF] && content.suffix(2) == [0xFF, 0xD9])
  }

  @Test("PHO-02 PHO-05 a picture of gigantic size is one finding, and the others go in")
  func gigantic() async throws {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(2)
    _ = try await fixture.register(candidates)
    let jpeg = try PhotoFile.jpeg()
    let gigantic = jpeg + [UInt8](repeating: 7, count: 21 << 20)
    let archive = try ZIPWriter.bytes { writer throws(FileError) in
      try writer.add("\(candidates[0].id).jpg", bytes: gigantic, compression: .stored)
      try writer.add("\(candidates[1].id).jpg", bytes: jpeg)
    }
    let result = try await fixture.importPhotoArchive(archive)
    #expect(result.marks == ["1 照片文件名 PHO-05"])
    #expect(result.findings.first?.message.contains("KB") == true)
    #expect(try await fixture.stored(candidates[1].id)?.hasPhoto == true)
  }

  /// The picture with EXIF data that says: turn me by 90 degrees.
  private static func sideways(_ jpeg: [UInt8]) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
    ]
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(tiff.count + 8)] + Array("Exif\0\0".utf8) + tiff
    return Array(jpeg[..<2] + segment + jpeg[2...])
  }
}
