/// 页面方框 — a rectangle on a page, in millimetres from the page's upper left corner.
public struct PageBox: Sendable, Equatable {
  /// From the left edge.
  public var x: Double
  /// From the upper edge.
  public var y: Double
  public var width: Double
  public var height: Double

  /// A rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The rectangle moved to the right and down.
  public func moved(x: Double, y: Double) -> PageBox {
    PageBox(x: self.x + x, y: self.y + y, width: width, height: height)
  }
}

/// 纸张 — the size of a page in millimetres.
public struct PageSize: Sendable, Equatable {
  public var width: Double
  public var height: Double

  /// A size.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A4, upright.
  public static let a4 = PageSize(width: 210, height: 297)
}

/// Millimetres in the points that PDF counts in.
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
