/// 图片探查 — what a picture is, by content and headers alone, without decoding it.
public enum ImageProbe {
  /// Goes through the picture's structure once, at the speed of memory.
  /// - Throws: what is wrong, where it is not a JPEG or PNG, over the limits, cut off, or damaged in form. A picture
  ///   that passes may still have damaged pixels, which `ImageChecker` finds.
  public static func info(of bytes: [UInt8], limits: ImageLimits = ImageLimits()) throws(ImageProblem)
    -> ImageInfo
  {
    try ImageStructure(bytes, limits: limits).info(byteCount: bytes.count)
  }
}
