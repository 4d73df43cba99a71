import Testing

@testable import ImageFormat

/// The walk never says more than the decoder: what it calls whole, the decoder goes through without a word.
@Suite struct JPEGScanWalkTests {
  private func isWhole(_ bytes: [UInt8]) throws -> Bool {
    var walk = JPEGScanWalk()
    return walk.isWhole(bytes, try JPEGWalk.structure(of: bytes, limits: ImageLimits()))
  }

  /// What the decoder says.
  private func decodes(_ bytes: [UInt8], _ structure: JPEGStructure) -> Bool {
    guard var decoder = JPEGDecoder() else {
      Issue.record("no decoder")
      return false
    }
    do {
      try decoder.check(bytes, frame: structure.frame)
      return true
    } catch {
      return false
    }
  }

  @Test(
    "PHO-05 ordinary pictures are known to be whole without decoding",
    arguments: [(8, 8), (24, 32), (17, 33), (240, 320), (295, 413), (1, 1)], [5, 50, 75, 90, 100])
  func ordinary(size: (Int, Int), quality: Int) throws {
    let picture = SmallPictures.picture(width: size.0, height: size.1)
    #expect(try isWhole(JPEGEncoder.encode(picture, quality: quality)))
    let grey = (0..<size.0 * size.1).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) }
    let bytes = try JPEGEncoder.encode(
      grey, width: size.0, height: size.1, channels: 1, quality: quality)
    #expect(try isWhole(bytes))
  }

  @Test("PHO-05 one walk serves pictures with other tables one after the other")
  func tables() throws {
    var walk = JPEGScanWalk()
    let colours = try JPEGEncoder.encode(SmallPictures.picture(), quality: 80)
    let grey = try JPEGEncoder.encode(
      [UInt8](repeating: 9, count: 64), width: 8, height: 8, channels: 1, quality: 80)
    for bytes in [colours, grey, colours, grey] {
      let isWhole = walk.isWhole(bytes, try JPEGWalk.structure(of: bytes, limits: ImageLimits()))
      #expect(isWhole)
    }
    // The colour picture's tables are not lent to one that lacks its own.
    let tables = try #require(grey.firstRange(of: [0xFF, 0xC4]))
    let length = Int(grey[tables.upperBound]) << 8 | Int(grey[tables.upperBound + 1])
    let without = Array(grey[..<tables.lowerBound] + grey[(tables.upperBound + length)...])
    let structure = try JPEGWalk.structure(of: without, limits: ImageLimits())
    let isWhole = walk.isWhole(without, structure)
    #expect(!isWhole)
  }

  @Test("PHO-05 a picture in several passes, or with restarts, is left to the decoder")
  func rare() throws {
    #expect(try !isWhole(SmallPictures.jpeg(isProgressive: true)))
    let restarts = SmallPictures.jpeg(try SmallPictures.jpeg(), with: SmallPictures.segment(0xDD, [0, 0]))
    #expect(try !isWhole(restarts))
  }

  @Test("PHO-05 whatever the walk calls whole, the decoder does too", arguments: 0..<30 as Range<UInt64>)
  func neverMore(seed: UInt64) throws {
    var random = SeededBits(seed: seed)
    let size = (Int.random(in: 1...64, using: &random), Int.random(in: 1...64, using: &random))
    let picture = SmallPictures.picture(width: size.0, height: size.1, seed: seed)
    let whole = try JPEGEncoder.encode(picture, quality: Int.random(in: 1...100, using: &random))
    var walk = JPEGScanWalk()
    var said = 0
    for turn in 0..<300 {
      var bytes = whole
      let place = Int.random(in: 2..<bytes.count, using: &random)
      switch turn % 4 {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
      guard let structure = try? JPEGWalk.structure(of: bytes, limits: ImageLimits()),
        walk.isWhole(bytes, structure)
      else { continue }
      said += 1
      #expect(decodes(bytes, structure), "turn \(turn), byte \(place)")
    }
    // Many changes only change the pixels; otherwise nothing would have been compared.
    #expect(said > 0)
    let isWhole = walk.isWhole(whole, try JPEGWalk.structure(of: whole, limits: ImageLimits()))
    #expect(isWhole)
  }
}
