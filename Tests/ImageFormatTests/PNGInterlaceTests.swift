import Testing

@testable import ImageFormat

@Suite struct PNGInterlaceTests {
  /// Counts, pixel by pixel, how much data the seven passes of an interlaced picture have.
  private func bytesByCounting(width: Int, height: Int, bitsPerPixel: Int) -> Int {
    let order = [
      "1 6 4 6 2 6 4 6", "7 7 7 7 7 7 7 7", "5 6 5 6 5 6 5 6", "7 7 7 7 7 7 7 7", "3 6 4 6 3 6 4 6",
      "7 7 7 7 7 7 7 7", "5 6 5 6 5 6 5 6", "7 7 7 7 7 7 7 7",
    ].map { $0.split(separator: " ") }
    var pixels: [Substring: [Int: Int]] = [:]
    for y in 0..<height {
      for x in 0..<width { pixels[order[y % 8][x % 8], default: [:]][y, default: 0] += 1 }
    }
    return pixels.values.joined().reduce(0) { $0 + 1 + ($1.value * bitsPerPixel + 7) / 8 }
  }

  @Test("PHO-05 an interlaced PNG has exactly the data of its passes", arguments: 1...17)
  func passes(width: Int) throws {
    for height in 1...9 {
      for (colour, depth, bits) in [(0, 1, 1), (2, 8, 24), (6, 16, 64)] as [(UInt8, UInt8, Int)] {
        let size = bytesByCounting(width: width, height: height, bitsPerPixel: bits)
        let header = SmallPictures.header(
          UInt32(width), UInt32(height), depth: depth, colour: colour, interlace: 1)
        func check(_ count: Int) throws -> ImageProblem? {
          let data = try PNGEncoder.packed([UInt8](repeating: 0, count: count))
          return problem(SmallPictures.png([("IHDR", header), ("IDAT", data), ("IEND", [])]))
        }
        #expect(try check(size) == nil)
        #expect(try check(size - 1) == .damaged("IDAT"))
        #expect(try check(size + 1) == .damaged("IDAT"))
      }
    }
  }
}
