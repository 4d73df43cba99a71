internal import Foundation

/// 文本折叠 — the form in which headings and coded texts are compared: NFKC (full-width forms become narrow), without
/// blanks and characters of no width, letters in lower case.
enum TextFolding {
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars where !isDropped(scalar) {
      result.append(scalar)
    }
    return String(result).lowercased()
  }

  /// Letters, digits and Han characters only: what is left when punctuation does not count.
  static func bare(_ folded: String) -> String {
    String(
      String.UnicodeScalarView(
        folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }
}
