import ImageFormat
import SamplePictures
import Tabular

/// 证件照 — a drawn head and shoulders before a light background; a face like those in a picture book, nobody's.
enum Portrait {
  private static let backgrounds = [
    Colour(red: 246, green: 247, blue: 250), Colour(red: 224, green: 236, blue: 250),
    Colour(red: 236, green: 240, blue: 240),
  ]
  private static let skins = [
    Colour(red: 240, green: 205, blue: 178), Colour(red: 228, green: 188, blue: 158),
    Colour(red: 247, green: 218, blue: 194), Colour(red: 214, green: 172, blue: 140),
  ]
  private static let clothes = [
    Colour(red: 44, green: 62, blue: 100), Colour(red: 70, green: 74, blue: 80),
    Colour(red: 120, green: 40, blue: 52),
    Colour(red: 52, green: 92, blue: 76), Colour(red: 88, green: 70, blue: 120),
  ]
  /// The least bytes of a photo by the programme's rule.
  private static let leastBytes = 20 * 1_024

  /// A drawn portrait of `width` by `width × 4 / 3` pixels.
  static func picture(width: Int, hasLongHair: Bool, _ random: inout SeededRandom) -> RGBPicture {
    let unit = Double(width) / 240
    var canvas = Canvas(width: width, height: width * 4 / 3, background: random.one(of: backgrounds))
    let skin = random.one(of: skins).scaled(random.number(0.95...1.03))
    let hair = Colour(red: 34, green: 28, blue: 26).scaled(random.number(0.8...1.7))
    let cloth = random.one(of: clothes).scaled(random.number(0.8...1.3))
    let x = 120 + (random.number(-5...5) as Double)
    let y = 138 + (random.number(-8...8) as Double)
    let wide = random.number(50...58) as Double
    let tall = random.number(67...76) as Double

    func draw(
      _ dx: Double, _ dy: Double, _ rx: Double, _ ry: Double, _ colour: Colour,
      rows: ClosedRange<Double> = -1_000...1_000
    ) {
      canvas.fill(
        Ellipse(
          x: (x + dx) * unit, y: (y + dy) * unit, radiusX: rx * unit, radiusY: ry * unit,
          rows: (y + rows.lowerBound) * unit...(y + rows.upperBound) * unit), colour)
    }

    if hasLongHair { draw(0, 14, wide + 16, tall + 26, hair) }
    draw(0, 190, 104, 92, cloth)
    draw(0, 96, 24, 46, skin.scaled(0.88))
    draw(0, 118, 34, 16, skin.scaled(0.92))
    draw(-wide, 4, 9, 15, skin.scaled(0.93))
    draw(wide, 4, 9, 15, skin.scaled(0.93))
    draw(0, -16, wide + 8, tall - 2, hair, rows: -200...(-6))
    draw(0, 0, wide, tall, skin)
    draw(0, -tall * 0.72, wide * 0.94, tall * 0.42, hair)
    for side in [-1.0, 1.0] {
      draw(side * wide * 0.42, -22, 12, 3.2, hair)
      draw(side * wide * 0.42, -8, 9.5, 5, Colour(red: 250, green: 250, blue: 248))
      draw(side * wide * 0.42, -8, 4.8, 4.8, Colour(red: 30, green: 22, blue: 20))
      draw(side * wide * 0.55, 22, 12, 7, skin.scaled(1.03))
    }
    draw(0, 14, 5.5, 13, skin.scaled(0.94))
    draw(0, 40, random.number(13...18), 4.6, Colour(red: 186, green: 92, blue: 88))
    canvas.grain(random.number(7...10), &random)
    return canvas.picture
  }

  /// The portrait as a JPEG of just over 20 KiB: the least quality that gives as much.
  static func jpeg(of picture: RGBPicture) throws(FileError) -> [UInt8] {
    var low = 60
    var high = 100
    while low < high {
      let middle = (low + high) / 2
      let isEnough = try JPEGEncoder.encode(picture, quality: middle).count >= leastBytes
      if isEnough { high = middle } else { low = middle + 1 }
    }
    return try JPEGEncoder.encode(picture, quality: low)
  }
}
