/// 照片要求 — what a candidate's photo must be like (PHO-05).
public struct PhotoRule: Sendable, Equatable {
  /// 图片格式 — decided by the content, never by the name.
  public enum Format: String, Sendable, CaseIterable {
    case jpeg
    case png
  }

  /// 背景 — the plain backgrounds that are accepted.
  public enum Background: String, Sendable, CaseIterable {
    /// Any plain light colour.
    case light
    case white
    case blue
    case red

    /// Whether a colour is such a background; channels from 0 to 255.
    public func includes(red: Int, green: Int, blue: Int) -> Bool {
      let (least, most) = (min(red, green, blue), max(red, green, blue))
      let spread = most - least
      switch self {
      case .light: return (299 * red + 587 * green + 114 * blue) / 1_000 >= 140
      case .white: return least >= 200 && spread <= 30
      case .blue: return blue == most && spread * 4 >= most && red <= green + 20
      case .red: return red == most && red >= 100 && spread * 2 >= most && abs(green - blue) <= 60
      }
    }
  }

  /// 宽高比 — width to height, with a tolerance in percent.
  public struct Ratio: Sendable, Equatable {
    /// The width's share.
    public var width: Int
    /// The height's share.
    public var height: Int
    /// How far a picture's ratio may lie off, in percent of the ratio.
    public var tolerance: Int

    /// A ratio.
    public init(width: Int, height: Int, tolerance: Int) {
      self.width = width
      self.height = height
      self.tolerance = tolerance
    }

    /// Whether a picture has the ratio. Sides are in pixels.
    public func fits(width pictureWidth: Int, height pictureHeight: Int) -> Bool {
      let wanted = pictureHeight * width
      return abs(pictureWidth * height - wanted) * 100 <= tolerance * wanted
    }
  }

  /// The formats that are taken.
  public var formats: [Format]
  /// The sizes of a file that are taken, in bytes.
  public var bytes: ClosedRange<Int>
  /// The least width in pixels.
  public var leastWidth: Int
  /// The least height in pixels.
  public var leastHeight: Int
  /// Width to height; nil where any will do.
  public var ratio: Ratio?
  /// The backgrounds that are taken; empty where any will do.
  public var backgrounds: [Background]
  /// What the ID-photo check asks.
  public var portrait = PortraitRule()
  /// Whether a registration needs its photo before it can be paid (PAY-03).
  public var isRequiredForPayment: Bool

  /// A rule.
  public init(
    formats: [Format], bytes: ClosedRange<Int>, leastWidth: Int, leastHeight: Int, ratio: Ratio? = nil,
    backgrounds: [Background] = [], isRequiredForPayment: Bool = false
  ) {
    self.formats = formats
    self.bytes = bytes
    self.leastWidth = leastWidth
    self.leastHeight = leastHeight
    self.ratio = ratio
    self.backgrounds = backgrounds
    self.isRequiredForPayment = isRequiredForPayment
  }
}
