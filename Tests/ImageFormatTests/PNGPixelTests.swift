import Testing

@testable import ImageFormat

/// What comes out of a PNG is what was put in, in every form that a PNG has.
@Suite struct PNGPixelTests {
  private func decoded(_ bytes: [UInt8]) throws -> RGBPicture {
    let checker = ImageChecker()
    return try checker.picture(of: try checker.check(bytes).get())
  }

  private func png(
    _ width: Int, _ height: Int, depth: UInt8, colour: UInt8, interlace: UInt8 = 0,
    chunks: [(String, [UInt8])] = [], rows: [UInt8]
  ) throws -> [UInt8] {
    let header = SmallPictures.header(
      UInt32(width), UInt32(height), depth: depth, colour: colour, interlace: interlace)
    return SmallPictures.png(
      [("IHDR", header)] + chunks + [("IDAT", try PNGEncoder.packed(rows)), ("IEND", [])])
  }

  @Test("PHO-06 each filter is undone, and all of them in turn")
  func filters() throws {
    let picture = SmallPictures.picture(width: 9, height: 10)
    let lines = (0..<10).map { Array(picture.pixels[$0 * 27..<($0 + 1) * 27]) }
    for filters in (0...4).map({ filter in [Int](repeating: filter, count: 10) }) + [
      [0, 1, 2, 3, 4, 4, 3, 2, 1, 0]
    ] {
      var rows: [UInt8] = []
      for (row, filter) in filters.enumerated() {
        let above = row > 0 ? lines[row - 1] : [UInt8](repeating: 0, count: 27)
        rows.append(UInt8(filter))
        rows += lines[row].indices.map { place in
          let left = place >= 3 ? Int(lines[row][place - 3]) : 0
          let corner = place >= 3 ? Int(above[place - 3]) : 0
          let up = Int(above[place])
          let nearest = [left, up, corner].min { abs(left + up - corner - $0) < abs(left + up - corner - $1) }
          let expected = [0, left, up, (left + up) / 2, nearest ?? 0][filter]
          return lines[row][place] &- UInt8(expected)
        }
      }
      #expect(try decoded(try png(9, 10, depth: 8, colour: 2, rows: rows)) == picture, "\(filters)")
    }
  }

  @Test("PHO-06 the passes of an interlaced picture fall into their places", arguments: 1...17)
  func interlaced(width: Int) throws {
    let order = [
      "16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777",
    ].map { $0.compactMap(\.wholeNumberValue) }
    let picture = SmallPictures.picture(width: width, height: 11)
    var rows: [UInt8] = []
    for pass in 1...7 {
      for y in 0..<11 {
        let columns = (0..<width).filter { order[y % 8][$0 % 8] == pass }
        guard !columns.isEmpty else { continue }
        rows.append(0)
        for x in columns { rows += picture.pixels[3 * (y * width + x)..<3 * (y * width + x) + 3] }
      }
    }
    #expect(try decoded(try png(width, 11, depth: 8, colour: 2, interlace: 1, rows: rows)) == picture)
  }

  @Test("PHO-06 greys of 1 to 16 bits, colours of 16, opacity over white")
  func forms() throws {
    func pixels(_ depth: UInt8, _ colour: UInt8, _ row: [UInt8], width: Int) throws -> [UInt8] {
      try decoded(try png(width, 1, depth: depth, colour: colour, rows: [0] + row)).pixels
    }
    func grey(_ values: [UInt8]) -> [UInt8] { values.flatMap { [$0, $0, $0] } }
    #expect(try pixels(1, 0, [0b1010_0000], width: 3) == grey([255, 0, 255]))
    #expect(try pixels(2, 0, [0b0001_1011], width: 4) == grey([0, 85, 170, 255]))
    #expect(try pixels(4, 0, [0x0F, 0x70], width: 3) == grey([0, 255, 119]))
    #expect(try pixels(16, 0, [0x12, 0x34, 0xFF, 0x00], width: 2) == grey([0x12, 0xFF]))
    #expect(try pixels(16, 2, [1, 9, 2, 9, 3, 9], width: 1) == [1, 2, 3])
    #expect(try pixels(8, 4, [100, 255, 100, 0, 0, 51], width: 3) == grey([100, 255, 204]))
    #expect(try pixels(8, 6, [10, 20, 30, 255, 10, 20, 30, 0], width: 2) == [10, 20, 30, 255, 255, 255])
  }

  @Test("PHO-06 a palette gives the colours, and a place that it lacks is damage")
  func palette() throws {
    let chunks: [(String, [UInt8])] = [("PLTE", [1, 2, 3, 40, 50, 60, 7, 8, 9]), ("tRNS", [255, 0])]
    let good = try png(4, 1, depth: 2, colour: 3, chunks: chunks, rows: [0, 0b0001_1000])
    #expect(try decoded(good).pixels == [1, 2, 3, 255, 255, 255, 7, 8, 9, 1, 2, 3])
    let bad = try png(4, 1, depth: 2, colour: 3, chunks: chunks, rows: [0, 0b0001_1011])
    #expect(throws: ImageProblem.damaged("PLTE")) { try decoded(bad) }
  }

  @Test("PHO-06 a JPEG's pixels are near the ones it was made of, grey ones too")
  func jpeg() throws {
    let brightness: [UInt8] = (0..<16 * 8).map { UInt8(100 + $0 % 16) }
    let soft = RGBPicture(width: 16, height: 8, pixels: brightness.flatMap { [$0, $0, $0] })
    func isNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
      zip(one, other).allSatisfy { abs(Int($0) - Int($1)) < 6 }
    }
    let colours = try decoded(try JPEGEncoder.encode(soft, quality: 100))
    #expect(isNear(colours.pixels, soft.pixels))
    let grey = try JPEGEncoder.encode(brightness, width: 16, height: 8, channels: 1, quality: 100)
    #expect(isNear(try decoded(grey).pixels, soft.pixels))
    // Four inks as Adobe stores them: 255 is none of it.
    let ink: [UInt8] = [255, 128, 0, 255]
    let inks = [UInt8]((0..<64).flatMap { _ in ink })
    let cmyk = try JPEGEncoder.encode(inks, width: 8, height: 8, channels: 4, quality: 100)
    #expect(isNear(Array(try decoded(cmyk).pixels.prefix(3)), [255, 128, 0]))
  }
}
