/// 邮政编码 — six digits.
public enum Postcode {
  /// Whether the text is six digits.
  public static func isValid(_ text: String) -> Bool { isValid(text.utf8.span) }

  /// Whether UTF-8 bytes are six digits.
  public static func isValid(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 6 else { return false }
    for place in 0..<6 where bytes[place] &- UInt8(ascii: "0") > 9 { return false }
    return true
  }
}
