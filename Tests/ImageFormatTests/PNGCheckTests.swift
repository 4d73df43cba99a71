import Testing

@testable import ImageFormat

@Suite struct PNGCheckTests {
  @Test("PHO-05 a whole PNG is taken and described")
  func whole() throws {
    let bytes = try SmallPictures.png()
    let info = try ImageChecker().check(bytes).get().info
    #expect(
      info
        == ImageInfo(
          format: .png, width: 24, height: 32, byteCount: bytes.count, components: 3, orientation: 1,
          isProgressive: false, scans: 1))
  }

  @Test("PHO-05 what is written is what is read")
  func roundTrip() throws {
    let picture = SmallPictures.picture(width: 301, height: 97)
    let bytes = try PNGEncoder.encode(picture)
    var data: [UInt8] = []
    try PNGPixelData.unpack(bytes, PNGWalk.structure(of: bytes, limits: ImageLimits())) { data += $0 }
    var pixels: [UInt8] = []
    for row in 0..<97 { pixels += data[row * 904 + 1..<(row + 1) * 904] }
    #expect(pixels == picture.pixels)
  }

  @Test("PHO-05 a PNG cut off anywhere is an error")
  func prefixes() throws {
    let bytes = try SmallPictures.png()
    for length in 0..<bytes.count { #expect(problem(Array(bytes[..<length])) != nil, "\(length)") }
    #expect(problem(Array(bytes.dropLast())) == .truncated)
    #expect(problem(Array(bytes[..<6])) == .truncated)
  }

  @Test("OPS-04 every changed byte of a PNG is found", arguments: 0..<4 as Range<UInt64>)
  func corruption(seed: UInt64) throws {
    var random = SeededBits(seed: seed)
    let whole = try SmallPictures.png()
    for position in whole.indices {
      var bytes = whole
      bytes[position] ^= UInt8.random(in: 1...255, using: &random)
      #expect(problem(bytes) != nil, "\(position)")
    }
  }

  @Test("OPS-04 a file that was sent as text is damaged, not unknown")
  func textMode() throws {
    let bytes = try SmallPictures.png()
    #expect(problem(Array(bytes[..<4] + [0x0A] + bytes[6...])) == .damaged("signature"))
  }

  @Test("OPS-04 a bomb ends at the first byte too many")
  func bomb() throws {
    let zeros = try PNGEncoder.packed([UInt8](repeating: 0, count: 32 << 20))
    let bytes = SmallPictures.png([
      ("IHDR", SmallPictures.header(16, 16)), ("IDAT", zeros), ("IEND", []),
    ])
    #expect(problem(bytes) == .damaged("IDAT"))
    var unpacked = 0
    let structure = try PNGWalk.structure(of: bytes, limits: ImageLimits())
    #expect(throws: ImageProblem.self) { try PNGPixelData.unpack(bytes, structure) { unpacked += $0.count } }
    #expect(unpacked <= 1 << 16)
  }

  @Test("OPS-04 pixel data must be there to the last row, and nothing after it")
  func exactData() throws {
    let exact = [UInt8](repeating: 0, count: 4 * 13)
    func check(_ data: [UInt8], _ more: [(String, [UInt8])] = []) -> ImageProblem? {
      problem(
        SmallPictures.png([("IHDR", SmallPictures.header(4, 4)), ("IDAT", data)] + more + [("IEND", [])]))
    }
    let packed = try PNGEncoder.packed(exact)
    #expect(check(packed) == nil)
    #expect(check(Array(packed[..<5]), [("IDAT", []), ("IDAT", Array(packed[5...]))]) == nil)
    #expect(check(try PNGEncoder.packed(exact + [0])) == .damaged("IDAT"))
    #expect(check(try PNGEncoder.packed(exact.dropLast())) == .damaged("IDAT"))
    #expect(check(try PNGEncoder.packed([5] + exact.dropFirst())) == .damaged("IDAT"))
    #expect(check(packed + [0]) == .damaged("IDAT"))
    #expect(check(packed, [("IDAT", [0])]) == .damaged("IDAT"))
    #expect(check(packed.dropLast()) == .damaged("IDAT"))
    #expect(check(Array(packed[..<5]), [("tEXt", []), ("IDAT", Array(packed[5...]))]) == .damaged("IDAT"))
  }

  @Test(
    "PHO-05 pixel data longer than one piece is followed across pieces",
    arguments: [0, 65_535, 65_536, 65_537])
  func pieces(size: Int) throws {
    // One row of one-byte pixels: the data is the filter byte and `width` bytes.
    let width = max(1, size - 1)
    let bytes = SmallPictures.png([
      ("IHDR", SmallPictures.header(UInt32(width), 1, colour: 0)),
      ("IDAT", try PNGEncoder.packed([UInt8](repeating: 0, count: width + 1))), ("IEND", []),
    ])
    #expect(problem(bytes, limits: ImageLimits(side: 100_000)) == nil)
  }

  @Test("OPS-04 hostile headers are refused by their numbers")
  func hostileHeaders() throws {
    func check(_ header: [UInt8]) -> ImageProblem? {
      problem(SmallPictures.png([("IHDR", header), ("IDAT", [0]), ("IEND", [])]))
    }
    #expect(check(SmallPictures.header(0, 0)) == .damaged("IHDR"))
    #expect(check(SmallPictures.header(1 << 31, 1)) == .damaged("IHDR"))
    #expect(check(SmallPictures.header(65_535, 65_535)) == .tooManyPixels(width: 65_535, height: 65_535))
    #expect(check(SmallPictures.header(4, 4, depth: 3)) == .damaged("IHDR"))
    #expect(check(SmallPictures.header(4, 4, colour: 5)) == .damaged("IHDR"))
    #expect(check(SmallPictures.header(4, 4, depth: 4, colour: 2)) == .damaged("IHDR"))
    #expect(check(SmallPictures.header(4, 4, interlace: 2)) == .unsupported("IHDR"))
    #expect(check(Array(SmallPictures.header(4, 4).dropLast())) == .damaged("IHDR"))
  }

  @Test("OPS-04 chunks that lie about their length or place are refused")
  func hostileChunks() throws {
    let signature = PNGStructure.signature
    let header = ("IHDR", SmallPictures.header(4, 4))
    #expect(problem(signature + [0x80, 0, 0, 0] + Array("IHDR".utf8) + [0, 0, 0, 0]) == .damaged("length"))
    #expect(problem(signature + [0x7F, 255, 255, 255] + Array("IHDR".utf8)) == .truncated)
    #expect(problem(signature + [0, 0, 0, 0] + Array("I DR".utf8) + [0, 0, 0, 0]) == .damaged("chunk"))
    #expect(problem(SmallPictures.png([("IDAT", [])])) == .damaged("IHDR"))
    #expect(problem(SmallPictures.png([header, header])) == .damaged("IHDR"))
    #expect(problem(SmallPictures.png([header, ("IEND", [])])) == .damaged("no IDAT"))
    #expect(problem(SmallPictures.png([header, ("CgBI", [])])) == .unsupported("CgBI"))
    #expect(problem(SmallPictures.png([header, ("PLTE", [1, 2])])) == .damaged("PLTE"))
    let palette = ("IHDR", SmallPictures.header(4, 4, colour: 3))
    #expect(problem(SmallPictures.png([palette, ("IDAT", []), ("IEND", [])])) == .damaged("no PLTE"))
  }
}
