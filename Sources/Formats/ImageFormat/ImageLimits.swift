/// 图片限制 — what a picture may cost at most. The numbers in the file are held against these before anything is
/// allocated or decoded for them.
public struct ImageLimits: Sendable, Equatable {
  /// The most bytes of the file.
  public var bytes: Int
  /// The most pixels, width × height.
  public var pixels: Int
  /// The most pixels of one side.
  public var side: Int
  /// The most scans of a progressive JPEG: each goes over the whole picture once more.
  public var scans: Int

  /// 5 MiB, 16 megapixels, 8 192 pixels a side, 100 scans, unless said otherwise.
  public init(bytes: Int = 5 << 20, pixels: Int = 16_000_000, side: Int = 8_192, scans: Int = 100) {
    self.bytes = bytes
    self.pixels = pixels
    self.side = side
    self.scans = scans
  }

  /// The most that a setting may ask for: 20 MiB, 50 megapixels, 16 384 pixels a side, 500 scans.
  public static let most = ImageLimits(bytes: 20 << 20, pixels: 50_000_000, side: 16_384, scans: 500)

  /// Refuses a frame with a side that is too long or with too many pixels.
  func admit(width: Int, height: Int) throws(ImageProblem) {
    guard max(width, height) <= side, width * height <= pixels else {
      throw .tooManyPixels(width: width, height: height)
    }
  }
}
