import Tabular

extension XMLScanner {
  /// The longest reference that means anything: `&#x0010FFFF;` with some zeros to spare.
  private static let referenceBytes = 16

  /// Takes the text from `position` up to the next tag, or as much of it as the window holds.
  /// - Returns: false where more of the part must be read first, or the text is blank and outside the root.
  mutating func readText() throws(FileError) -> Bool {
    var stop = position
    while stop < end, window[stop] != XMLByte.less { stop += 1 }
    if stop == end, isDrained, depth > 0 { throw .partCutOff(part) }
    if stop == end, !isDrained {
      stop = lastSafeCut(before: stop)
      if stop == position {
        _ = try fill()
        return false
      }
    }
    text = position..<stop
    position = stop
    if depth > 0 { return true }
    guard window[text].allSatisfy(XMLByte.isSpace) else {
      throw .partMalformed(part, zh: "根元素之外有文字", en: "there is text outside the root")
    }
    return false
  }

  /// Takes what the window holds of a CDATA section.
  /// - Returns: false where the section ended, or more of the part must be read first.
  mutating func readCDATA() throws(FileError) -> Bool {
    var stop = position
    while stop + 2 < end, !matches("]]>", stop..<stop + 3) { stop += 1 }
    if stop + 2 < end {
      if stop == position {
        isCDATA = false
        position += 3
        return false
      }
    } else {
      stop = lastSafeCut(before: stop)
      if stop == position {
        guard try fill() else { throw .partCutOff(part) }
        return false
      }
    }
    text = position..<stop
    position = stop
    return true
  }

  /// Adds the piece of text that was read last, references resolved and line ends made `\n`.
  func appendText(to bytes: inout [UInt8]) throws(FileError) {
    try appendCharacters(of: text, resolvingReferences: !isCDATA, to: &bytes)
  }

  /// Adds the text of the element that was opened last and passes its end; elements in it are passed over.
  /// - Throws: `.tooLarge` as soon as `bytes` holds more than `most` bytes.
  mutating func appendElementText(to bytes: inout [UInt8], most: Int) throws(FileError) {
    let inside = depth
    while true {
      switch try next() {
      case .open: try skipElement()
      case .text:
        try appendText(to: &bytes)
        if bytes.count > most { throw .textTooLong(part) }
      case .close, .end: if depth < inside { return }
      }
    }
  }

  /// Adds the characters of a range of the window.
  func appendCharacters(
    of range: Range<Int>, resolvingReferences: Bool, to bytes: inout [UInt8]
  ) throws(FileError) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, XMLByte.isPlain(window[index]) { index += 1 }
      bytes.append(contentsOf: window[start..<index])
      guard index < range.upperBound else { return }
      switch window[index] {
      case XMLByte.ampersand where resolvingReferences:
        try appendReference(&index, before: range.upperBound, to: &bytes)
      case XMLByte.ampersand, XMLByte.less:
        bytes.append(window[index])
        index += 1
      case XMLByte.carriageReturn:
        index += 1
        if index == range.upperBound || window[index] != XMLByte.lineFeed { bytes.append(XMLByte.lineFeed) }
      default:
        throw .partMalformed(part, zh: "含有控制字符", en: "there is a control character")
      }
    }
  }

  /// The last place before `stop` at which a text may be cut in two: not inside a reference, nor between `\r` and `\n`.
  private func lastSafeCut(before stop: Int) -> Int {
    guard stop > position else { return stop }
    if window[stop - 1] == XMLByte.carriageReturn { return stop - 1 }
    var place = stop - 1
    while place >= position, stop - place < Self.referenceBytes, window[place] != XMLByte.semicolon {
      if window[place] == XMLByte.ampersand { return place }
      place -= 1
    }
    return stop
  }

  private func appendReference(_ index: inout Int, before limit: Int, to bytes: inout [UInt8])
    throws(FileError)
  {
    let start = index + 1
    var stop = start
    while stop < limit, stop - start < Self.referenceBytes, window[stop] != XMLByte.semicolon { stop += 1 }
    guard stop < limit, window[stop] == XMLByte.semicolon, stop > start else { throw wrongReference() }
    index = stop + 1
    let name = start..<stop
    if window[start] == UInt8(ascii: "#") {
      bytes.append(contentsOf: Array(String(try numericReference(name.dropFirst())).utf8))
    } else if matches("lt", name) {
      bytes.append(XMLByte.less)
    } else if matches("gt", name) {
      bytes.append(XMLByte.greater)
    } else if matches("amp", name) {
      bytes.append(XMLByte.ampersand)
    } else if matches("quot", name) {
      bytes.append(XMLByte.quote)
    } else if matches("apos", name) {
      bytes.append(XMLByte.apostrophe)
    } else {
      throw wrongReference()
    }
  }

  private func numericReference(_ digits: Range<Int>) throws(FileError) -> Unicode.Scalar {
    let isHex = digits.first.map { window[$0] } == UInt8(ascii: "x")
    let bytes = window[isHex ? digits.dropFirst() : digits]
    let allDigits = bytes.allSatisfy { isHex ? hexValue($0) != nil : (48...57).contains($0) }
    guard allDigits, let code = UInt32(String(decoding: bytes, as: UTF8.self), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(code), code >= 0x20 || [0x9, 0xa, 0xd].contains(code),
      code != 0xfffe, code != 0xffff
    else { throw wrongReference() }
    return scalar
  }

  private func wrongReference() -> FileError {
    .partMalformed(part, zh: "有不认识的 & 引用", en: "there is an unknown & reference")
  }
}

/// The value of a hexadecimal digit; nil for another byte.
func hexValue(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
  default: nil
  }
}
