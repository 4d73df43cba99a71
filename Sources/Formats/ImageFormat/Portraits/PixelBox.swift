/// 像素框 — a rectangle of a picture, in pixels from its top left corner.
public struct PixelBox: Sendable, Equatable {
  /// The first column.
  public var x: Int
  /// The first row.
  public var y: Int
  /// The columns.
  public var width: Int
  /// The rows.
  public var height: Int

  /// A box.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Whether a pixel lies inside.
  func contains(x column: Int, y row: Int) -> Bool {
    column >= x && column < x + width && row >= y && row < y + height
  }

  /// The box with `share` of its size more on every side.
  func grown(by share: Double) -> PixelBox {
    let (dx, dy) = (Int(Double(width) * share), Int(Double(height) * share))
    return PixelBox(x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy)
  }

  /// The part of the box that lies inside a picture of that size.
  func clipped(width pictureWidth: Int, height pictureHeight: Int) -> PixelBox {
    let (left, top) = (max(0, x), max(0, y))
    let (right, bottom) = (min(pictureWidth, x + width), min(pictureHeight, y + height))
    return PixelBox(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
  }
}
