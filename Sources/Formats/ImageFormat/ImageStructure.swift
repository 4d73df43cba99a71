/// 图片结构 — a picture taken apart, whichever of the formats it has.
enum ImageStructure: Sendable {
  case jpeg(JPEGStructure)
  case png(PNGStructure)

  /// Takes a picture apart by its content.
  init(_ bytes: [UInt8], limits: ImageLimits) throws(ImageProblem) {
    guard bytes.count <= limits.bytes else {
      throw .tooManyBytes(count: bytes.count, most: limits.bytes)
    }
    switch ContentKind(of: bytes) {
    case .jpeg: self = .jpeg(try JPEGWalk.structure(of: bytes, limits: limits))
    case .png: self = .png(try PNGWalk.structure(of: bytes, limits: limits))
    case let other: throw .wrongKind(other)
    }
  }

  /// The picture's description for `byteCount` bytes of file.
  func info(byteCount: Int) -> ImageInfo {
    switch self {
    case .jpeg(let jpeg): jpeg.info(byteCount: byteCount)
    case .png(let png): png.info(byteCount: byteCount)
    }
  }
}
