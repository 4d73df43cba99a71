import Tabular

/// XML 扫描器 — cuts the XML of a part into tags and pieces of text while it streams through a window of fixed size.
/// It is made for the large parts (sheets, shared strings): it makes no String, keeps no tree, and refuses DTDs.
///
/// The ranges of a token (`name`, `attributes`, `text`) point into `window` and hold until the next call of `next()`.
struct XMLScanner: ~Copyable {
  enum Token {
    /// An element begins; `name` and `attributes` say which.
    case open
    /// The element that was opened last ends; `depth` is already that of its parent.
    case close
    /// A piece of text; one text may come in several pieces.
    case text
    /// The root has closed, and the part is over.
    case end
  }

  let part: String
  let limits: XMLLimits

  var stream: any ByteStream
  var isDrained = false
  var window: [UInt8]
  /// The first byte of the window that is not yet used, and the first that is not yet filled.
  var position = 0
  var end = 0
  /// Where the tag begins that was read last.
  var tagStart = 0
  /// Takes a copy of what is passed; nil where nobody wants one.
  var copySink: (any ByteSink & AnyObject)?
  /// The first byte of the window that is not yet copied.
  var copied = 0

  /// The name of the element that was opened last, with its prefix, and without.
  var name = 0..<0
  var localName = 0..<0
  var attributes: [XMLAttribute] = []
  /// Whether the element that was opened last is in the namespace of spreadsheets.
  var isSpreadsheetElement = false
  /// The piece of text that was read last, and whether it is CDATA, in which `&` is an ampersand.
  var text = 0..<0
  var isCDATA = false

  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []
  var namespaces = XMLNamespaces()
  private(set) var mustClose = false
  private var hasRoot = false

  /// Whether the bytes at `position` lie directly in the element that is open innermost.
  var isAtContent: Bool { !mustClose && !isCDATA }

  /// How many elements are open.
  var depth: Int { openStarts.count }

  /// Begins a part: tells its encoding and passes its XML declaration.
  init(
    _ stream: any ByteStream, part: String, limits: XMLLimits = XMLLimits(), windowSize: Int = 1 << 16
  ) throws(FileError) {
    self.part = part
    self.limits = limits
    self.stream = stream
    window = [UInt8](repeating: 0, count: max(1, windowSize))
    try readProlog()
  }

  /// Reads the next token.
  mutating func next() throws(FileError) -> Token {
    if mustClose {
      mustClose = false
      leave()
      return .close
    }
    while true {
      if position == end, try !fill() {
        guard hasRoot, depth == 0 else { throw .partCutOff(part) }
        return .end
      }
      if isCDATA {
        if try readCDATA() { return .text }
      } else if window[position] != XMLByte.less {
        if try readText() { return .text }
      } else if let token = try readMarkup() {
        return token
      }
    }
  }

  /// Passes the rest of the element that was opened last, up to and with its end.
  mutating func skipElement() throws(FileError) {
    let outside = depth - 1
    while depth > outside { _ = try next() }
  }

  /// Whether the element that was opened last is the spreadsheet's element of this name.
  func isElement(_ wanted: StaticString) -> Bool {
    isSpreadsheetElement && matches(wanted, localName)
  }

  /// Whether a range of the window holds exactly these bytes.
  func matches(_ wanted: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where window[range.lowerBound + offset] != wanted.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Makes the element whose tag was just parsed the innermost open one.
  mutating func enter(isEmpty: Bool) throws(FileError) {
    guard depth > 0 || !hasRoot else {
      throw .partMalformed(part, zh: "根元素之后还有元素", en: "there is an element after the root")
    }
    guard depth < limits.depth else {
      throw .partHostile(
        part, zh: "XML 嵌套超过 \(limits.depth) 层", en: "the XML is nested deeper than \(limits.depth)")
    }
    hasRoot = true
    openStarts.append(openNames.count)
    openNames.append(contentsOf: window[name])
    mustClose = isEmpty
  }

  /// Closes the innermost element, which must have the name in `range`.
  mutating func closeElement(named range: Range<Int>) throws(FileError) {
    guard let start = openStarts.last, openNames[start...].elementsEqual(window[range]) else {
      throw .partMalformed(part, zh: "开始标签和结束标签不配对", en: "an end tag does not fit its start tag")
    }
    leave()
  }

  private mutating func leave() {
    namespaces.leave(depth: depth)
    openNames.removeSubrange(openStarts.removeLast()...)
  }

  private mutating func readMarkup() throws(FileError) -> Token? {
    guard try has(2) else { throw .partCutOff(part) }
    switch window[position + 1] {
    case XMLByte.slash:
      try readEndTag()
      return .close
    case UInt8(ascii: "?"):
      position += 2
      try skip(past: "?>")
      return nil
    case UInt8(ascii: "!"):
      try readDeclaration()
      return nil
    default:
      try readStartTag()
      return .open
    }
  }

  /// Passes a comment, or opens a CDATA section; anything else that begins with `<!` is a DTD or a mistake.
  private mutating func readDeclaration() throws(FileError) {
    if try starts(with: "<!--") {
      position += 4
      try skip(past: "-->")
    } else if depth > 0, try starts(with: "<![CDATA[") {
      position += 9
      isCDATA = true
    } else if try starts(with: "<!DOCTYPE") {
      throw .partHasDTD(part)
    } else {
      throw try has(9)
        ? .partMalformed(part, zh: "有不认识的 <! 声明", en: "there is an unknown <! declaration")
        : .partCutOff(part)
    }
  }
}
