internal import Tabular

/// 版面方框读取器 — reads the boxes of a layout; what lies outside its page or cell, and what cannot be filled there, is a
/// finding.
struct DocumentBoxReader {
  /// The texts of `Templates/Notices` by their names.
  let notices: [String: String]

  /// Reads a list of boxes.
  /// - Parameter allowed: the values that its texts may name.
  func read(
    _ key: String, _ map: DefinitionMap, inside bounds: DocumentBox.Area, allowed: [DocumentField]
  ) -> [DocumentBox] {
    map.maps(key).compactMap { box($0, inside: bounds, allowed: allowed) }
  }

  /// Reads a text with placeholders.
  func text(
    _ text: String, _ key: String, _ map: DefinitionMap, allowed: [DocumentField]
  ) -> DocumentText {
    let names = allowed.map(\.rawValue)
    func note(_ name: String) {
      map.note(
        DefinitionRules.placeholder, key,
        [map.name(key), "{\(name)}", names.map { "{\($0)}" }.joined(separator: " ")],
        suggestion: NearMatch.of(name, in: names).map { "{\($0)}" })
    }
    let result = DocumentText(text, unknown: note)
    for field in result.fields where !allowed.contains(field) { note(field.rawValue) }
    return result
  }

  private func box(
    _ map: DefinitionMap, inside bounds: DocumentBox.Area, allowed: [DocumentField]
  ) -> DocumentBox? {
    defer { map.finish() }
    let contents = contents(map, allowed)
    let size = map.decimal("size", in: 3...200) ?? 10
    let least = map.decimal("least", in: 3...200) ?? size
    let isBold = map.flag("bold")
    let alignment = map.choice("align", DocumentBox.Alignment.self) ?? .left
    let position = map.choice("position", DocumentBox.Position.self) ?? .middle
    let leading = map.decimal("leading", in: 1...5) ?? 1.35
    let wraps = map.flag("wrap")
    // A notice that is not there has its own finding.
    if contents.count != 1, !(contents.isEmpty && map.has("notice")) {
      map.note(DefinitionRules.missing, "text", ["text | notice | barcode | photo | frame | line"])
    }
    guard let area = map.requiredArea("at"), let content = contents.first else { return nil }
    Self.requireInside(area, bounds, "at", map)
    return DocumentBox(
      content: content, area: area, size: size, least: min(size, least), isBold: isBold, alignment: alignment,
      position: position, leading: leading, wraps: wraps)
  }

  private func contents(_ map: DefinitionMap, _ allowed: [DocumentField]) -> [DocumentBox.Content] {
    var contents: [DocumentBox.Content] = []
    if let text = map.text("text") { contents.append(.text(self.text(text, "text", map, allowed: allowed))) }
    if let name = map.text("notice") {
      if let notice = notices[name] {
        contents.append(.text(text(notice, "notice", map, allowed: allowed)))
      } else {
        map.note(
          DefinitionRules.reference, "notice",
          ["notice", name, notices.keys.sorted().joined(separator: ", ")])
      }
    }
    if let code = map.text("barcode") {
      contents.append(.barcode(text(code, "barcode", map, allowed: allowed)))
    }
    if let without = map.text("photo") { contents.append(.photo(without: without)) }
    if let width = map.decimal("frame", in: 0.05...10) { contents.append(.frame(width)) }
    let dash = map.decimal("dash", in: 0...100) ?? 0
    if let width = map.decimal("line", in: 0.05...10) { contents.append(.line(width, dash: dash)) }
    return contents
  }

  /// Nothing lies outside; a tenth of a millimetre is a rounding.
  static func requireInside(
    _ area: DocumentBox.Area, _ bounds: DocumentBox.Area, _ key: String, _ map: DefinitionMap
  ) {
    let slack = 0.1
    if area.x + area.width <= bounds.width + slack, area.y + area.height <= bounds.height + slack { return }
    let numbers = [area.x, area.y, area.width, area.height].map(shown)
    let (width, height) = (shown(bounds.width), shown(bounds.height))
    map.note(
      DefinitionRules.outside, key,
      [map.name(key)] + numbers + ["\(width) × \(height) 毫米的范围", "\(width) × \(height) mm that there are"])
  }

  private static func shown(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
