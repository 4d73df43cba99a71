/// Names and texts inside of statements that take no parameters.
enum SQLText {
  /// A name in double quotes.
  static func name(_ name: String) -> String { quoted(name, with: "\"") }

  /// A text in single quotes.
  static func text(_ text: String) -> String { quoted(text, with: "'") }

  private static func quoted(_ text: String, with quote: Character) -> String {
    var quoted = String(quote)
    for character in text {
      quoted.append(character)
      if character == quote { quoted.append(quote) }
    }
    return quoted + String(quote)
  }
}
