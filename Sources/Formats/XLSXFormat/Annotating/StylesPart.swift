import Tabular

/// 样式部件 — the part of a workbook's styles, to which a copy adds some: two fills, and styles made of those that there
/// are. Nothing that is there changes its number.
struct StylesPart {
  private var part: PartText
  /// The styles of cells (`xf` in `cellXfs`), by their places among the part's elements.
  private let formats: [Int]

  /// Reads the part; nil stands for that of a workbook without one.
  init(_ bytes: [UInt8]?, name: String, limits: XMLLimits, isStrict: Bool) throws(FileError) {
    let blank = Self.blank(isStrict: isStrict)
    part = try PartText(bytes ?? blank, part: name, limits: limits, depth: 3)
    if part.elements[0].isEmpty { part = try PartText(blank, part: name, limits: limits, depth: 3) }
    guard part.elements[0].name == "styleSheet" else {
      throw .partMalformed(name, zh: "不是样式部件", en: "it is not the part of the styles")
    }
    let section = part.child("cellXfs", of: 0)
    let part = part
    formats = section.map { part.children(of: $0).filter { part.elements[$0].name == "xf" } } ?? []
  }

  /// How many styles there are; where the part lists none, programs take one for granted.
  var count: Int { max(1, formats.count) }

  /// The part with added styles.
  consuming func bytes(adding styles: AnnotationStyles) -> [UInt8] {
    let firstFill = addFills()
    let added = styles.added.map { style in
      switch style {
      case .text: format(0, [("numFmtId", "49"), ("applyNumberFormat", "1"), ("quotePrefix", nil)])
      case .marked(let base, let isError): format(base, Self.fill(firstFill, isError))
      case .shared(let isError): format(0, Self.fill(firstFill, isError))
      }
    }
    let isListed = !formats.isEmpty
    let all = (isListed ? [] : [Self.plainFormat(prefix)]) + added
    for section in ["fonts", "borders", "cellStyleXfs"] { addWhereMissing(section) }
    append(all.joined(), to: "cellXfs", count: formats.count + all.count)
    return part.edited()
  }

  private var prefix: String { part.elements[0].prefix }

  private static func fill(_ first: Int, _ isError: Bool) -> [TagText.Change] {
    [("fillId", String(isError ? first : first + 1)), ("applyFill", "1")]
  }

  /// The text of a style, changed in some attributes.
  private func format(_ base: Int, _ changes: [TagText.Change]) -> String {
    if formats.indices.contains(base) { return part.text(of: formats[base], changing: changes) }
    var attributes = ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0"]
    for change in changes { attributes[change.name] = change.value }
    let text = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
    return "<\(prefix)xf\(text)/>"
  }

  /// Adds the two colours.
  /// - Returns: the number of that of errors; that of warnings is the next one.
  private mutating func addFills() -> Int {
    let fills = part.child("fills", of: 0).map(part.children(of:)) ?? []
    // The first two are no colours, whatever they say: programs take them for “none” and “gray 12.5 %”.
    let missing = ["none", "gray125"].dropFirst(fills.count)
    var text = missing.map { "<\(prefix)fill><\(prefix)patternFill patternType=\"\($0)\"/></\(prefix)fill>" }
    for colour in [CellStyle.Fill.bad, .warning] {
      text.append(
        """
        <\(prefix)fill><\(prefix)patternFill patternType="solid"><\(prefix)fgColor rgb="\(colour.argb)"/>\
        <\(prefix)bgColor indexed="64"/></\(prefix)patternFill></\(prefix)fill>
        """)
    }
    append(text.joined(), to: "fills", count: fills.count + text.count)
    return fills.count + missing.count
  }

  /// Adds to a section; where there is none, makes one in its place.
  private mutating func append(_ text: String, to section: String, count: Int) {
    if let index = part.child(section, of: 0) {
      part.append(text, to: index, changing: [("count", String(count))])
    } else {
      insert("<\(prefix)\(section) count=\"\(count)\">\(text)</\(prefix)\(section)>", section)
    }
  }

  private static let order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]

  private mutating func insert(_ text: String, _ section: String) {
    let earlier = Self.order.prefix { $0 != section }
    let before = part.children(of: 0).last { earlier.contains(part.elements[$0].name) }
    part.insert(
      text, at: before.map { part.elements[$0].whole.upperBound } ?? part.elements[0].content.lowerBound)
  }

  private mutating func addWhereMissing(_ section: String) {
    guard part.child(section, of: 0) == nil else { return }
    let items = [
      "fonts": "<\(prefix)font><\(prefix)sz val=\"11\"/><\(prefix)name val=\"Calibri\"/></\(prefix)font>",
      "borders": "<\(prefix)border/>",
      "cellStyleXfs": "<\(prefix)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>",
    ]
    append(items[section] ?? "", to: section, count: 1)
  }

  private static func plainFormat(_ prefix: String) -> String {
    "<\(prefix)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
  }

  private static func blank(isStrict: Bool) -> [UInt8] {
    Array("<styleSheet xmlns=\"\(XMLNamespaces.main(isStrict: isStrict))\"></styleSheet>".utf8)
  }
}

extension CellStyle.Fill {
  /// The colour as a part writes it: opaque, then red, green and blue in hexadecimal.
  var argb: String {
    let digits = String(rawValue, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
