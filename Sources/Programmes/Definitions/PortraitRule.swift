/// 证件照检测要求 — what the optional ID-photo check asks of a photo (PHO-06). All shares are in percent.
public struct PortraitRule: Sendable, Equatable {
  /// The heights of the detector's face box that are plausible, of the picture's height.
  public var faceHeight = 25...65
  /// How far the face's middle may be from the middle of the width, of the width.
  public var offCentre = 15
  /// Where the face's middle may be, from the upper edge, of the height: the upper part.
  public var faceMiddle = 25...62
  /// How far a channel of a pixel may lie from the background's colour and still belong to it, of 255.
  public var backgroundTolerance = 40
  /// How much of the border must have the background's colour.
  public var backgroundShare = 85
  /// The least standard deviation of the brightness, of 255; below it the picture is blank.
  public var leastContrast = 8
  /// The least variance of the Laplacian at 320 pixels of height; below it the picture is blurred.
  public var leastSharpness = 4

  /// What holds where a definition says nothing else.
  public init() {}
}
