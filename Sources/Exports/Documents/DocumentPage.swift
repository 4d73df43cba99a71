internal import PDFFormat
internal import Programmes
internal import Tabular

/// 页面绘制 — draws boxes on the page that is open, and gathers what is found.
struct DocumentPage {
  let rules: DocumentRules
  var findings = ExportFindings()
  /// The candidates of whom it was said already that there is no photo.
  private var unseen: Set<String> = []

  /// Whose cell is drawn: what findings name, and the photo.
  struct Subject {
    /// The ticket number, or what the sheet is called.
    var name: String
    /// The candidate's own name and number, for what concerns the photo.
    var candidate = ""
    var number = ""
    var photo: [UInt8] = []
  }

  init(_ rules: DocumentRules) { self.rules = rules }

  /// Draws boxes.
  /// - Parameter corner: where the cell's corner lies on the page.
  mutating func draw(
    _ boxes: [DocumentBox], at corner: (x: Double, y: Double) = (0, 0), on writer: DocumentWriter,
    of subject: Subject, _ value: (DocumentField) -> String
  ) throws {
    for box in boxes {
      let area = PageBox(
        x: box.area.x + corner.x, y: box.area.y + corner.y, width: box.area.width, height: box.area.height)
      switch box.content {
      case .text(let text): try draw(text.filled(value), box, area, writer, subject)
      case .barcode(let text): draw(code: text.filled(value), area, writer, subject)
      case .photo(let without): try draw(photoElse: without, box, area, writer, subject)
      case .frame(let width): writer.frame(area, width: width)
      case .line(let width, let dash): writer.line(area, width: width, dash: dash)
      }
    }
  }

  private mutating func draw(
    _ text: String, _ box: DocumentBox, _ area: PageBox, _ writer: DocumentWriter, _ subject: Subject
  ) throws {
    let outcome = try writer.text(text, in: area, style: box.style)
    if !outcome.missing.isEmpty {
      let codes = outcome.missing.map { "U+" + hexadecimal($0.value) }.joined(separator: " ")
      findings.add(Finding(rules.glyph, at: Place(), arguments: [subject.name, text, codes]))
    }
    if !outcome.isWhole {
      let start = text.count > 40 ? text.prefix(40) + "…" : text
      findings.add(Finding(rules.fit, at: Place(), arguments: [subject.name, start]))
    }
  }

  private mutating func draw(code: String, _ area: PageBox, _ writer: DocumentWriter, _ subject: Subject) {
    guard let bars = try? BarCode(code) else {
      findings.add(Finding(rules.barcode, at: Place(), arguments: [subject.name, code]))
      return
    }
    writer.barCode(bars, in: area)
  }

  private mutating func draw(
    photoElse without: String, _ box: DocumentBox, _ area: PageBox, _ writer: DocumentWriter,
    _ subject: Subject
  ) throws {
    if try !subject.photo.isEmpty && writer.picture(subject.photo, in: area) { return }
    if unseen.insert(subject.number).inserted {
      let rule = subject.photo.isEmpty ? rules.photo : rules.unreadable
      findings.add(
        Finding(rule, at: Place(), value: "…" + subject.number.suffix(4), arguments: [subject.candidate]))
    }
    writer.frame(area, width: 0.3)
    if !without.isEmpty { _ = try writer.text(without, in: area, style: box.style) }
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension DocumentBox {
  fileprivate var style: TextStyle {
    TextStyle(
      size: size, least: least, isBold: isBold, alignment: TextStyle.Alignment(alignment),
      position: TextStyle.Position(position), leading: leading, wraps: wraps)
  }
}

extension TextStyle.Alignment {
  fileprivate init(_ alignment: DocumentBox.Alignment) {
    switch alignment {
    case .left: self = .left
    case .centre: self = .centre
    case .right: self = .right
    }
  }
}

extension TextStyle.Position {
  fileprivate init(_ position: DocumentBox.Position) {
    switch position {
    case .top: self = .top
    case .middle: self = .middle
    case .bottom: self = .bottom
    }
  }
}
