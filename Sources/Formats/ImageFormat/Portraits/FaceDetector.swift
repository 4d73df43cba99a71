/// 人脸检测器 — finds frontal faces. What finds them is behind this protocol, and may be missing on a machine.
public protocol FaceDetector: Sendable {
  /// The frontal faces of a picture that are at least `height` pixels high, in no order; nil where the detection failed.
  /// Called on any thread, for several pictures at a time.
  func faces(in picture: GreyPicture, atLeast height: Int) -> [PixelBox]?
}
