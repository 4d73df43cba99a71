/// 文本清理 — finds what typing and copying leave behind in numbers and codes: full-width digits and letters, blanks
/// around, a leading apostrophe, non-breaking and zero-width spaces (IDN-03). It suggests; it never changes silently.
public enum TextCleaning {
  /// Whether the bytes hold nothing to clean: printable ASCII without blanks and without a leading apostrophe. Text that
  /// fails this may still be clean; ask `cleaned`.
  public static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    if bytes.count > 0, bytes[0] == UInt8(ascii: "'") { return false }
    for place in 0..<bytes.count where bytes[place] &- 0x21 > 0x5D { return false }
    return true
  }

  /// The cleaned text where it differs from `text`, else nil.
  ///
  /// - Parameter keepsInnerBlanks: whether blanks inside the text stay (free text), as plain blanks, or go (numbers).
  public static func cleaned(_ text: String, keepsInnerBlanks: Bool = false) -> String? {
    if isPlain(text.utf8.span) { return nil }
    var result = String.UnicodeScalarView()
    var pendingBlanks = 0
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) { continue }
      if isBlank(scalar) {
        pendingBlanks += result.isEmpty ? 0 : 1
        continue
      }
      if result.isEmpty, isApostrophe(scalar) { continue }
      if keepsInnerBlanks {
        for _ in 0..<pendingBlanks { result.append(" ") }
      }
      pendingBlanks = 0
      result.append(narrowed(scalar))
    }
    let clean = String(result)
    // Compared by scalars: Swift's == takes canonically equal texts for the same.
    return clean.unicodeScalars.elementsEqual(text.unicodeScalars) ? nil : clean
  }

  /// The text without the blanks around it, of any width, and without characters that have no width there.
  public static func trimmed(_ text: String) -> String {
    let isLitter = { (scalar: Unicode.Scalar) in isBlank(scalar) || isInvisible(scalar) }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isLitter($0) }),
      let last = scalars.lastIndex(where: { !isLitter($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Blanks of any width, among them the non-breaking and the ideographic one, and line breaks.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Characters without width: zero-width spaces and joiners, the byte order mark, direction marks, the soft hyphen.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2018, 0x2019, 0xFF07, 0x60: true
    default: false
    }
  }

  /// The ASCII form of a full-width digit or letter; every other character as it is, full-width brackets too.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    default: scalar
    }
  }
}
