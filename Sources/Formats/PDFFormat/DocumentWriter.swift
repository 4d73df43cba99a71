internal import CPango
public import Tabular

/// 文档写出器 — writes a PDF page by page into a sink: what is on a page that is ended is out of the memory. Fonts are
/// embedded with the characters that are used. The same calls make the same bytes: the moment of making is passed in.
public final class DocumentWriter {
  let fonts: DocumentFonts
  let surface: OpaquePointer
  let cairo: OpaquePointer
  let layout: OpaquePointer
  /// How many pages are ended.
  public private(set) var pages = 0
  private let outlet: SinkOutlet
  private var isFinished = false

  /// Begins a document.
  /// - Parameters:
  ///   - title: the name that readers of PDF show.
  ///   - madeAt: the moment of making, `2020-09-20T10:00:00+08:00`.
  public init(
    _ sink: any ByteSink, page: PageSize, fonts: DocumentFonts, title: String, madeAt: String
  ) throws(FileError) {
    Drawing.begin()
    defer { Drawing.end() }
    self.fonts = fonts
    outlet = SinkOutlet(sink)
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        SinkOutlet.write, Unmanaged.passUnretained(outlet).toOpaque(), points(page.width),
        points(page.height)),
      let cairo = cairo_create(surface), let layout = pango_layout_new(fonts.context)
    else { preconditionFailure("Cairo and Pango hand out objects, or end the process.") }
    self.surface = surface
    self.cairo = cairo
    self.layout = layout
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, madeAt)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Kaowu")
    try check()
  }

  deinit {
    Drawing.begin()
    defer { Drawing.end() }
    // What an unfinished document still has to say goes nowhere.
    outlet.isOpen = false
    g_object_unref(UnsafeMutableRawPointer(layout))
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// Ends the page; what is drawn next is on a new one.
  /// - Throws: `.disk` where it cannot be written.
  public func endPage() throws(FileError) {
    Drawing.begin()
    defer { Drawing.end() }
    cairo_show_page(cairo)
    pages += 1
    try check()
  }

  /// Ends the document: the fonts follow the pages. The sink is not finished by it.
  /// - Throws: `.disk` where it cannot be written.
  public func finish() throws(FileError) {
    Drawing.begin()
    defer { Drawing.end() }
    precondition(!isFinished, "A document is finished once.")
    isFinished = true
    cairo_surface_finish(surface)
    try check()
  }

  /// Draws a frame.
  /// - Parameter width: of its lines, in points.
  public func frame(_ box: PageBox, width: Double = 0.5) {
    Drawing.begin()
    defer { Drawing.end() }
    cairo_set_line_width(cairo, width)
    cairo_rectangle(cairo, points(box.x), points(box.y), points(box.width), points(box.height))
    cairo_stroke(cairo)
  }

  /// Draws a line from the box's upper left to its lower right corner; a box without height makes it level.
  /// - Parameters:
  ///   - width: in points.
  ///   - dash: the length of dashes and gaps in points; 0 for a solid line.
  public func line(_ box: PageBox, width: Double = 0.5, dash: Double = 0) {
    Drawing.begin()
    defer { Drawing.end() }
    cairo_set_line_width(cairo, width)
    let dashes = dash > 0 ? [dash] : []
    cairo_set_dash(cairo, dashes, CInt(dashes.count), 0)
    cairo_move_to(cairo, points(box.x), points(box.y))
    cairo_line_to(cairo, points(box.x + box.width), points(box.y + box.height))
    cairo_stroke(cairo)
    cairo_set_dash(cairo, nil, 0, 0)
  }

  /// Throws what the sink threw, or what Cairo has to complain of.
  func check() throws(FileError) {
    if let error = outlet.error { throw error }
    for status in [cairo_surface_status(surface), cairo_status(cairo)]
    where status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED {
      let reason = String(cString: cairo_status_to_string(status))
      throw FileError(
        .disk, zh: "PDF 文件写不下去（\(reason)）。请检查磁盘空间和内存。",
        en: "The PDF could not be written (\(reason)). Check disk space and memory.")
    }
  }
}

/// 去向桥 — hands Cairo's bytes to a sink and keeps the first error, which Cairo's own status does not say.
private final class SinkOutlet {
  private var sink: any ByteSink
  var error: FileError?
  var isOpen = true

  init(_ sink: any ByteSink) { self.sink = sink }

  static let write: cairo_write_func_t = { closure, bytes, count in
    guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
    return Unmanaged<SinkOutlet>.fromOpaque(closure).takeUnretainedValue()
      .take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> cairo_status_t {
    guard isOpen, error == nil else { return CAIRO_STATUS_WRITE_ERROR }
    do throws(FileError) {
      try sink.write(bytes)
      return CAIRO_STATUS_SUCCESS
    } catch {
      self.error = error
      return CAIRO_STATUS_WRITE_ERROR
    }
  }
}
