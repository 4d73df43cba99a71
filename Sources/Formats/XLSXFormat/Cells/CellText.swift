import Tabular

/// 单元格文字 — what holds for the text of every cell, wherever it is kept.
enum CellText {
  /// The most bytes that a text of `characters` UTF-16 units can have.
  static func mostBytes(characters: Int) -> Int { characters * 3 }

  /// Whether the bytes from `start` on are valid UTF-8.
  static func isValid(_ bytes: [UInt8], from start: Int) -> Bool {
    (try? UTF8Span(validating: bytes.span.extracting(start...))) != nil
  }

  /// Whether valid UTF-8 from `start` on has more UTF-16 units than `most`.
  static func isLonger(_ bytes: [UInt8], from start: Int, than most: Int) -> Bool {
    guard bytes.count - start > most else { return false }
    var units = 0
    for byte in bytes[start...] where byte & 0xc0 != 0x80 { units += byte >= 0xf0 ? 2 : 1 }
    return units > most
  }
}
