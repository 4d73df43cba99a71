internal import CPango
public import Tabular

/// 文档字体 — the fonts of documents, and which characters they have. Opened once and used for one document after the
/// other; not to be shared between tasks.
public final class DocumentFonts {
  /// What stands on the page for a character that no font has: the printers' mark for a missing letter.
  public static let missingMark: Character = "〓"
  /// The Chinese font of Debian's `fonts-noto-cjk`.
  public static let standard = "Noto Sans CJK SC"

  /// The families, the first one first; where it lacks a character the next one stands in, then any other font there is.
  public let families: [String]
  let context: OpaquePointer
  /// How glyphs are drawn.
  let options: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let descriptions: (regular: OpaquePointer, bold: OpaquePointer)
  private var fontsets: [Bool: UnsafeMutablePointer<PangoFontset>] = [:]
  private var faces: [OpaquePointer: OpaquePointer] = [:]
  private var known: [Bool: [UInt32: Bool]] = [false: [:], true: [:]]

  /// Opens fonts.
  /// - Throws: `.missing` where the first family is not installed: another font would be taken without a word.
  public init(families: [String] = [standard]) throws(FileError) {
    Drawing.begin()
    defer { Drawing.end() }
    self.families = families
    guard let map = pango_cairo_font_map_new(), let context = pango_font_map_create_context(map),
      let regular = pango_font_description_new(), let bold = pango_font_description_new(),
      let options = cairo_font_options_create()
    else {
      preconditionFailure("Pango hands out a font map, a context and descriptions, or ends the process.")
    }
    self.map = map
    self.context = context
    self.options = options
    descriptions = (regular, bold)
    let family = families.joined(separator: ",")
    pango_font_description_set_family(regular, family)
    pango_font_description_set_family(bold, family)
    pango_font_description_set_weight(bold, PANGO_WEIGHT_BOLD)
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    // Widths as the printer has them, not rounded to the pixels of a screen.
    pango_context_set_round_glyph_positions(context, 0)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    // Glyphs are drawn by faces of our own; options that differ keep Cairo from handing out Pango's prepared ones.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
    try requireFirst()
  }

  deinit {
    Drawing.begin()
    defer { Drawing.end() }
    for fontset in fontsets.values { g_object_unref(fontset) }
    for face in faces.values { cairo_font_face_destroy(face) }
    cairo_font_options_destroy(options)
    pango_font_description_free(descriptions.regular)
    pango_font_description_free(descriptions.bold)
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The description of a font at a size in points.
  func description(isBold: Bool, size: Double) -> OpaquePointer {
    let description = isBold ? descriptions.bold : descriptions.regular
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    return description
  }

  /// The face by which a font's glyphs are drawn. Its mark says that the glyphs are not the font file's own, which makes
  /// Cairo write outlines instead of a part of that file (see `drawGlyphs`); their shape is not changed by it.
  func face(of font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer? {
    guard let file = hb_font_get_face(pango_font_get_hb_font(font)) else { return nil }
    if let face = faces[file] { return face }
    let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
    guard let face = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled)) else { return nil }
    cairo_ft_font_face_set_synthesize(face, Self.outlines)
    faces[file] = face
    return face
  }

  /// Neither bold (1) nor oblique (2).
  private static let outlines: UInt32 = 0x80

  /// Whether some font has a character; what is never seen on a page counts as had.
  func has(_ scalar: Unicode.Scalar, isBold: Bool = false) -> Bool {
    if (0x20...0x7E).contains(scalar.value) || scalar == "\n" { return true }
    if let known = known[isBold]?[scalar.value] { return known }
    let properties = scalar.properties
    let isSeen = !properties.isDefaultIgnorableCodePoint
    let has = !isSeen || (hasGlyph(scalar.value, isBold: isBold))
    known[isBold]?[scalar.value] = has
    return has
  }

  private func hasGlyph(_ scalar: UInt32, isBold: Bool) -> Bool {
    guard let font = pango_fontset_get_font(fontset(isBold: isBold), scalar) else { return false }
    defer { g_object_unref(font) }
    return pango_font_has_char(font, scalar) != 0
  }

  private func fontset(isBold: Bool) -> UnsafeMutablePointer<PangoFontset>? {
    if let fontset = fontsets[isBold] { return fontset }
    let fontset = pango_font_map_load_fontset(
      map, context, description(isBold: isBold, size: 10), pango_language_from_string("zh-cn"))
    fontsets[isBold] = fontset
    return fontset
  }

  private func requireFirst() throws(FileError) {
    guard let first = families.first, let font = pango_fontset_get_font(fontset(isBold: false), 0x56FD) else {
      throw Self.notInstalled(families.first ?? "")
    }
    defer { g_object_unref(font) }
    let description = pango_font_describe(font)
    defer { pango_font_description_free(description) }
    let family = pango_font_description_get_family(description).map { String(cString: $0) }
    if family != first { throw Self.notInstalled(first) }
  }

  private static func notInstalled(_ family: String) -> FileError {
    FileError(
      .missing, zh: "没有安装字体“\(family)”。请运行 scripts/bootstrap（Debian 软件包 fonts-noto-cjk），或在版面定义中改用已安装的字体。",
      en:
        "The font “\(family)” is not installed. Run scripts/bootstrap (Debian's fonts-noto-cjk), or name another in the layout."
    )
  }
}
