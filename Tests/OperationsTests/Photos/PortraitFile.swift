import FaceDetection
import ImageFormat
import Operations
import SamplePictures
import Tabular
import TestKit

/// Drawn ID photos as files, and offices that look for faces in them.
enum PortraitFile {
  /// Whether this machine has the face detector.
  static let canFindFaces = OpenCVFaces() != nil

  /// A JPEG of a portrait, good or with a fault.
  static func jpeg(_ fault: IDPhoto.Fault? = nil, seed: UInt64 = 1, background: Colour? = nil) throws
    -> [UInt8]
  {
    try JPEGEncoder.encode(picture(fault, seed: seed, background: background), quality: 95)
  }

  /// The same before it is written.
  static func picture(
    _ fault: IDPhoto.Fault? = nil, seed: UInt64 = 1, width: Int = 300, background: Colour? = nil
  ) -> RGBPicture {
    var random = SeededGenerator(seed: seed)
    var photo = IDPhoto()
    photo.width = width
    photo.sitter = Sitter.any(&random)
    if let background { photo.background = background }
    return photo.picture(fault, &random)
  }
}
