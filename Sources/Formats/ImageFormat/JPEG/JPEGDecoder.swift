import CTurboJPEG

/// JPEG 解码器 — decodes JPEGs one after the other with one handle and one buffer.
struct JPEGDecoder: ~Copyable {
  private let handle: tjhandle
  private var buffer: [UInt8] = []

  /// Makes a decoder, or nil where there is no memory for one.
  init?() {
    guard let handle = tjInitDecompress() else { return nil }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  /// Goes through all of the coded data and keeps an eighth of each side only, which saves most of the arithmetic.
  /// - Throws: `.damaged` at the decoder's first warning: such a picture shows grey or coloured patches.
  mutating func check(_ bytes: [UInt8], frame: JPEGFrame) throws(ImageProblem) {
    try decode(bytes, frame: frame, scale: 8)
  }

  /// All pixels, row after row: grey, RGB, or CMYK as the picture has 1, 3 or 4 components.
  mutating func pixels(_ bytes: [UInt8], frame: JPEGFrame) throws(ImageProblem) -> [UInt8] {
    try decode(bytes, frame: frame, scale: 1)
    return Array(buffer.prefix(frame.width * frame.height * frame.componentIDs.count))
  }

  private mutating func decode(_ bytes: [UInt8], frame: JPEGFrame, scale: Int) throws(ImageProblem) {
    let width = (frame.width + scale - 1) / scale
    let height = (frame.height + scale - 1) / scale
    let channels = frame.componentIDs.count
    let format = channels == 1 ? TJPF_GRAY : channels == 3 ? TJPF_RGB : TJPF_CMYK
    let size = width * height * channels
    if buffer.count < size { buffer = [UInt8](repeating: 0, count: size) }
    let status = tjDecompress2(
      handle, bytes, UInt(bytes.count), &buffer, CInt(width), CInt(width * channels), CInt(height),
      CInt(format.rawValue), TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS)
    if status != 0 { throw .damaged("scan") }
  }
}
