import Tabular

/// 部件文本 — a small part held whole, with the places of its elements, so that pieces can be put in and tags changed;
/// all the rest keeps its bytes.
struct PartText {
  /// One element and where it lies.
  struct Element {
    /// 1 for the root.
    let depth: Int
    let name: String
    /// Its prefix with the colon; empty where it has none.
    let prefix: String
    let isEmpty: Bool
    fileprivate(set) var whole: Range<Int>
    /// From the end of its start tag to the beginning of its end tag.
    fileprivate(set) var content: Range<Int>
    fileprivate let nameRange: Range<Int>
    fileprivate let attributes: [XMLAttribute]
  }

  private let bytes: [UInt8]
  private let start: Int
  /// The elements down to the depth that was asked for, in the order of their start tags.
  private(set) var elements: [Element] = []
  private var edits: [(range: Range<Int>, text: String)] = []

  /// Reads a part.
  /// - Parameter depth: how deep elements are noted; 1 notes the root alone.
  /// - Throws: a `FileError` for XML that is cut off, wrong or hostile.
  init(_ source: [UInt8], part: String, limits: XMLLimits, depth: Int) throws(FileError) {
    // All of it lies in the window at once, UTF-16 made UTF-8 too, so that places stay what they are.
    var scanner = try XMLScanner(
      SourceStream(MemorySource(source)), part: part, limits: limits, windowSize: source.count * 2 + 16)
    start = scanner.position
    var open: [Int?] = []
    reading: while true {
      switch try scanner.next() {
      case .open:
        open.append(scanner.depth <= depth ? elements.count : nil)
        if scanner.depth <= depth { elements.append(Element(of: scanner)) }
      case .close:
        guard let index = open.popLast() ?? nil else { continue }
        elements[index].whole = elements[index].whole.lowerBound..<scanner.position
        if !elements[index].isEmpty {
          elements[index].content = elements[index].content.lowerBound..<scanner.tagStart
        }
      case .text: continue
      case .end: break reading
      }
    }
    bytes = Array(scanner.window[..<scanner.end])
  }

  /// The elements directly in another one, by their places in `elements`.
  func children(of index: Int) -> [Int] {
    let inside = elements[index].depth + 1
    let rest = elements.indices.dropFirst(index + 1).prefix { elements[$0].depth >= inside }
    return rest.filter { elements[$0].depth == inside }
  }

  /// The first element of this name directly in another one.
  func child(_ name: String, of index: Int) -> Int? {
    children(of: index).first { elements[$0].name == name }
  }

  /// The value of an attribute as it is written; nil where there is none.
  func value(_ name: String, of index: Int) -> String? {
    elements[index].attributes.first { bytes[$0.name].elementsEqual(name.utf8) }
      .map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An element with some attributes changed.
  func text(of index: Int, changing changes: [TagText.Change]) -> String {
    let element = elements[index]
    let tag = TagText(bytes, name: element.nameRange, attributes: element.attributes)
    let rest = element.content.lowerBound..<element.whole.upperBound
    return tag.text(changing: changes, isEmpty: element.isEmpty) + (element.isEmpty ? "" : text(rest))
  }

  /// Puts `text` in at a place.
  mutating func insert(_ text: String, at place: Int) { edits.append((place..<place, text)) }

  /// Puts `text` in the place of a range.
  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  /// Puts `text` behind all that an element holds, and changes attributes that it has.
  mutating func append(_ text: String, to index: Int, changing changes: [TagText.Change] = []) {
    let element = elements[index]
    let present = changes.filter { value($0.name, of: index) != nil }
    let tag = TagText(bytes, name: element.nameRange, attributes: element.attributes)
    let opened = tag.text(changing: present, isEmpty: false)
    if element.isEmpty {
      replace(element.whole, with: "\(opened)\(text)</\(tag.name)>")
    } else {
      if !present.isEmpty { replace(element.whole.lowerBound..<element.content.lowerBound, with: opened) }
      insert(text, at: element.content.upperBound)
    }
  }

  /// The part with everything put in, in UTF-8.
  func edited() -> [UInt8] {
    var result = Array(XMLText.declaration.utf8)
    var place = start
    let inOrder = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in inOrder {
      result += bytes[place..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      place = edit.range.upperBound
    }
    return result + bytes[place...]
  }
}

extension PartText.Element {
  /// The element whose start tag was read last.
  fileprivate init(of scanner: borrowing XMLScanner) {
    depth = scanner.depth
    name = String(decoding: scanner.window[scanner.localName], as: UTF8.self)
    prefix = scanner.prefix
    isEmpty = scanner.isEmptyElement
    whole = scanner.tagStart..<scanner.position
    content = scanner.position..<scanner.position
    nameRange = scanner.name
    attributes = scanner.attributes
  }
}
