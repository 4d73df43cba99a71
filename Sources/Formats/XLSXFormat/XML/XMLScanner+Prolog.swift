import Tabular

extension XMLScanner {
  /// Tells the encoding from the first bytes, puts a transcoder in between for UTF-16, and checks the declaration.
  mutating func readProlog() throws(FileError) {
    _ = try has(4)
    let first = Array(window[..<min(4, end)])
    let isUTF16: Bool
    switch (first.first, first.dropFirst().first) {
    case (0xff, 0xfe), (0x3c, 0x00): isUTF16 = try startUTF16(isBigEndian: false)
    case (0xfe, 0xff), (0x00, 0x3c): isUTF16 = try startUTF16(isBigEndian: true)
    default: isUTF16 = false
    }
    if try starts(with: "\u{feff}") { position += 3 }
    guard try starts(with: "<?xml"), try has(6), XMLByte.isSpace(window[position + 5]) else { return }
    var length = 6
    while try has(length + 2), !matches("?>", position + length..<position + length + 2) {
      length += 1
      guard length < 256 else {
        throw .partMalformed(part, zh: "XML 声明太长", en: "the XML declaration is too long")
      }
    }
    guard try has(length + 2) else { throw .partCutOff(part) }
    let text = String(decoding: window[position..<position + length], as: UTF8.self)
    position += length + 2
    guard let encoding = Self.encoding(in: text) else { return }
    let accepted = isUTF16 ? ["utf-16", "utf-16le", "utf-16be"] : ["utf-8", "utf8", "us-ascii"]
    guard accepted.contains(encoding.lowercased()) else { throw .partEncoding(part, encoding) }
  }

  /// Begins anew over the same bytes seen as UTF-16.
  private mutating func startUTF16(isBigEndian: Bool) throws(FileError) -> Bool {
    stream = UTF16Stream(
      after: Array(window[position..<end]), stream, isBigEndian: isBigEndian, part: part)
    position = 0
    end = 0
    isDrained = false
    return true
  }

  /// The name in `encoding="…"` of an XML declaration.
  private static func encoding(in declaration: String) -> String? {
    guard let key = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[key.upperBound...]
    guard let open = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
    let value = rest[rest.index(after: open)...]
    return value.firstIndex(of: rest[open]).map { String(value[..<$0].prefix(40)) }
  }
}
