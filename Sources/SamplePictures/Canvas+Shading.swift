extension Canvas {
  /// Lays a colour over an ellipse that fades out around its edge.
  /// - Parameters:
  ///   - amount: how much of the colour covers what is there, from 0 to 1.
  ///   - softness: the share of the radius over which the edge fades, inwards and outwards.
  ///   - limit: an ellipse outside of which nothing is drawn.
  mutating func shade(
    _ shape: Ellipse, _ colour: Colour, amount: Double = 1, softness: Double, within limit: Ellipse? = nil
  ) {
    cover(shape, reach: 1 + softness, within: limit) { distance in
      let part = min(1, max(0, (1 + softness - distance) / (2 * softness)))
      return part * part * (3 - 2 * part) * amount
    } mix: { _ in
      colour
    }
  }

  /// Makes what lies around a point lighter: by `factor` in the middle, less and less outwards.
  mutating func lighten(_ shape: Ellipse, by factor: Double) {
    cover(shape, reach: 2, within: nil) { distance in
      let part = max(0, 1 - distance / 2)
      return part * part
    } mix: {
      $0.scaled(factor)
    }
  }

  /// Goes over the pixels of an ellipse and blends each with another colour.
  private mutating func cover(
    _ shape: Ellipse, reach: Double, within limit: Ellipse?, _ amount: (_ distance: Double) -> Double,
    mix: (Colour) -> Colour
  ) {
    func span(_ middle: Double, _ radius: Double, most: Int) -> Range<Int> {
      let first = min(most, Int(max(0, middle - reach * radius)))
      return first..<max(first, min(most, Int(middle + reach * radius) + 1))
    }
    let columns = span(shape.x, shape.radiusX, most: width)
    for row in span(shape.y, shape.radiusY, most: height) {
      for column in columns {
        let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
        if let limit, limit.distance(x: x, y: y) > 1 { continue }
        let part = amount(shape.distance(x: x, y: y))
        guard part > 0 else { continue }
        let pixel = row * width + column
        blend(mix(colour(at: pixel)), part, at: pixel)
      }
    }
  }
}
