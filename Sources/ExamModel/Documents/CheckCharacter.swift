/// 校验码 — the last character of 18-digit identity numbers: ISO 7064 MOD 11-2 (GB 11643).
public enum CheckCharacter {
  /// The check character of the first 17 bytes, which must be ASCII digits: `0`–`9` or `X`. Nil where they are not.
  public static func character(for bytes: Span<UInt8>) -> UInt8? {
    guard bytes.count >= 17 else { return nil }
    // Doubling at every step gives the weights 2^17 … 2^1, whose rests modulo 11 are 7 9 10 5 8 4 2 1 6 3 7 …
    var sum = 0
    for place in 0..<17 {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      sum = (sum + Int(digit)) * 2
    }
    let check = (12 - sum % 11) % 11
    return check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check)
  }

  /// A number of 17 or 18 characters with the check character that fits its first 17 digits, for suggestions.
  public static func completed(_ number: String) -> String? {
    let bytes = number.utf8.span
    guard bytes.count == 17 || bytes.count == 18, let check = character(for: bytes) else { return nil }
    return String(decoding: number.utf8.prefix(17) + [check], as: UTF8.self)
  }
}
