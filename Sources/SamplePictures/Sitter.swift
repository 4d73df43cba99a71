/// 画像 — a drawn head and shoulders with light and shade, so that a face detector takes it for a face; nobody's face.
/// Lengths are in units of 1/240 of a portrait's usual width.
public struct Sitter: Sendable {
  public var skin = Colour(red: 240, green: 205, blue: 178)
  public var hair = Colour(red: 40, green: 33, blue: 30)
  public var cloth = Colour(red: 44, green: 62, blue: 100)
  public var hasLongHair = false
  /// Half the face's width, about 52 to 58.
  public var wide = 55.0
  /// Half the face's height, about 68 to 75.
  public var tall = 71.0
  /// Half the mouth's width, about 15 to 18.
  public var mouth = 16.5

  private static let skins = [
    Colour(red: 240, green: 205, blue: 178), Colour(red: 228, green: 188, blue: 158),
    Colour(red: 247, green: 218, blue: 194), Colour(red: 214, green: 172, blue: 140),
  ]
  private static let clothes = [
    Colour(red: 44, green: 62, blue: 100), Colour(red: 70, green: 74, blue: 80),
    Colour(red: 120, green: 40, blue: 52), Colour(red: 52, green: 92, blue: 76),
    Colour(red: 88, green: 70, blue: 120),
  ]

  /// A sitter like any other.
  public init() {}

  /// Somebody.
  public static func any(_ random: inout some RandomNumberGenerator) -> Sitter {
    var sitter = Sitter()
    sitter.skin = skins[Int.random(in: skins.indices, using: &random)]
    sitter.cloth = clothes[Int.random(in: clothes.indices, using: &random)]
    sitter.hair = sitter.hair.scaled(Double.random(in: 0.8...1.7, using: &random))
    sitter.hasLongHair = Bool.random(using: &random)
    sitter.wide = Double.random(in: 52...58, using: &random)
    sitter.tall = Double.random(in: 68...75, using: &random)
    sitter.mouth = Double.random(in: 15...18, using: &random)
    return sitter
  }

  /// Draws the sitter with the middle of the face at a point.
  /// - Parameter unit: how many pixels a unit has.
  public func draw(on canvas: inout Canvas, x: Double, y: Double, unit: Double) {
    func part(_ dx: Double, _ dy: Double, _ rx: Double, _ ry: Double) -> Ellipse {
      Ellipse(x: x + dx * unit, y: y + dy * unit, radiusX: rx * unit, radiusY: ry * unit)
    }
    drawBody(on: &canvas, part)
    let face = part(0, 0, wide, tall)
    canvas.shade(face, skin, softness: 0.04)
    // The cheeks turn away from the light, the chin lies in its own shadow.
    for side in [-1.0, 1.0] {
      canvas.shade(
        part(side * wide * 0.98, 4, wide * 0.34, tall * 0.8), skin.scaled(0.72), amount: 0.55, softness: 0.9,
        within: face)
    }
    canvas.shade(
      part(0, tall * 0.95, wide * 0.8, tall * 0.25), skin.scaled(0.7), amount: 0.5, softness: 0.8,
      within: face)
    canvas.lighten(part(0, -40, wide * 0.75, 20), by: 1.1)
    for side in [-1.0, 1.0] { drawEye(on: &canvas, side * wide * 0.42, part) }
    for side in [-1.0, 1.0] { canvas.lighten(part(side * wide * 0.46, 18, 15, 12), by: 1.13) }
    drawNoseAndMouth(on: &canvas, part)
    canvas.shade(part(0, -tall * 0.86, wide * 0.92, tall * 0.32), hair, softness: 0.08)
  }

  private typealias Part = (_ dx: Double, _ dy: Double, _ rx: Double, _ ry: Double) -> Ellipse

  private func drawBody(on canvas: inout Canvas, _ part: Part) {
    canvas.shade(part(0, -14, wide + 10, tall), hair, softness: 0.06)
    if hasLongHair { canvas.shade(part(0, 20, wide + 14, tall + 22), hair, softness: 0.06) }
    canvas.shade(part(0, 190, 104, 92), cloth, softness: 0.03)
    canvas.shade(part(0, 92, 25, 46), skin.scaled(0.78), softness: 0.06)
    canvas.shade(part(0, 118, 34, 14), skin.scaled(0.85), softness: 0.06)
    for side in [-1.0, 1.0] { canvas.shade(part(side * wide, 4, 8, 15), skin.scaled(0.85), softness: 0.06) }
  }

  private func drawEye(on canvas: inout Canvas, _ x: Double, _ part: Part) {
    canvas.shade(part(x, -14, 17, 11), skin.scaled(0.55), amount: 0.75, softness: 0.8)
    canvas.shade(part(x, -24, 14, 3.4), hair, amount: 0.9, softness: 0.3)
    canvas.shade(part(x, -11, 9.5, 4.6), Colour(red: 225, green: 222, blue: 218), softness: 0.2)
    canvas.shade(part(x, -11, 4.6, 4.6), Colour(red: 25, green: 18, blue: 16), softness: 0.2)
    canvas.shade(part(x, -14.6, 10.5, 2), hair, amount: 0.9, softness: 0.4)
  }

  private func drawNoseAndMouth(on canvas: inout Canvas, _ part: Part) {
    canvas.lighten(part(0, -4, 6, 20), by: 1.12)
    canvas.shade(part(0, 23, 10, 3.6), skin.scaled(0.55), amount: 0.7, softness: 0.6)
    for side in [-5.0, 5.0] {
      canvas.shade(part(side, 23, 2.4, 1.8), Colour(red: 60, green: 35, blue: 30), amount: 0.9, softness: 0.4)
    }
    let (lips, gap) = (Colour(red: 165, green: 80, blue: 78), Colour(red: 95, green: 40, blue: 42))
    canvas.shade(part(0, 43, mouth, 5.2), lips, amount: 0.95, softness: 0.35)
    canvas.shade(part(0, 42.6, mouth * 0.95, 1.2), gap, amount: 0.9, softness: 0.5)
    canvas.shade(part(0, 54, 14, 4), skin.scaled(0.75), amount: 0.6, softness: 0.7)
  }
}
