/// 图片检查器 — says whether a picture is whole and can be shown (PHO-05, OPS-04). It keeps a decoder for all the
/// pictures of one worker; each worker has its own.
public final class ImageChecker {
  private let limits: ImageLimits
  private var decoder: JPEGDecoder?
  private var walk = JPEGScanWalk()

  /// A checker within `limits`.
  public init(limits: ImageLimits = ImageLimits()) { self.limits = limits }

  /// Goes through structure and pixels of a picture.
  /// - Returns: the picture with what is known of it; or what is wrong: another kind, cut off, damaged, over a limit,
  ///   a rare form, or lying on its side.
  public func check(_ bytes: [UInt8]) -> Result<CheckedImage, ImageProblem> {
    Result { () throws(ImageProblem) in try checked(bytes) }
  }

  /// A picture without metadata, of one that was found whole before: its headers are gone through, its pixels are not.
  /// - Returns: the bytes that `CheckedImage.cleaned()` gives; nil for what is no such picture.
  public static func cleaned(_ bytes: [UInt8], limits: ImageLimits = ImageLimits()) -> [UInt8]? {
    (try? ImageStructure(bytes, limits: limits)).map { CheckedImage(bytes: bytes, structure: $0).cleaned() }
  }

  private func checked(_ bytes: [UInt8]) throws(ImageProblem) -> CheckedImage {
    let structure = try ImageStructure(bytes, limits: limits)
    let image = CheckedImage(bytes: bytes, structure: structure)
    guard image.info.orientation == 1 else { throw .sideways(orientation: image.info.orientation) }
    switch structure {
    case .jpeg(let jpeg):
      if !walk.isWhole(bytes, jpeg) {
        try prepareDecoder()
        try decoder?.check(bytes, frame: jpeg.frame)
      }
    case .png(let png):
      try PNGPixelData.unpack(bytes, png)
    }
    return image
  }

  /// All samples of a JPEG.
  func jpegPixels(_ bytes: [UInt8], frame: JPEGFrame) throws(ImageProblem) -> [UInt8] {
    try prepareDecoder()
    return try decoder?.pixels(bytes, frame: frame) ?? []
  }

  private func prepareDecoder() throws(ImageProblem) {
    if decoder == nil { decoder = JPEGDecoder() }
    guard decoder != nil else { throw .unsupported("memory") }
  }
}
