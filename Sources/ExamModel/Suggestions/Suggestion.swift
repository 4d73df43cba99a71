/// 修改建议 — what was probably meant by a value that cannot be taken. A suggestion passes the check that the value
/// failed, there is one only where a single one fits, and nobody but a person puts it in place of the value.
public enum Suggestion {
  /// The digits that were meant: full-width digits, blanks, `O` for 0 and `l` for 1, thousands separators, `.0` behind.
  public static func digits(_ text: String) -> String? {
    guard var plain = TypingSlips.plain(text) else { return nil }
    plain.removeAll { $0 == "," }
    if plain.hasSuffix(".0") { plain.removeLast(2) }
    let digits = TypingSlips.lettersAsDigits(plain)
    return digits != text && TypingSlips.areDigits(digits) && digits.utf8.count <= 18 ? digits : nil
  }

  /// The number with at most two decimals that was meant: as `digits`, and without the signs of money.
  public static func decimal(_ text: String) -> String? {
    guard var plain = TypingSlips.plain(text) else { return nil }
    plain.removeAll { ",¥元$分".contains($0) }
    let number = TypingSlips.lettersAsDigits(plain)
    return number != text && Hundredths(number) != nil ? number : nil
  }

  /// The time of day that was meant by `8.30`, `8点30分`, `0830`.
  public static func time(_ text: String) -> String? {
    guard let plain = TypingSlips.plain(text) else { return nil }
    var runs = TypingSlips.numbers(in: TypingSlips.lettersAsDigits(plain))
    if runs.count == 1, runs[0].utf8.count == 4 { runs = [runs[0].prefix(2), runs[0].suffix(2)] }
    guard runs.count == 2, runs[1].utf8.count == 2 else { return nil }
    let time = runs.joined(separator: ":")
    return TimeOfDay(time).map(\.text)
  }
}

/// 录入失误 — what fingers and input methods make of plain text.
enum TypingSlips {
  /// Longer texts are no slip of anything that is checked here.
  static let mostBytes = 300

  /// The text in ASCII as far as it has an ASCII form: full-width characters narrowed, Chinese full stops and dashes as
  /// `.` and `-`, blanks, invisible characters and a leading apostrophe gone. Nil for texts that are too long.
  static func plain(_ text: String) -> String? {
    guard text.utf8.count <= mostBytes else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TextCleaning.isBlank(scalar) && !TextCleaning.isInvisible(scalar)
    {
      let narrow = narrowed(scalar)
      if result.isEmpty, narrow == "'" || narrow == "`" { continue }
      result.append(narrow)
    }
    return String(result)
  }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3002, 0xFF61: "."
    case 0x2010...0x2015, 0x2212, 0x30FC: "-"
    case 0xFFE5: "¥"
    case 0x2018, 0x2019: "'"
    default: scalar
    }
  }

  /// The text with the letters that look like digits as digits, where there is a digit already.
  static func lettersAsDigits(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 &- UInt8(ascii: "0") <= 9 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(digit(lookingLike: scalar) ?? scalar) }
    return String(result)
  }

  private static func digit(lookingLike scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "O", "o", "〇": "0"
    case "l", "I", "|": "1"
    default: nil
    }
  }

  static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
  }

  /// The runs of digits in a text.
  static func numbers(in text: String) -> [Substring] {
    text.split { !($0.isASCII && $0.isNumber) }
  }

  /// Whether one character was put in, left out, exchanged or swapped with its neighbour.
  static func areOneApart(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if first.count > second.count { return areOneApart(second, first) }
    guard second.count - first.count <= 1, first != second else { return false }
    let start = zip(first, second).prefix { $0 == $1 }.count
    if first.count < second.count { return first[start...] == second[(start + 1)...] }
    if first[(start + 1)...] == second[(start + 1)...] { return true }
    return start + 1 < first.count && first[start] == second[start + 1] && first[start + 1] == second[start]
      && first[(start + 2)...] == second[(start + 2)...]
  }
}
