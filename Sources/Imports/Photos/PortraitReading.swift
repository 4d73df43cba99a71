/// 证件照测量结果 — what a picture's pixels tell of the portrait; whether that is good enough is judged by rules.
public struct PortraitReading: Sendable {
  /// 人脸 — a face's place, in shares of the picture from 0 to 1.
  public struct Face: Sendable, Equatable {
    /// The height of the face, of the picture's height.
    public var height: Double
    /// The middle of the face from the left edge, of the width.
    public var x: Double
    /// The middle of the face from the upper edge, of the height.
    public var y: Double

    /// A face.
    public init(height: Double, x: Double, y: Double) {
      self.height = height
      self.x = x
      self.y = y
    }
  }

  /// 背景 — what is behind the head.
  public struct Background: Sendable, Equatable {
    /// The colour's red, from 0 to 255.
    public var red: Int
    /// The colour's green.
    public var green: Int
    /// The colour's blue.
    public var blue: Int
    /// How much of the border has that colour, in percent.
    public var evenShare: Double

    /// A background.
    public init(red: Int, green: Int, blue: Int, evenShare: Double) {
      self.red = red
      self.green = green
      self.blue = blue
      self.evenShare = evenShare
    }
  }

  /// The standard deviation of the brightness, of 255.
  public var contrast: Double
  /// The variance of the Laplacian at a standard size.
  public var sharpness: Double
  /// The background; nil where the head fills the picture.
  public var background: Background?
  /// The frontal faces; nil where they could not be looked for.
  public var faces: [Face]?

  /// A reading.
  public init(
    contrast: Double, sharpness: Double, background: Background?, faces: [Face]?
  ) {
    self.contrast = contrast
    self.sharpness = sharpness
    self.background = background
    self.faces = faces
  }
}
