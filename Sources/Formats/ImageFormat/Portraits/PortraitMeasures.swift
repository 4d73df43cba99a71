/// 证件照测量 — what a portrait's pixels tell of it: how much contrast, how sharp, what is behind the head, and where
/// the faces are. What is good enough is for the programme to say (PHO-06).
public struct PortraitMeasures: Sendable, Equatable {
  /// 人脸 — where a face lies, in shares of the picture.
  public struct Face: Sendable, Equatable {
    /// Its height as a share of the picture's.
    public var height: Double
    /// Its middle from the left edge, as a share of the width.
    public var x: Double
    /// Its middle from the upper edge, as a share of the height.
    public var y: Double
  }

  /// The side to which larger pictures are reduced before they are measured: enough for everything that is asked, and
  /// measures of different pictures can be compared.
  static let side = 320
  /// Faces lower than this share of the picture are not looked for.
  static let leastFace = 0.12
  /// What is lower than this share of the largest face is no second person, but a button or a fold.
  private static let leastOther = 0.5

  /// The standard deviation of the brightness, of 255.
  public var contrast: Double
  /// The variance of the Laplacian over the face, or over the middle where there is none, at 320 pixels of height.
  public var sharpness: Double
  /// What is behind the head; nil where the head fills the picture.
  public var background: BackgroundMeasure?
  /// The frontal faces; nil where nobody looked, or the detection failed.
  public var faces: [Face]?

  /// Measures a picture.
  /// - Parameters:
  ///   - detector: finds the faces; nil where there is none.
  ///   - tolerance: how far a channel of a pixel may lie from the background's colour and still belong to it.
  public init(of picture: RGBPicture, detector: (any FaceDetector)?, tolerance: Int) {
    let picture = picture.reduced(to: Self.side)
    let grey = GreyPicture(picture)
    let least = Int(Double(picture.height) * Self.leastFace)
    let found = detector.flatMap { $0.faces(in: grey, atLeast: least) }
    let face = found?.max { $0.height < $1.height }
    let boxes = found?.filter { Double($0.height) >= Double(face?.height ?? 0) * Self.leastOther }
    let middle = PixelBox(
      x: picture.width / 4, y: picture.height / 4, width: picture.width / 2, height: picture.height / 2)
    contrast = grey.contrast
    sharpness = grey.sharpness(in: face ?? middle, standard: Self.side)
    background = BackgroundMeasure(of: picture, face: face, tolerance: tolerance)
    faces = boxes?.map { box in
      Face(
        height: Double(box.height) / Double(picture.height),
        x: (Double(box.x) + Double(box.width) / 2) / Double(picture.width),
        y: (Double(box.y) + Double(box.height) / 2) / Double(picture.height))
    }
  }
}
