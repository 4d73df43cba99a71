/// 灰度图 — a picture's brightness: one byte a pixel, 0 black to 255 white, row after row from the top.
public struct GreyPicture: Sendable, Equatable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int
  /// The pixels: `width × height` bytes.
  public let pixels: [UInt8]

  /// The brightness of a picture in colour (the weights of ITU-R BT.601).
  public init(_ picture: RGBPicture) {
    width = picture.width
    height = picture.height
    let count = picture.width * picture.height
    pixels = picture.pixels.withUnsafeBufferPointer { colours in
      [UInt8](unsafeUninitializedCapacity: count) { grey, filled in
        for pixel in 0..<count {
          let (red, green) = (Int(colours[3 * pixel]), Int(colours[3 * pixel + 1]))
          grey[pixel] = UInt8((299 * red + 587 * green + 114 * Int(colours[3 * pixel + 2]) + 500) / 1_000)
        }
        filled = count
      }
    }
  }

  /// How far the brightness lies from its mean: the standard deviation over all pixels.
  var contrast: Double {
    pixels.withUnsafeBufferPointer { pixels in
      var (sum, squares) = (0, 0)
      for pixel in pixels {
        sum += Int(pixel)
        squares += Int(pixel) * Int(pixel)
      }
      let mean = Double(sum) / Double(pixels.count)
      return max(0, Double(squares) / Double(pixels.count) - mean * mean).squareRoot()
    }
  }
}
