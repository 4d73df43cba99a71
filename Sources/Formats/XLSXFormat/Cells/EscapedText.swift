/// 转义文本 — characters that XML cannot hold stand in a workbook as `_xHHHH_`, a UTF-16 unit in hexadecimal; a text
/// that looks like one has its underscore written as `_x005F_`.
enum EscapedText {
  /// Resolves the escapes in the bytes from `start` on, in place.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard var index = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var end = index
    while index < bytes.count {
      if let (scalar, length) = escape(in: bytes, at: index) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[end] = byte
          end += 1
        }
        index += length
      } else {
        bytes[end] = bytes[index]
        end += 1
        index += 1
      }
    }
    bytes.removeSubrange(end...)
  }

  /// The character that an escape at `index` stands for, and the length of the escape: two units for one character
  /// beyond the first 65 536; half a character alone is left as it is written.
  private static func escape(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard let unit = unit(in: bytes, at: index) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard unit < 0xdc00, let low = self.unit(in: bytes, at: index + 7), low & 0xfc00 == 0xdc00,
      let scalar = Unicode.Scalar(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff))
    else { return nil }
    return (scalar, 14)
  }

  private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value = 0
    for byte in bytes[index + 2..<index + 6] {
      guard let digit = hexValue(byte) else { return nil }
      value = value << 4 | digit
    }
    return UInt32(value)
  }

  /// A text with everything escaped that XML or a C string cannot hold, and what only looks like an escape.
  static func escaping(_ text: String) -> String {
    let needs = text.utf8.contains {
      ($0 < 0x20 && $0 != 0x09 && $0 != 0x0a) || $0 == UInt8(ascii: "_") || $0 == 0xef
    }
    guard needs else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09, byte != 0x0a {
        escaped.append(
          contentsOf: "_x00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))_".utf8)
      } else if unit(in: bytes, at: index) != nil {
        escaped.append(contentsOf: "_x005F_".utf8)
      } else if isNoCharacter(bytes, at: index) {
        escaped.append(contentsOf: (bytes[index + 2] == 0xbe ? "_xFFFE_" : "_xFFFF_").utf8)
        index += 2
      } else {
        escaped.append(byte)
      }
      index += 1
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether U+FFFE or U+FFFF stands there, which are no characters for XML.
  static func isNoCharacter<Bytes: RandomAccessCollection>(_ bytes: Bytes, at index: Int) -> Bool
  where Bytes.Element == UInt8, Bytes.Index == Int {
    bytes[index] == 0xef && bytes[index + 1] == 0xbf && bytes[index + 2] >= 0xbe
  }

  /// A text without what XML cannot hold, for places where nothing resolves escapes: comments and labels.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" || $0 == "\n" }))
  }
}
