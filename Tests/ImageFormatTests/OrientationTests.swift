import Testing

@testable import ImageFormat

@Suite struct OrientationTests {
  private func jpeg(_ tiff: [UInt8]) throws -> [UInt8] {
    SmallPictures.jpeg(
      try SmallPictures.jpeg(), with: SmallPictures.segment(0xE1, Array("Exif\0\0".utf8) + tiff))
  }

  @Test(
    "PHO-05 a picture that lies on its side is refused, not set upright in silence", arguments: [true, false])
  func sideways(isLittleEndian: Bool) throws {
    for orientation in UInt8(2)...8 {
      let bytes = try jpeg(SmallPictures.tiff(orientation: orientation, isLittleEndian: isLittleEndian))
      #expect(problem(bytes) == .sideways(orientation: Int(orientation)))
      #expect(try ImageProbe.info(of: bytes).orientation == Int(orientation))
    }
  }

  @Test("PHO-05 an upright or meaningless orientation is taken", arguments: [0, 1, 9, 255] as [UInt8])
  func upright(orientation: UInt8) throws {
    for isLittleEndian in [true, false] {
      let tiff = SmallPictures.tiff(orientation: orientation, isLittleEndian: isLittleEndian)
      #expect(problem(try jpeg(tiff)) == nil)
    }
  }

  @Test("PHO-05 the orientation of a PNG counts as well")
  func png() throws {
    var bytes = try SmallPictures.png()
    let tiff = SmallPictures.tiff(orientation: 6, isLittleEndian: false)
    bytes.insert(contentsOf: PNGEncoder.chunk("eXIf", tiff), at: 33)
    #expect(problem(bytes) == .sideways(orientation: 6))
  }

  @Test("OPS-04 broken EXIF data never traps", arguments: 0..<20 as Range<UInt64>)
  func broken(seed: UInt64) throws {
    var random = SeededBits(seed: seed)
    let whole = SmallPictures.tiff(orientation: 6, isLittleEndian: seed % 2 == 0)
    for length in 0...whole.count {
      var tiff = Array(whole[..<length])
      if length == whole.count {
        tiff[Int.random(in: 0..<length, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let orientation = EXIFOrientation.read([0xEE] + tiff, tiff: 1..<tiff.count + 1)
      #expect((1...8).contains(orientation))
      if length < 20 { #expect(orientation == 1) }
    }
  }
}
