import Testing

@testable import ImageFormat

@Suite struct JPEGCleanerTests {
  /// All pixels of a JPEG at full size.
  private func pixels(_ bytes: [UInt8]) throws -> [UInt8] {
    let structure = try JPEGWalk.structure(of: bytes, limits: ImageLimits())
    guard var decoder = JPEGDecoder() else { throw ImageProblem.unsupported("memory") }
    return try decoder.pixels(bytes, frame: structure.frame)
  }

  private func markers(_ bytes: [UInt8]) throws -> [UInt8] {
    try JPEGWalk.structure(of: bytes, limits: ImageLimits()).segments.map(\.marker)
  }

  /// Cleaned after the check, and once more without it: both must be the same.
  private func cleaned(_ bytes: [UInt8]) throws -> [UInt8] {
    let cleaned = try ImageChecker().check(bytes).get().cleaned()
    #expect(ImageChecker.cleaned(bytes) == cleaned)
    return cleaned
  }

  @Test("PHO-05 a stored picture has its pixels and no metadata", arguments: [false, true])
  func metadata(isProgressive: Bool) throws {
    let secret = Array("secret place 39.9042".utf8)
    var extra = (UInt8(0xE1)...0xEF).flatMap { SmallPictures.segment($0, secret) }
    extra += SmallPictures.segment(0xE0, Array("JFXX\0".utf8) + secret)
    extra += SmallPictures.segment(0xE1, Array("Exif\0\0".utf8) + secret)
    extra += SmallPictures.segment(0xFE, secret)
    let plain = try SmallPictures.jpeg(isProgressive: isProgressive)
    let loaded = SmallPictures.jpeg(plain, with: extra) + secret
    let clean = try cleaned(loaded)
    #expect(clean == plain)
    #expect(try pixels(clean) == pixels(loaded))
    #expect(!clean.contains(secret))
  }

  @Test("PHO-05 the thumbnail inside the JFIF segment goes, the density stays")
  func thumbnail() throws {
    let plain = try SmallPictures.jpeg()
    let header = Array("JFIF\0".utf8) + [1, 2, 1, 0, 96, 0, 96]
    let jfif = SmallPictures.segment(0xE0, header + [2, 2] + Array(repeating: 0x55, count: 12))
    let clean = try cleaned(Array(plain[..<2] + jfif + plain[20...]))
    #expect(clean[..<20] == plain[..<2] + SmallPictures.segment(0xE0, header + [0, 0]))
    #expect(clean[20...] == plain[20...])
  }

  @Test("PHO-05 a CMYK picture keeps the marker that its colours depend on")
  func cmyk() throws {
    let inks = SmallPictures.picture(width: 32, height: 32).pixels + Array(repeating: 9, count: 1_024)
    let jpeg = try JPEGEncoder.encode(inks, width: 32, height: 32, channels: 4, quality: 90)
    let clean = try cleaned(jpeg)
    #expect(try markers(clean).contains(0xEE))
    #expect(try pixels(clean) == pixels(jpeg))
  }

  @Test("PHO-05 an RGB picture keeps Adobe's marker, without what rides along in it")
  func adobeRGB() throws {
    let adobe = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]
    let withoutJFIF = try Array(SmallPictures.jpeg().prefix(2) + SmallPictures.jpeg().dropFirst(20))
    let rgb = SmallPictures.jpeg(withoutJFIF, with: SmallPictures.segment(0xEE, adobe + [1, 2, 3]))
    let clean = try cleaned(rgb)
    #expect(clean == SmallPictures.jpeg(withoutJFIF, with: SmallPictures.segment(0xEE, adobe)))
    #expect(try pixels(clean) == pixels(rgb))
    #expect(try pixels(clean) != pixels(withoutJFIF))
  }

  @Test("PHO-05 a usual picture from Adobe's programs loses Adobe's marker and no colour")
  func adobeYCbCr() throws {
    let plain = try SmallPictures.jpeg()
    let adobe = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1]
    let clean = try cleaned(SmallPictures.jpeg(plain, with: SmallPictures.segment(0xEE, adobe)))
    #expect(clean == plain)
  }

  @Test("PHO-05 a grey picture is taken")
  func grey() throws {
    let jpeg = try JPEGEncoder.encode(
      Array(repeating: 200, count: 256), width: 16, height: 16, channels: 1, quality: 90)
    #expect(try ImageChecker().check(jpeg).get().info.components == 1)
    #expect(try cleaned(jpeg) == jpeg)
  }
}
