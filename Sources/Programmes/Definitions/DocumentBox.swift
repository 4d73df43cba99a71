/// 版面方框 — one thing that stands on a page, and where: in millimetres from the upper left corner of the page, or of the
/// cell that it belongs to.
public struct DocumentBox: Sendable, Equatable {
  /// 框内容 — what stands there.
  public enum Content: Sendable, Equatable {
    case text(DocumentText)
    /// A bar code of the text.
    case barcode(DocumentText)
    /// The candidate's photo; where there is none, a text in its place.
    case photo(without: String)
    /// A frame of lines of a width in points.
    case frame(Double)
    /// A line from the upper left to the lower right corner, of a width and with dashes of a length in points.
    case line(Double, dash: Double)
  }

  /// 横向位置.
  public enum Alignment: String, Sendable, CaseIterable {
    case left
    case centre
    case right
  }

  /// 纵向位置.
  public enum Position: String, Sendable, CaseIterable {
    case top
    case middle
    case bottom
  }

  /// 面积 — a rectangle in millimetres.
  public struct Area: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
  }

  public var content: Content
  public var area: Area
  /// The size of a text in points, and the least to which it is made smaller to fit.
  public var size: Double
  public var least: Double
  public var isBold: Bool
  public var alignment: Alignment
  public var position: Position
  /// From line to line in multiples of the size.
  public var leading: Double
  /// Whether the text is broken into lines before it is made smaller.
  public var wraps: Bool

  /// The values that it names.
  public var fields: [DocumentField] {
    switch content {
    case .text(let text), .barcode(let text): text.fields
    case .photo, .frame, .line: []
    }
  }

  /// Whether it shows the candidate's photo.
  public var isPhoto: Bool { if case .photo = content { true } else { false } }
}
