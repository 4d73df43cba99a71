internal import CPango

extension DocumentWriter {
  /// Draws the glyphs of the layout, its upper left corner at a place in points.
  ///
  /// Not by `pango_cairo_show_layout`: Cairo 1.16 loses parts of characters when it cuts down Noto's own CFF tables (it
  /// miscounts the hints of glyphs whose first hint mask stands behind a path, and drops subroutines that it overlooks:
  /// 如 would be blank). The faces of `DocumentFonts` make Cairo write the outlines themselves as a CFF font.
  func drawGlyphs(left: Double, top: Double, size: Double) {
    cairo_set_font_options(cairo, fonts.options)
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      guard let run = pango_layout_iter_get_run_readonly(iterator) else { continue }
      var extents = PangoRectangle()
      pango_layout_iter_get_run_extents(iterator, nil, &extents)
      draw(
        run.pointee, left: left + Double(extents.x) / Self.scale,
        line: top + Double(pango_layout_iter_get_baseline(iterator)) / Self.scale, size: size)
    } while pango_layout_iter_next_run(iterator) != 0
  }

  private func draw(_ run: PangoGlyphItem, left: Double, line: Double, size: Double) {
    guard let item = run.item?.pointee, let string = run.glyphs?.pointee, let font = item.analysis.font else {
      return
    }
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var x = left
    for index in 0..<Int(string.num_glyphs) {
      let glyph = string.glyphs[index]
      if clusters.isEmpty || string.log_clusters[index] != string.log_clusters[index - 1] {
        let next = (index + 1..<Int(string.num_glyphs)).first {
          string.log_clusters[$0] != string.log_clusters[index]
        }
        let end = next.map { string.log_clusters[$0] } ?? item.length
        clusters.append(cairo_text_cluster_t(num_bytes: end - string.log_clusters[index], num_glyphs: 0))
      }
      if glyph.glyph != PangoGlyph(PANGO_GLYPH_EMPTY) {
        glyphs.append(
          cairo_glyph_t(
            index: UInt(glyph.glyph), x: x + Double(glyph.geometry.x_offset) / Self.scale,
            y: line + Double(glyph.geometry.y_offset) / Self.scale))
        clusters[clusters.count - 1].num_glyphs += 1
      }
      x += Double(glyph.geometry.width) / Self.scale
    }
    cairo_set_font_face(cairo, fonts.face(of: font))
    cairo_set_font_size(cairo, size)
    show(glyphs, clusters, of: item)
  }

  /// Shows glyphs with the text that they stand for, so that it can be searched and copied.
  private func show(_ glyphs: [cairo_glyph_t], _ clusters: [cairo_text_cluster_t], of item: PangoItem) {
    let isLeftToRight = item.analysis.level % 2 == 0
    guard isLeftToRight, let text = pango_layout_get_text(layout) else {
      cairo_show_glyphs(cairo, glyphs, CInt(glyphs.count))
      return
    }
    cairo_show_text_glyphs(
      cairo, text + Int(item.offset), item.length, glyphs, CInt(glyphs.count), clusters, CInt(clusters.count),
      cairo_text_cluster_flags_t(0))
  }

  /// Pango's units in a point.
  static var scale: Double { Double(PANGO_SCALE) }
}
