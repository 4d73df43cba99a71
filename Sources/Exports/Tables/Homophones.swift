/// 同音字 — what stands in a text for characters that a code page does not have.
enum Homophones {
  /// The text with `??` for each of the missing characters, two bytes like the character itself.
  static func questioned(_ text: String, _ missing: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if missing.contains(scalar) {
        result.append(contentsOf: "??".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text without those missing characters that a homophone in brackets follows: `王䶮[岩]` → `王[岩]`.
  /// - Returns: nil where one of them has none.
  static func replaced(_ text: String, _ missing: [Unicode.Scalar]) -> String? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard missing.contains(scalar) else {
        result.append(scalar)
        continue
      }
      let rest = scalars[(index + 1)...]
      guard rest.first == "[", let close = rest.firstIndex(of: "]"), close > rest.startIndex + 1 else {
        return nil
      }
    }
    return String(result)
  }
}
