/// 椭圆 — an ellipse, or the part of it between two heights.
public struct Ellipse: Sendable {
  public var x: Double
  public var y: Double
  public var radiusX: Double
  public var radiusY: Double
  /// The heights between which it is drawn.
  public var rows: ClosedRange<Double>

  /// An ellipse around a point.
  public init(
    x: Double, y: Double, radiusX: Double, radiusY: Double,
    rows: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.x = x
    self.y = y
    self.radiusX = radiusX
    self.radiusY = radiusY
    self.rows = rows
  }

  /// From where to where a horizontal line at `height` runs inside.
  func span(at height: Double) -> ClosedRange<Double>? {
    let distance = (height - y) / radiusY
    guard rows.contains(height), distance > -1, distance < 1 else { return nil }
    let half = radiusX * (1 - distance * distance).squareRoot()
    return x - half...x + half
  }

  /// How far a point is from the middle: below 1 inside, 1 on the edge.
  func distance(x column: Double, y row: Double) -> Double {
    let (across, down) = ((column - x) / radiusX, (row - y) / radiusY)
    return (across * across + down * down).squareRoot()
  }
}
