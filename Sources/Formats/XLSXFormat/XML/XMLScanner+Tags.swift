import Tabular

extension XMLScanner {
  /// Parses the start tag at `position`, its attributes and namespace declarations.
  mutating func readStartTag() throws(FileError) {
    let close = try endOfTag()
    tagStart = position
    let isEmpty = window[close - 1] == XMLByte.slash
    let contentEnd = isEmpty ? close - 1 : close
    var index = position + 1
    name = try readName(&index, before: contentEnd)
    attributes.removeAll(keepingCapacity: true)
    while true {
      let afterSpace = skipSpace(&index, before: contentEnd)
      if index == contentEnd { break }
      guard afterSpace else { throw malformedTag() }
      try appendAttribute(&index, before: contentEnd)
    }
    try enter(isEmpty: isEmpty)
    try bindNamespaces()
    let colon = window[name].firstIndex(of: XMLByte.colon)
    localName = (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
    isSpreadsheetElement = namespaces.isSpreadsheet(
      prefix: window[name.lowerBound..<(colon ?? name.lowerBound)])
    position = close + 1
  }

  /// Parses the end tag at `position` and closes its element.
  mutating func readEndTag() throws(FileError) {
    let close = try endOfTag()
    tagStart = position
    var index = position + 2
    let name = try readName(&index, before: close)
    _ = skipSpace(&index, before: close)
    guard index == close else { throw malformedTag() }
    try closeElement(named: name)
    position = close + 1
  }

  /// The value of an attribute of the tag that was read last, with references resolved; nil where it has none.
  func value(of attribute: StaticString) throws(FileError) -> ArraySlice<UInt8>? {
    guard let found = attributes.first(where: { matches(attribute, $0.name) }) else { return nil }
    let raw = window[found.value]
    guard raw.contains(XMLByte.ampersand) else { return raw }
    var resolved: [UInt8] = []
    try appendCharacters(of: found.value, resolvingReferences: true, to: &resolved)
    return resolved[...]
  }

  /// The place of the `>` that ends the tag at `position`, with all of the tag in the window.
  private mutating func endOfTag() throws(FileError) -> Int {
    var length = 1
    var quote: UInt8?
    while true {
      while position + length < end {
        let byte = window[position + length]
        if byte == XMLByte.less { throw malformedTag() }
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == XMLByte.greater {
          guard length <= limits.tagBytes else { throw tooLong(limits.tagBytes, zh: "标签", en: "tag") }
          return position + length
        } else if byte == XMLByte.quote || byte == XMLByte.apostrophe {
          quote = byte
        }
        length += 1
      }
      guard length <= limits.tagBytes else { throw tooLong(limits.tagBytes, zh: "标签", en: "tag") }
      guard try fill() else { throw .partCutOff(part) }
    }
  }

  private func readName(_ index: inout Int, before limit: Int) throws(FileError) -> Range<Int> {
    let start = index
    while index < limit, XMLByte.isName(window[index]) { index += 1 }
    guard index > start, XMLByte.isNameStart(window[start]) else { throw malformedTag() }
    guard index - start <= limits.nameBytes else { throw tooLong(limits.nameBytes, zh: "名称", en: "name") }
    return start..<index
  }

  private mutating func appendAttribute(_ index: inout Int, before limit: Int) throws(FileError) {
    let name = try readName(&index, before: limit)
    _ = skipSpace(&index, before: limit)
    guard index < limit, window[index] == XMLByte.equals else { throw malformedTag() }
    index += 1
    _ = skipSpace(&index, before: limit)
    guard index < limit, window[index] == XMLByte.quote || window[index] == XMLByte.apostrophe else {
      throw malformedTag()
    }
    let quote = window[index]
    index += 1
    let start = index
    while index < limit, window[index] != quote { index += 1 }
    guard index < limit else { throw malformedTag() }
    let value = start..<index
    index += 1
    guard value.count <= limits.valueBytes else { throw tooLong(limits.valueBytes, zh: "属性值", en: "value") }

    var hash: UInt32 = 2_166_136_261
    for place in name { hash = (hash ^ UInt32(window[place])) &* 16_777_619 }
    for earlier in attributes where earlier.nameHash == hash {
      guard window[earlier.name] != window[name] else {
        throw .partMalformed(part, zh: "一个标签里有两个同名属性", en: "a tag has an attribute twice")
      }
    }
    attributes.append(XMLAttribute(name: name, value: value, nameHash: hash))
    guard attributes.count <= limits.attributes else {
      throw .partHostile(
        part, zh: "一个标签的属性超过 \(limits.attributes) 个", en: "a tag has over \(limits.attributes) attributes")
    }
  }

  private mutating func bindNamespaces() throws(FileError) {
    for attribute in attributes where attribute.name.count >= 5 {
      let prefix: ArraySlice<UInt8>
      if matches("xmlns", attribute.name) {
        prefix = []
      } else if matches("xmlns:", attribute.name.prefix(6)) {
        prefix = window[attribute.name.dropFirst(6)]
      } else {
        continue
      }
      namespaces.bind(prefix: prefix, to: window[attribute.value], depth: depth)
    }
    guard namespaces.count <= limits.namespaces else {
      throw .partHostile(
        part, zh: "命名空间声明超过 \(limits.namespaces) 个", en: "over \(limits.namespaces) namespace declarations")
    }
  }

  private func skipSpace(_ index: inout Int, before limit: Int) -> Bool {
    let start = index
    while index < limit, XMLByte.isSpace(window[index]) { index += 1 }
    return index > start
  }

  private func malformedTag() -> FileError {
    .partMalformed(part, zh: "有写错的标签", en: "a tag is malformed")
  }

  private func tooLong(_ most: Int, zh: String, en: String) -> FileError {
    .partHostile(part, zh: "XML \(zh)长于 \(most) 字节", en: "an XML \(en) is longer than \(most) bytes")
  }
}
