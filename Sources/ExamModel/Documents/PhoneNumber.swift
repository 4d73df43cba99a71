/// 联系电话 — the forms of telephone numbers in China.
public enum PhoneNumber {
  /// Whether the text is a mobile number (`1[3-9]` and nine digits) or a landline number with its area code, with or
  /// without hyphen, and with an extension where there is one: `010-12345678`, `(0755)1234567`, `07551234567-801`.
  public static func isValid(_ text: String) -> Bool { isValid(text.utf8.span) }

  /// Whether UTF-8 bytes are a telephone number; see `isValid(_: String)`.
  public static func isValid(_ bytes: Span<UInt8>) -> Bool { isMobile(bytes) || isLandline(bytes) }

  /// Whether UTF-8 bytes are a mobile number.
  public static func isMobile(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 11, bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3") else {
      return false
    }
    return digits(bytes, from: 1) == 10
  }

  /// Whether the text is a mobile number.
  public static func isMobile(_ text: String) -> Bool { isMobile(text.utf8.span) }

  private static func isLandline(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    let hasBracket = bytes.count > 0 && bytes[0] == UInt8(ascii: "(")
    if hasBracket { place = 1 }
    guard bytes.count >= place + 10, bytes[place] == UInt8(ascii: "0") else { return false }
    // 010 and 02x are the area codes of three digits, 03xx–09xx those of four.
    let second = bytes[place + 1]
    guard second >= UInt8(ascii: "1"), second <= UInt8(ascii: "9") else { return false }
    let area = second <= UInt8(ascii: "2") ? 3 : 4
    let run = digits(bytes, from: place)
    guard run >= area else { return false }
    place += area
    if hasBracket {
      guard run == area, bytes[place] == UInt8(ascii: ")") else { return false }
      place += 1
    } else if run == area {
      guard place < bytes.count, bytes[place] == UInt8(ascii: "-") else { return false }
      place += 1
    }
    let number = digits(bytes, from: place)
    guard number == 7 || number == 8 else { return false }
    place += number
    if place == bytes.count { return true }
    guard bytes[place] == UInt8(ascii: "-") else { return false }
    let `extension` = digits(bytes, from: place + 1)
    return (1...6).contains(`extension`) && place + 1 + `extension` == bytes.count
  }

  /// How many digits stand one after the other from `start` on.
  private static func digits(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
    return place - start
  }
}
