import CXlsxWriter

extension CellStyle {
  /// Gives a format of the library's this look.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if form != .general { format_set_num_format(format, form.rawValue) }
    if let fill { format_set_bg_color(format, lxw_color_t(fill.rawValue)) }
    if isBold { format_set_bold(format) }
    if isWrapped {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if isCentred {
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
    if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let points { format_set_font_size(format, Double(points)) }
  }
}
