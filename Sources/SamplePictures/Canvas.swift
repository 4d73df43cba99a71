public import ImageFormat

/// 画布 — a picture that is being drawn. Edges are smooth: each row is drawn in finer lines, and each line covers the
/// pixels at its ends in part.
public struct Canvas: Sendable {
  private static let linesPerRow = 4

  public let width: Int
  public let height: Int
  private(set) var pixels: [UInt8]

  /// A canvas that gets darker from `colour` at the top downwards.
  public init(width: Int, height: Int, background colour: Colour) {
    self.width = width
    self.height = height
    pixels = []
    pixels.reserveCapacity(width * height * 3)
    for row in 0..<height {
      let shade = colour.scaled(1 - 0.06 * Double(row) / Double(height))
      let pixel = [UInt8(shade.red), UInt8(shade.green), UInt8(shade.blue)]
      for _ in 0..<width { pixels.append(contentsOf: pixel) }
    }
  }

  /// A canvas with a picture on it.
  init(_ picture: RGBPicture) {
    (width, height, pixels) = (picture.width, picture.height, picture.pixels)
  }

  /// Draws an ellipse over what is there.
  public mutating func fill(_ shape: Ellipse, _ colour: Colour) {
    let top = max(0, Int(max(shape.y - shape.radiusY, shape.rows.lowerBound)))
    let bottom = min(Double(height), min(shape.y + shape.radiusY, shape.rows.upperBound).rounded(.up))
    guard top < Int(bottom) else { return }
    for row in top..<Int(bottom) {
      var cover = [Double](repeating: 0, count: width)
      for line in 0..<Self.linesPerRow {
        let height = Double(row) + (Double(line) + 0.5) / Double(Self.linesPerRow)
        guard let span = shape.span(at: height) else { continue }
        let from = max(0, span.lowerBound)
        let to = min(Double(width), span.upperBound)
        var column = Int(from)
        while Double(column) < to {
          cover[column] +=
            (min(to, Double(column + 1)) - max(from, Double(column))) / Double(Self.linesPerRow)
          column += 1
        }
      }
      for column in 0..<width where cover[column] > 0 {
        blend(colour, cover[column], at: row * width + column)
      }
    }
  }

  func colour(at pixel: Int) -> Colour {
    Colour(
      red: Double(pixels[3 * pixel]), green: Double(pixels[3 * pixel + 1]),
      blue: Double(pixels[3 * pixel + 2]))
  }

  mutating func blend(_ colour: Colour, _ part: Double, at pixel: Int) {
    func mixed(_ old: UInt8, _ new: Double) -> UInt8 { UInt8(Double(old) * (1 - part) + new * part) }
    pixels[3 * pixel] = mixed(pixels[3 * pixel], colour.red)
    pixels[3 * pixel + 1] = mixed(pixels[3 * pixel + 1], colour.green)
    pixels[3 * pixel + 2] = mixed(pixels[3 * pixel + 2], colour.blue)
  }

  /// Lays a fine grain over the picture, as a camera does: up to `strength` lighter or darker, all colours alike.
  public mutating func grain(_ strength: Int, _ random: inout some RandomNumberGenerator) {
    var bits: UInt64 = 0
    for pixel in 0..<width * height {
      if pixel % 8 == 0 { bits = random.next() }
      let change = Int(bits & 0xFF) * (2 * strength + 1) / 256 - strength
      bits >>= 8
      for place in 3 * pixel..<3 * pixel + 3 {
        pixels[place] = UInt8(clamping: Int(pixels[place]) + change)
      }
    }
  }

  /// The picture as it stands.
  public var picture: RGBPicture { RGBPicture(width: width, height: height, pixels: pixels) }
}
