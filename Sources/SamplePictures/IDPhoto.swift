public import ImageFormat

/// 证件照画面 — a drawn ID photo, 3:4, good or with a fault that an ID-photo check must find (PHO-06).
public struct IDPhoto: Sendable {
  /// 毛病 — what is wrong with a photo, named as the check names it.
  public enum Fault: String, Sendable, CaseIterable {
    /// A landscape with nobody in it.
    case nobody = "none"
    /// Two people.
    case several
    /// A face that is too small for the picture.
    case size
    /// A face in the lower corner.
    case place
    /// Stripes behind the head.
    case background
    /// A dark colour behind the head.
    case colour
    /// One colour all over.
    case blank
    /// Out of focus.
    case blurred
  }

  /// In pixels; the height is four thirds of it.
  public var width = 240
  public var sitter = Sitter()
  public var background = Colour(red: 240, green: 244, blue: 248)
  /// How far the head is from its usual place, in units of 1/240 of the width.
  public var shift = (x: 0.0, y: 0.0)
  /// How strong the camera's grain is.
  public var grain = 6

  /// A good photo of a usual sitter.
  public init() {}

  /// The photo as it should be.
  public func picture(_ random: inout some RandomNumberGenerator) -> RGBPicture { picture(nil, &random) }

  /// The photo with a fault.
  public func picture(_ fault: Fault?, _ random: inout some RandomNumberGenerator) -> RGBPicture {
    let height = width * 4 / 3
    let unit = Double(width) / 240
    let colour = fault == .colour ? Colour(red: 92, green: 70, blue: 60) : background
    var canvas = Canvas(width: width, height: height, background: colour)
    func draw(_ x: Double, _ y: Double, scale: Double = 1) {
      sitter.draw(on: &canvas, x: (x + shift.x) * unit, y: (y + shift.y) * unit, unit: unit * scale)
    }
    switch fault {
    case .blank: break
    case .nobody: drawLandscape(on: &canvas, unit)
    case .several:
      draw(66, 150, scale: 0.52)
      draw(174, 150, scale: 0.52)
    case .size: draw(120, 150, scale: 0.48)
    case .place: draw(172, 240, scale: 0.62)
    case .background:
      for stripe in 0..<8 where stripe.isMultiple(of: 2) {
        let place = Ellipse(
          x: 120 * unit, y: Double(stripe) * 40 * unit, radiusX: 400 * unit, radiusY: 22 * unit)
        canvas.fill(place, Colour(red: 120, green: 140, blue: 110))
      }
      draw(120, 140)
    case .colour, .blurred, nil: draw(120, 140)
    }
    if fault == .blurred { canvas = Canvas(canvas.picture.blurred(radius: width / 30)) }
    canvas.grain(fault == .blank ? min(2, grain) : grain, &random)
    return canvas.picture
  }

  private func drawLandscape(on canvas: inout Canvas, _ unit: Double) {
    for (x, y, width, shade) in [(40.0, 340.0, 160.0, 0.9), (200, 350, 150, 0.75), (110, 380, 200, 0.6)] {
      let hill = Ellipse(x: x * unit, y: y * unit, radiusX: width * unit, radiusY: 150 * unit)
      canvas.fill(hill, Colour(red: 110, green: 150, blue: 90).scaled(shade))
    }
    for x in stride(from: 20.0, to: 230, by: 30) {
      let trunk = Ellipse(x: x * unit, y: 270 * unit, radiusX: 3 * unit, radiusY: 40 * unit)
      canvas.fill(trunk, Colour(red: 80, green: 60, blue: 40))
    }
  }
}
