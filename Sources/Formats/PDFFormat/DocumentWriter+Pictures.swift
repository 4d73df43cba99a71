internal import CPango
internal import Glibc
internal import ImageFormat
public import Tabular

extension DocumentWriter {
  /// Draws a picture as large as it fits into a box, in its middle. The bytes of a JPEG go into the document as they are;
  /// a PNG is unpacked.
  /// - Returns: false where the bytes are no picture that can be drawn; nothing is drawn then.
  public func picture(_ bytes: [UInt8], in box: PageBox) throws(FileError) -> Bool {
    Drawing.begin()
    defer { Drawing.end() }
    guard let info = try? ImageProbe.info(of: bytes), let image = surface(of: bytes, info) else {
      return false
    }
    defer { cairo_surface_destroy(image) }
    let (width, height) = (points(box.width), points(box.height))
    let scale = min(width / Double(info.width), height / Double(info.height))
    cairo_save(cairo)
    cairo_translate(
      cairo, points(box.x) + (width - Double(info.width) * scale) / 2,
      points(box.y) + (height - Double(info.height) * scale) / 2)
    cairo_scale(cairo, scale, scale)
    cairo_set_source_surface(cairo, image, 0, 0)
    cairo_paint(cairo)
    cairo_restore(cairo)
    try check()
    return true
  }

  private func surface(of bytes: [UInt8], _ info: ImageInfo) -> OpaquePointer? {
    switch info.format {
    case .jpeg: jpegSurface(bytes, info)
    case .png: pngSurface(bytes)
    }
  }

  /// A surface whose pixels nobody looks at: Cairo takes the JPEG that comes with it.
  private func jpegSurface(_ bytes: [UInt8], _ info: ImageInfo) -> OpaquePointer? {
    guard let copy = malloc(bytes.count) else { return nil }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, CInt(info.width), CInt(info.height))
    let status = cairo_surface_set_mime_data(
      image, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), { free($0) },
      copy)
    if status == CAIRO_STATUS_SUCCESS { return image }
    free(copy)
    cairo_surface_destroy(image)
    return nil
  }

  private func pngSurface(_ bytes: [UInt8]) -> OpaquePointer? {
    let checker = ImageChecker()
    guard case .success(let checked) = checker.check(bytes), let picture = try? checker.picture(of: checked),
      let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, CInt(picture.width), CInt(picture.height)),
      let pixels = cairo_image_surface_get_data(image)
    else { return nil }
    let stride = Int(cairo_image_surface_get_stride(image))
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let from = (y * picture.width + x) * 3
        let to = y * stride + x * 4
        // Blue, green, red: the order of a 32-bit number's bytes in memory.
        for channel in 0..<3 { pixels[to + channel] = picture.pixels[from + 2 - channel] }
      }
    }
    cairo_surface_mark_dirty(image)
    return image
  }
}
