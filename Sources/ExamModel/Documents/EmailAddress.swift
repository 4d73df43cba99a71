/// 电子邮件 — the form of e-mail addresses as mail providers give them out: no quotes, no comments, no bare addresses.
public enum EmailAddress {
  /// Whether the text is an address: `name@host.domain`.
  public static func isValid(_ text: String) -> Bool { isValid(text.utf8.span) }

  /// Whether UTF-8 bytes are an address; see `isValid(_: String)`.
  public static func isValid(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 254 else { return false }
    var at = 0
    while at < bytes.count, bytes[at] != UInt8(ascii: "@") { at += 1 }
    return at < bytes.count && isLocalPart(bytes, until: at) && isDomain(bytes, from: at + 1)
  }

  /// The form in which two addresses are compared: providers do not tell upper and lower case apart.
  public static func compared(_ address: String) -> String { address.lowercased() }

  private static func isLocalPart(_ bytes: Span<UInt8>, until end: Int) -> Bool {
    guard (1...64).contains(end) else { return false }
    var previous = UInt8(ascii: ".")
    for place in 0..<end {
      let byte = bytes[place]
      if byte == UInt8(ascii: ".") {
        if previous == byte { return false }
      } else if !isAlphanumeric(byte) && !isLocalSymbol(byte) {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: ".")
  }

  /// Two labels or more of letters, digits and inner hyphens; the last has at least two characters and begins with a
  /// letter.
  private static func isDomain(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var labels = 0
    var labelStart = start
    for place in start...bytes.count {
      if place < bytes.count, bytes[place] != UInt8(ascii: ".") {
        guard isAlphanumeric(bytes[place]) || bytes[place] == UInt8(ascii: "-") else { return false }
        continue
      }
      guard (1...63).contains(place - labelStart), bytes[labelStart] != UInt8(ascii: "-"),
        bytes[place - 1] != UInt8(ascii: "-")
      else { return false }
      labels += 1
      if place == bytes.count {
        return labels >= 2 && place - labelStart >= 2 && (bytes[labelStart] | 0x20) &- UInt8(ascii: "a") < 26
      }
      labelStart = place + 1
    }
    return false
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") <= 9 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isLocalSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "~"),
      UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "^"):
      true
    default: false
    }
  }
}
