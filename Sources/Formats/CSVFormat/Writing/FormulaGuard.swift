internal import Tabular

/// 公式防护 — keeps a text from running as a formula where a spreadsheet opens the CSV file (ERR-04): an
/// apostrophe is put before it. Spreadsheets then show the apostrophe with the text, and run nothing.
///
/// Guarded is a text that begins, after blanks, with `=` `+` `-` `@`, one of their full-width forms, a tab or
/// a line break, and is not a plain number such as `-1`. A text that already looks guarded gets one
/// apostrophe more, so that taking one away gives every text back as it was.
public enum FormulaGuard {
  private static let apostrophe: UInt8 = 0x27

  /// The text with its guard, where it needs one.
  public static func guarded(_ text: String) -> String {
    var text = text
    return text.withUTF8(isNeeded) ? "'" + text : text
  }

  /// The text without its guard, where it has one.
  public static func removed(from text: String) -> String {
    var text = text
    return text.withUTF8(isGuarded) ? String(text.dropFirst()) : text
  }

  /// Takes the guards off a row's cells.
  static func remove(from row: inout RawRow) {
    for index in row.cells.indices {
      let range = row.cells[index].range
      if row.bytes[range.lowerBound] != apostrophe { continue }
      let hasGuard = row.bytes.withUnsafeBufferPointer { isGuarded(UnsafeBufferPointer(rebasing: $0[range])) }
      if hasGuard { row.cells[index].range = range.lowerBound + 1..<range.upperBound }
    }
  }

  static func isGuarded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.first == apostrophe && isNeeded(UnsafeBufferPointer(rebasing: text.dropFirst()))
  }

  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    // Most texts begin with a letter, a digit or a Chinese character.
    if first >= 0x30 && first < 0x3D || first > 0x40 && first < 0xEF { return false }
    let start = text.firstIndex { $0 != apostrophe } ?? text.count
    let rest = UnsafeBufferPointer(rebasing: text[start...])
    return isDangerous(rest) && !isPlainNumber(rest)
  }

  private static func isDangerous(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let index = text.firstIndex(where: { $0 != .space }) else { return false }
    switch text[index] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, .lineFeed, .carriageReturn: return true
    case 0xEF: return fullWidth.contains { text[index...].starts(with: $0) }
    default: return false
    }
  }

  private static let fullWidth = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// A sign, digits, and perhaps a point with more digits.
  private static func isPlainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest.removeFirst(whole.count)
    if whole.isEmpty { return false }
    if rest.isEmpty { return true }
    return rest.removeFirst() == 0x2E && !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
