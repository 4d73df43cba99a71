/// 颜色 — red, green and blue from 0 to 255.
public struct Colour: Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double

  /// A colour.
  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour, lighter (above 1) or darker (below 1).
  public func scaled(_ factor: Double) -> Colour {
    Colour(red: min(255, red * factor), green: min(255, green * factor), blue: min(255, blue * factor))
  }
}
