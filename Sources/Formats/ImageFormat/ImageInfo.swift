/// 图片信息 — what a picture's own headers say, each held against the limits.
public struct ImageInfo: Sendable, Equatable {
  /// The formats that are read.
  public enum Format: String, Sendable {
    case jpeg
    case png
  }

  /// The format, by content.
  public var format: Format
  /// Pixels from left to right, as stored.
  public var width: Int
  /// Pixels from top to bottom, as stored.
  public var height: Int
  /// The bytes of the whole file.
  public var byteCount: Int
  /// Channels of a pixel: 1 grey (or palette), 2 grey with alpha, 3 colour, 4 colour with alpha or CMYK.
  public var components: Int
  /// EXIF's orientation: 1 upright, 2 to 8 turned or mirrored; 1 where nothing is said.
  public var orientation: Int
  /// Whether the picture comes in several passes (progressive JPEG, interlaced PNG).
  public var isProgressive: Bool
  /// The scans of a JPEG; 1 for a PNG.
  public var scans: Int
}
