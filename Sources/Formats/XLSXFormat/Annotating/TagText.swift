import Tabular

/// 标签文本 — a start tag written anew with some attributes changed. Attributes that stay keep their bytes, quotation marks
/// included, and their order; new ones come last.
struct TagText {
  /// An attribute by its name, and the value it gets; nil takes it away.
  typealias Change = (name: String, value: String?)

  /// The tag's name with its prefix.
  let name: String
  /// The attributes as they are written.
  private let attributes: [(name: String, source: String)]

  /// A tag that a scan found in `bytes`.
  init(_ bytes: [UInt8], name: Range<Int>, attributes: [XMLAttribute]) {
    self.name = String(decoding: bytes[name], as: UTF8.self)
    self.attributes = attributes.map { attribute in
      // The value is followed by its closing quotation mark.
      let source = bytes[attribute.name.lowerBound...attribute.value.upperBound]
      return (String(decoding: bytes[attribute.name], as: UTF8.self), String(decoding: source, as: UTF8.self))
    }
  }

  /// The tag's text.
  /// - Parameter isEmpty: whether the element ends with its tag.
  func text(changing changes: [Change], isEmpty: Bool) -> String {
    var text = "<\(name)"
    var left = changes
    for attribute in attributes {
      if let place = left.firstIndex(where: { $0.name == attribute.name }) {
        if let value = left.remove(at: place).value { text += " \(attribute.name)=\"\(value)\"" }
      } else {
        text += " \(attribute.source)"
      }
    }
    for case (let name, let value?) in left { text += " \(name)=\"\(value)\"" }
    return text + (isEmpty ? "/>" : ">")
  }
}

extension XMLScanner {
  /// The tag that was read last, to be written anew.
  var tag: TagText { TagText(window, name: name, attributes: attributes) }

  /// The prefix of the element that was opened last, with its colon; empty where it has none.
  var prefix: String { String(decoding: window[name.lowerBound..<localName.lowerBound], as: UTF8.self) }

  /// The value of an attribute of the tag that was read last, as text.
  func text(of attribute: StaticString) throws(FileError) -> String? {
    try value(of: attribute).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute of the tag that was read last, where it is a whole number, not negative.
  func number(of attribute: StaticString) throws(FileError) -> Int? {
    guard let text = try text(of: attribute), let number = Int(text), number >= 0 else { return nil }
    return number
  }

  /// Whether the element that was opened last has no content, not even an end tag.
  var isEmptyElement: Bool { mustClose }
}
