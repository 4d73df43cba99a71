/// 文字样式 — how a text is set into its box.
public struct TextStyle: Sendable, Equatable {
  /// 横向位置 — where lines stand between the left and the right edge.
  public enum Alignment: String, Sendable, CaseIterable {
    case left
    case centre
    case right
  }

  /// 纵向位置 — where the lines stand between the upper and the lower edge.
  public enum Position: String, Sendable, CaseIterable {
    case top
    case middle
    case bottom
  }

  /// The size in points.
  public var size: Double
  /// The size in points below which a text is not made to fit it into its box.
  public var least: Double
  public var isBold: Bool
  public var alignment: Alignment
  public var position: Position
  /// From line to line, in multiples of the size.
  public var leading: Double
  /// Whether the text is broken into lines before it is made smaller; else it is made smaller first.
  public var wraps: Bool

  /// A style.
  public init(
    size: Double, least: Double? = nil, isBold: Bool = false, alignment: Alignment = .left,
    position: Position = .middle, leading: Double = 1.35, wraps: Bool = false
  ) {
    self.size = size
    self.least = least ?? size
    self.isBold = isBold
    self.alignment = alignment
    self.position = position
    self.leading = leading
    self.wraps = wraps
  }
}

/// 排字结果 — what became of a text that was set.
public struct TextOutcome: Sendable, Equatable {
  /// The characters that no font has, each once, in their order. The mark `〓` stands for them on the page.
  public var missing: [Unicode.Scalar] = []
  /// Whether all of the text is on the page; else its end is not, for it did not fit even at its least size.
  public var isWhole = true
  /// The size at which it was set.
  public var size: Double = 0
  /// How many lines it took.
  public var lines = 0

  /// Nothing was set yet.
  public init() {}
}
