/// What single bytes mean in XML.
enum XMLByte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == lineFeed || byte == tab || byte == carriageReturn
  }

  /// Whether a byte of character data stands for itself, whatever comes before or after it.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != ampersand && byte != less) || byte == lineFeed || byte == tab
  }

  /// Whether a byte may be part of a name. The letters beyond ASCII are all let through: no name that is looked
  /// for has one.
  @inline(__always)
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: byte >= 0x80
    }
  }

  /// Whether a name may begin with a byte.
  static func isNameStart(_ byte: UInt8) -> Bool {
    isName(byte) && !(UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte)
  }
}
