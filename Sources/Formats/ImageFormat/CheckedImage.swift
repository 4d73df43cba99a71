/// 合格图片 — a picture that a checker found whole.
public struct CheckedImage: Sendable {
  /// What its headers say.
  public let info: ImageInfo
  let bytes: [UInt8]
  let structure: ImageStructure

  init(bytes: [UInt8], structure: ImageStructure) {
    self.bytes = bytes
    self.structure = structure
    info = structure.info(byteCount: bytes.count)
  }

  /// The picture written again with what its pixels need and nothing else: no EXIF data, places, thumbnails, texts,
  /// or bytes behind its end. The pixels are the same.
  public func cleaned() -> [UInt8] {
    switch structure {
    case .jpeg(let jpeg): JPEGCleaner.clean(bytes, jpeg)
    case .png(let png): PNGCleaner.clean(bytes, png)
    }
  }
}
