internal import CPango

/// 轮廓字体 — the outlines of OpenType fonts without the tables around them, for glyphs whose text is known.
///
/// For every font of every document, Cairo 1.16 copies the font's table of outlines to look at its first bytes, and its
/// table of characters to find what each glyph is, even where the text is given with it. A font for Chinese has 15 MB of
/// outlines, and a package has a document for each candidate: a third of the time of its making. A face of the bare
/// outlines has no tables that Cairo could ask for; the glyphs' numbers are the same.
///
/// A face is made once and kept as long as the process lives, because Cairo's caches keep faces longer than the documents
/// that they were made for. It lies in the font file as the system has it mapped, so that it takes no memory of its own.
enum OutlineFaces {
  private nonisolated(unsafe) static var faces: [String: OpaquePointer] = [:]
  private nonisolated(unsafe) static var library: FT_Library?

  /// The face of a font; nil where its outlines are of another kind, and where the font system makes the font bold or
  /// oblique itself. To be called between `Drawing.begin` and `Drawing.end`.
  static func face(of font: UnsafeMutablePointer<PangoFont>, _ file: OpaquePointer) -> OpaquePointer? {
    guard pango_font_face_is_synthesized(pango_font_get_face(font)) == 0, let name = name(of: font) else {
      return nil
    }
    if let face = faces[name] { return face }
    guard let opened = open(hb_face_reference_table(file, outlines)),
      let face = cairo_ft_font_face_create_for_ft_face(opened, 0)
    else { return nil }
    faces[name] = face
    return face
  }

  /// Family and style, which stand for a font file of this machine.
  private static func name(of font: UnsafeMutablePointer<PangoFont>) -> String? {
    let description = pango_font_describe(font)
    defer { pango_font_description_free(description) }
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE)
    guard let text = pango_font_description_to_string(description) else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// `CFF `.
  private static let outlines: hb_tag_t = 0x4346_4620

  /// Opens outlines, which stay in memory.
  private static func open(_ table: OpaquePointer?) -> FT_Face? {
    if library == nil, FT_Init_FreeType(&library) != 0 { return nil }
    var count: UInt32 = 0
    var face: FT_Face?
    guard let table, let start = hb_blob_get_data(table, &count), count > 0,
      start.withMemoryRebound(
        to: FT_Byte.self, capacity: Int(count),
        { FT_New_Memory_Face(library, $0, FT_Long(count), 0, &face) }) == 0
    else {
      hb_blob_destroy(table)
      return nil
    }
    return face
  }
}
