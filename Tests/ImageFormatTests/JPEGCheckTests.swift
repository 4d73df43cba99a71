import Testing

@testable import ImageFormat

@Suite struct JPEGCheckTests {
  @Test("PHO-05 a whole picture is taken and described", arguments: [false, true])
  func whole(isProgressive: Bool) throws {
    let bytes = try SmallPictures.jpeg(isProgressive: isProgressive)
    let image = try ImageChecker().check(bytes).get()
    #expect(image.info.format == .jpeg)
    #expect([image.info.width, image.info.height, image.info.components] == [24, 32, 3])
    #expect(image.info.byteCount == bytes.count)
    #expect(image.info.orientation == 1)
    #expect(image.info.isProgressive == isProgressive)
    #expect((image.info.scans > 1) == isProgressive)
  }

  @Test("PHO-05 a picture cut off anywhere is an error", arguments: [false, true])
  func prefixes(isProgressive: Bool) throws {
    let bytes = try SmallPictures.jpeg(isProgressive: isProgressive)
    let checker = ImageChecker()
    for length in 0..<bytes.count {
      #expect(throws: ImageProblem.self, "\(length)") { try checker.check(Array(bytes[..<length])).get() }
    }
    #expect(problem(Array(bytes.dropLast(2))) == .truncated)
  }

  @Test("PHO-05 a picture whose data ends early, end marker or not, is an error")
  func missingData() throws {
    let bytes = try JPEGEncoder.encode(SmallPictures.picture(width: 240, height: 320), quality: 90)
    let cut = Array(bytes[..<(bytes.count / 2)]) + [0xFF, 0xD9]
    #expect(throws: Never.self) { try ImageProbe.info(of: cut) }
    #expect(problem(cut) == .damaged("scan"))
  }

  @Test("OPS-04 one changed byte never traps", arguments: 0..<40 as Range<UInt64>)
  func corruption(seed: UInt64) throws {
    var random = SeededBits(seed: seed)
    let whole = try SmallPictures.jpeg(isProgressive: seed % 2 == 0)
    let checker = ImageChecker()
    for _ in 0..<50 {
      var bytes = whole
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if case .success(let image) = checker.check(bytes) {
        #expect(throws: Never.self) { try checker.check(image.cleaned()).get() }
      }
    }
    #expect(throws: Never.self) { try checker.check(whole).get() }
  }

  @Test("OPS-04 sizes are held against the limits before anything is decoded")
  func hostileSizes() throws {
    #expect(problem(try SmallPictures.jpeg(stating: 0, 0)) == .damaged("SOF 0×0"))
    #expect(problem(try SmallPictures.jpeg(stating: 24, 0)) == .damaged("SOF 24×0"))
    let huge = try SmallPictures.jpeg(stating: 65_535, 65_535)
    #expect(problem(huge) == .tooManyPixels(width: 65_535, height: 65_535))
    #expect(
      problem(try SmallPictures.jpeg(stating: 8_000, 8_000)) == .tooManyPixels(width: 8_000, height: 8_000))
    #expect(problem(try SmallPictures.jpeg(stating: 4_000, 4_000)) == .damaged("scan"))
    let whole = try SmallPictures.jpeg()
    #expect(problem(whole, limits: ImageLimits(pixels: 24 * 32 - 1)) == .tooManyPixels(width: 24, height: 32))
    #expect(problem(whole, limits: ImageLimits(side: 31)) == .tooManyPixels(width: 24, height: 32))
    #expect(problem(whole, limits: ImageLimits(pixels: 24 * 32, side: 32)) == nil)
    #expect(
      problem(whole, limits: ImageLimits(bytes: 100)) == .tooManyBytes(count: whole.count, most: 100))
  }

  @Test("OPS-04 scans without end are refused by their number")
  func endlessScans() throws {
    let whole = try SmallPictures.jpeg(isProgressive: true)
    let scans = try ImageProbe.info(of: whole).scans
    #expect(problem(whole, limits: ImageLimits(scans: scans)) == nil)
    #expect(problem(whole, limits: ImageLimits(scans: scans - 1)) == .tooManyScans(most: scans - 1))
    let scan = SmallPictures.segment(0xDA, [1, 1, 0, 0, 0, 0])
    let endless = whole.dropLast(2) + Array(repeating: scan, count: 10_000).joined()
    #expect(problem(Array(endless)) == .tooManyScans(most: 100))
  }

  @Test(
    "PHO-05 arithmetic, lossless and hierarchical pictures are named as unsupported",
    arguments: [
      (0xC3, "SOF3"), (0xC5, "SOF5"), (0xC9, "SOF9"), (0xCB, "SOF11"), (0xCC, "DAC"),
    ] as [(UInt8, String)])
  func unsupported(marker: UInt8, name: String) throws {
    #expect(problem(try SmallPictures.jpeg(stating: 24, 32, frameMarker: marker)) == .unsupported(name))
  }

  @Test("OPS-04 contradictions in the structure are named")
  func contradictions() throws {
    let whole = try SmallPictures.jpeg()
    let end: [UInt8] = [0xFF, 0xD9]
    #expect(problem([0xFF, 0xD8] + end) == .damaged("no SOF"))
    #expect(problem([0xFF, 0xD8, 0x00] + end) == .damaged("marker"))
    #expect(problem([0xFF, 0xD8, 0xFF, 0xE1, 0, 1] + end) == .damaged("length"))
    #expect(problem([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF] + end) == .truncated)
    #expect(
      problem([0xFF, 0xD8] + SmallPictures.segment(0xDA, [1, 1, 0, 0, 63, 0]) + end) == .damaged("SOS"))
    #expect(problem(SmallPictures.jpeg(whole, with: [0xFF, 0xD8])) == .damaged("SOI"))
    let frame = SmallPictures.segment(0xC0, [8, 0, 32, 0, 24, 1, 1, 0x11, 0])
    #expect(problem(SmallPictures.jpeg(whole, with: frame)) == .damaged("second SOF"))
    #expect(problem([0xFF, 0xD8] + frame + end) == .damaged("no scan"))
    let crowd = Array(repeating: SmallPictures.segment(0xFE, []), count: 5_000).joined()
    #expect(problem(SmallPictures.jpeg(whole, with: Array(crowd))) == .damaged("4096+ segments"))
  }
}
