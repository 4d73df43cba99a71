internal import CPango
public import Tabular

extension DocumentWriter {
  /// Sets a text into a box: made smaller as far as its style allows where it is too wide, then broken into lines, and
  /// cut with a mark where even that is too much. A paragraph ends with a line break.
  public func text(_ text: String, in box: PageBox, style: TextStyle) throws(FileError) -> TextOutcome {
    Drawing.begin()
    defer { Drawing.end() }
    var outcome = TextOutcome()
    let shown = shown(text, style, &outcome)
    if shown.isEmpty { return outcome }
    let (width, height) = (points(box.width), points(box.height))
    pango_layout_set_text(layout, shown, CInt(shown.utf8.count))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_alignment(layout, style.alignment.pango)
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE)
    outcome.size = fit(style, width: width, height: height)
    if measure(outcome.size, style, width: width).height > height + tolerance {
      outcome.isWhole = false
      cut(outcome.size, style, height: height)
    }
    outcome.lines = Int(pango_layout_get_line_count(layout))
    draw(outcome.size, style, box)
    try check()
    return outcome
  }

  /// Slack for sums of rounded widths, in points.
  private var tolerance: Double { 0.01 }

  /// The text with the mark for every character that no font has.
  private func shown(_ text: String, _ style: TextStyle, _ outcome: inout TextOutcome) -> String {
    guard text.unicodeScalars.contains(where: { !fonts.has($0, isBold: style.isBold) }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if fonts.has(scalar, isBold: style.isBold) {
        shown.append(scalar)
      } else {
        shown.append(contentsOf: DocumentFonts.missingMark.unicodeScalars)
        if !outcome.missing.contains(scalar) { outcome.missing.append(scalar) }
      }
    }
    return String(shown)
  }

  /// The largest size at which the text fits, else the least one.
  private func fit(_ style: TextStyle, width: Double, height: Double) -> Double {
    if !style.wraps {
      // In one line; the width goes with the size.
      let natural = measure(style.size, style, width: nil)
      let size = natural.width <= width ? style.size : style.size * (width - tolerance) / natural.width
      if size >= style.least, natural.height * size / style.size <= height + tolerance { return size }
    }
    var size = style.size
    while size > style.least {
      if measure(size, style, width: width).height <= height + tolerance { return size }
      size = max(style.least, size - 0.25)
    }
    return style.least
  }

  /// The width of the widest line, and the height from the upper edge of the first line to the lower edge of the last,
  /// in points. Left to itself, a line is as wide as it comes.
  private func measure(_ size: Double, _ style: TextStyle, width: Double?) -> (width: Double, height: Double)
  {
    set(size, style, width: width)
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    let baselines = baselines
    return (Double(extents.width) / Self.scale, baselines.last - baselines.first + size)
  }

  private func set(_ size: Double, _ style: TextStyle, width: Double?) {
    pango_layout_set_font_description(layout, fonts.description(isBold: style.isBold, size: size))
    pango_layout_set_line_spacing(layout, Float(style.leading / naturalLeading))
    pango_layout_set_width(layout, width.map { CInt($0 * Self.scale) } ?? -1)
  }

  /// Keeps as many lines as fit, the last with a mark at its end.
  private func cut(_ size: Double, _ style: TextStyle, height: Double) {
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    let lines = max(1, Int((height + tolerance - size) / (size * style.leading)) + 1)
    pango_layout_set_height(layout, CInt(Double(lines) * size * naturalLeading * Self.scale))
  }

  /// Draws what the layout holds. A line's edges are those of the square that a Chinese character is drawn in, so that
  /// texts of different fonts and sizes stand level.
  private func draw(_ size: Double, _ style: TextStyle, _ box: PageBox) {
    let baselines = baselines
    let height = baselines.last - baselines.first + size
    let top =
      switch style.position {
      case .top: points(box.y)
      case .middle: points(box.y) + (points(box.height) - height) / 2
      case .bottom: points(box.y + box.height) - height
      }
    var left = points(box.x)
    if pango_layout_get_width(layout) < 0 {
      var extents = PangoRectangle()
      pango_layout_get_extents(layout, nil, &extents)
      let rest = points(box.width) - Double(extents.width) / Self.scale
      left += rest * style.alignment.share
    }
    drawGlyphs(left: left, top: top + Self.ascent * size - baselines.first, size: size)
  }

  /// Where the first and the last line stand below the layout's upper edge, in points.
  private var baselines: (first: Double, last: Double) {
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    let first = Double(pango_layout_iter_get_baseline(iterator)) / Self.scale
    while pango_layout_iter_next_line(iterator) != 0 {}
    return (first, Double(pango_layout_iter_get_baseline(iterator)) / Self.scale)
  }

  /// The part of a Chinese character's square above the line on which letters stand.
  private static let ascent = 0.88
  /// From line to line in the Noto fonts when nobody asks, in multiples of the size.
  private var naturalLeading: Double { 1.448 }
}

extension TextStyle.Alignment {
  var pango: PangoAlignment {
    switch self {
    case .left: PANGO_ALIGN_LEFT
    case .centre: PANGO_ALIGN_CENTER
    case .right: PANGO_ALIGN_RIGHT
    }
  }

  /// The part of the free width that goes to the left of a line.
  var share: Double {
    switch self {
    case .left: 0
    case .centre: 0.5
    case .right: 1
    }
  }
}
