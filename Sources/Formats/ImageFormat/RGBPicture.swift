/// 像素图 — a picture in memory: three bytes a pixel (red, green, blue), row after row from the top.
public struct RGBPicture: Sendable, Equatable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int
  /// The pixels: `width × height × 3` bytes.
  public var pixels: [UInt8]

  /// A picture over `pixels`, which must be `width × height × 3` bytes.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height * 3, "pixels do not fit the size")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
