import CTurboJPEG
public import Tabular

/// JPEG 编码器 — writes a picture as a JPEG.
public enum JPEGEncoder {
  /// The bytes of a JPEG file, colours at half resolution (4:2:0).
  /// - Parameters:
  ///   - quality: 1 (smallest) to 100 (best).
  ///   - isProgressive: whether the picture comes in several passes.
  /// - Throws: `.unsupported` where the picture is larger than JPEG allows, or there is no memory for it.
  public static func encode(
    _ picture: RGBPicture, quality: Int, isProgressive: Bool = false
  ) throws(FileError) -> [UInt8] {
    try encode(
      picture.pixels, width: picture.width, height: picture.height, channels: 3, quality: quality,
      isProgressive: isProgressive)
  }

  /// The same for pixels of 1 (grey), 3 (RGB) or 4 (CMYK) bytes.
  static func encode(
    _ pixels: [UInt8], width: Int, height: Int, channels: Int, quality: Int, isProgressive: Bool = false
  ) throws(FileError) -> [UInt8] {
    precondition(pixels.count == width * height * channels, "pixels do not fit the size")
    guard let handle = tjInitCompress() else { throw failure }
    defer { tjDestroy(handle) }
    var jpeg: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(jpeg) }
    let format = channels == 1 ? TJPF_GRAY : channels == 3 ? TJPF_RGB : TJPF_CMYK
    let sampling = channels == 1 ? TJSAMP_GRAY : TJSAMP_420
    let flags = TJFLAG_ACCURATEDCT | (isProgressive ? TJFLAG_PROGRESSIVE : 0)
    let status = tjCompress2(
      handle, pixels, CInt(width), 0, CInt(height), CInt(format.rawValue), &jpeg, &size,
      CInt(sampling.rawValue), CInt(quality), flags)
    guard status == 0, let jpeg else { throw failure }
    return Array(UnsafeBufferPointer(start: jpeg, count: Int(size)))
  }

  private static var failure: FileError {
    FileError(
      .unsupported, zh: "图片不能编码为 JPEG：尺寸过大或内存不足。",
      en: "The picture cannot be written as a JPEG: it is too large, or memory is short.")
  }
}
